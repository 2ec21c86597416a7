import type { Contents, Section } from "../../record/sections";
import type { DraftContent } from "./draft";
import { centsToType } from "../typed-amount";

/** What the record holds, as its form shows it: the form's schema reads it back to the same content. */
export function formValues<S extends Section>(section: S, content: Contents[S]): DraftContent {
  return VALUES[section](content);
}

const VALUES: { readonly [S in Section]: (content: Contents[S]) => DraftContent } = {
  identity: ({ contacts, ...identity }) => ({ ...identity, contacts: contacts.map((one) => ({ ...one })) }),
  territory: ({ from, communes }) => ({
    from,
    communes: communes.map(({ code, share, note }) => ({
      code,
      share: typeof share === "string" ? share : { ...share },
      note,
    })),
  }),
  professionals: ({ asOf, counts }) => ({ asOf, counts: counts.map((one) => ({ ...one })) }),
  partners: ({ asOf, structures }) => ({ asOf, structures: structures.map((one) => ({ ...one })) }),
  project: ({ summary, axes }) => ({ summary, axes: axes.map((one) => ({ ...one })) }),
  missions: ({ missions }) => ({
    missions: missions.map(({ objectives, ...one }) => ({ ...one, objectives: [...objectives] })),
  }),
  contract: ({ steps, contracts }) => ({
    steps: steps.map((one) => ({ ...one })),
    contracts: contracts.map(({ parties, amounts, ...one }) => ({
      ...one,
      parties: parties.map((party) => ({ ...party })),
      amounts: amounts.map(({ amountCents, ...amount }) => ({ ...amount, euros: centsToType(amountCents) })),
    })),
  }),
  indicators: ({ indicators }) => ({
    indicators: indicators.map(({ steps, baseline, ...one }) => ({
      ...one,
      baseline: baseline === null ? null : decimalOf(baseline),
      steps: steps.map(({ threshold, amountCents }) => ({
        threshold: decimalOf(threshold),
        euros: centsToType(amountCents),
      })),
    })),
  }),
};

/** A decimal as one types it: « 82,5 ». */
const decimalOf = (value: number): string => String(value).replace(".", ",");
