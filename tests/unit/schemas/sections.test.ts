import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldLabel, fieldWords } from "@/lib/format/section-fields";
import { LINES } from "@/lib/funding";
import { sameData } from "@/lib/kernel/same-data";
import { MISSIONS, PARTNER_KINDS, PROFESSIONS } from "@/lib/record/cpts";
import { SECTIONS, type Contents, type Section } from "@/lib/record/sections";
import { draftContent, fingerprint, formValues, parseSection } from "@/lib/schemas/sections";

/** Texts as the record holds them: trimmed, of plain characters, never empty. */
const text = (most: number) =>
  fc
    .stringMatching(/^[\p{L}\d][\p{L}\d ,'.-]{0,30}$/u)
    .map((value) => value.normalize("NFC").trim().slice(0, most).trim());
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const day = fc
  .date({ min: new Date("2016-01-26"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const days = fc.tuple(day, day).map((pair) => [...pair].sort() as [string, string]);
const count = fc.integer({ min: 0, max: 100_000 });
const cents = fc.integer({ min: 0, max: 10_000_000_000 });

const contact = fc.record({
  function: text(120),
  name: text(120),
  email: maybe(fc.constantFrom("a.b@cpts.fr", "contact@exemple.org")),
  phone: maybe(fc.constantFrom("04 73 00 00 00", "+33 4 73 00 00 00")),
});

const mission = fc
  .record({
    mission: fc.constantFrom(...MISSIONS),
    when: maybe(days),
    ended: fc.boolean(),
    objectives: fc.array(text(500), { maxLength: 4 }),
  })
  .map(({ when, ended, ...one }) => ({
    ...one,
    startedOn: when && when[0],
    endedOn: when && ended && when[0] < when[1] ? when[1] : null,
  }));

const step = fc
  .record({
    kind: fc.constantFrom("letter_of_intent", "project_validated", "amendment", "termination"),
    when: days,
    note: maybe(text(500)),
  })
  .map(({ kind, when: [earliest, latest], note }) => ({ kind, earliest, latest, note }) as const);

const amount = fc
  .record({
    line: fc.constantFrom(...LINES),
    part: fc.constantFrom("fixed", "variable"),
    year: maybe(fc.integer({ min: 1, max: 20 })),
    amountCents: cents,
  })
  .map((one) => (one.line === "fonctionnement" ? { ...one, part: "fixed" as const } : one));

const contract = fc
  .record({
    when: days,
    termMonths: fc.integer({ min: 1, max: 240 }),
    scheduleId: maybe(fc.constantFrom("aci-2019", "aci-avenant-2")),
    parties: fc.array(fc.record({ kind: fc.constantFrom("cpts", "cpam", "ars", "msa"), name: text(160) }), {
      maxLength: 4,
    }),
    amounts: fc.uniqueArray(amount, {
      maxLength: 6,
      selector: ({ line, part, year }) => `${line} ${part} ${year}`,
    }),
  })
  .map(({ when: [signedEarliest, signedLatest], ...rest }) => ({
    ...rest,
    signedEarliest,
    signedLatest,
    endedOn: null,
  }));

const decimal = fc
  .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 999_999 }))
  .map(([whole, parts]) => Number(`${whole}.${String(parts).padStart(6, "0")}`) + 0);

const indicator = fc
  .record({
    contract: fc.integer({ min: 1, max: 12 }),
    mission: fc.constantFrom(...MISSIONS),
    label: text(300),
    kind: fc.constantFrom("action", "result"),
    unit: text(40),
    baseline: maybe(decimal),
    direction: fc.constantFrom("rising", "falling"),
    fromYear: fc.integer({ min: 1, max: 20 }),
    more: maybe(fc.integer({ min: 0, max: 5 })),
    thresholds: fc.uniqueArray(decimal, { minLength: 1, maxLength: 5 }),
    amounts: fc.uniqueArray(fc.integer({ min: 1, max: 10_000_000_000 }), { minLength: 5, maxLength: 5 }),
  })
  .map(({ thresholds, amounts, more, ...one }) => {
    const order = one.direction === "rising" ? 1 : -1;
    const harder = [...thresholds].sort((a, b) => order * (a - b));
    const growing = [...amounts].sort((a, b) => a - b);
    return {
      ...one,
      toYear: more === null ? null : Math.min(one.fromYear + more, 20),
      steps: harder.map((threshold, rank) => ({ threshold, amountCents: growing[rank] ?? 0 })),
    };
  });

const CONTENTS: { readonly [S in Section]: fc.Arbitrary<Contents[S]> } = {
  identity: fc.record({
    name: text(120),
    legalForm: maybe(text(80)),
    siret: maybe(fc.constant("73282932000074")),
    address: maybe(text(300)),
    email: maybe(fc.constant("contact@cpts.fr")),
    phone: maybe(fc.constant("04 73 00 00 00")),
    website: maybe(fc.constant("https://www.cpts.fr")),
    contacts: fc.array(contact, { maxLength: 4 }),
  }),
  territory: fc.record({
    from: day,
    communes: fc
      .uniqueArray(
        fc.record({
          code: fc.integer({ min: 1_000, max: 95_999 }).map((code) => String(code).padStart(5, "0")),
          share: fc.oneof(
            fc.constantFrom("whole" as const, "unknown" as const),
            fc.integer({ min: 1, max: 9 }).map((numerator) => ({ numerator, denominator: 10 })),
          ),
          note: maybe(text(500)),
        }),
        { minLength: 1, maxLength: 20, selector: ({ code }) => code },
      )
      .map((communes) => communes.sort((a, b) => (a.code < b.code ? -1 : 1))),
  }),
  professionals: fc.record({
    asOf: day,
    counts: fc.uniqueArray(
      fc.record({
        profession: fc.constantFrom(...PROFESSIONS),
        scope: fc.constantFrom("members", "territory"),
        count,
      }),
      { selector: ({ profession, scope }) => `${profession} ${scope}` },
    ),
  }),
  partners: fc.record({
    asOf: day,
    structures: fc.array(
      fc.record({
        kind: fc.constantFrom(...PARTNER_KINDS),
        name: maybe(text(160)),
        count: maybe(count),
        beds: maybe(count),
      }),
      { maxLength: 8 },
    ),
  }),
  project: fc.record({
    summary: maybe(text(400)),
    axes: fc.array(
      fc.record({
        title: text(200),
        description: maybe(text(200)),
        mission: maybe(fc.constantFrom(...MISSIONS)),
      }),
      { maxLength: 5 },
    ),
  }),
  missions: fc.uniqueArray(mission, { selector: (one) => one.mission, maxLength: 6 }).map((missions) => ({
    missions: missions.sort((a, b) => MISSIONS.indexOf(a.mission) - MISSIONS.indexOf(b.mission)),
  })),
  contract: fc
    .record({
      others: fc.uniqueArray(step, {
        maxLength: 4,
        selector: ({ kind, earliest, latest }) => `${kind} ${earliest} ${latest}`,
      }),
      contracts: fc.uniqueArray(contract, { maxLength: 3, selector: ({ signedEarliest }) => signedEarliest }),
    })
    .map(({ others, contracts }) => ({
      steps: [
        ...others,
        ...contracts.map(({ signedEarliest, signedLatest }) => ({
          kind: "signature" as const,
          earliest: signedEarliest,
          latest: signedLatest,
          note: null,
        })),
      ].sort((a, b) => (a.earliest < b.earliest ? -1 : a.earliest > b.earliest ? 1 : 0)),
      contracts: contracts.sort((a, b) => (a.signedEarliest < b.signedEarliest ? -1 : 1)),
    })),
  indicators: fc
    .uniqueArray(indicator, {
      maxLength: 5,
      selector: ({ contract: of, mission: for_, label }) => `${of} ${for_} ${label}`,
    })
    .map((indicators) => ({ indicators: indicators.sort((a, b) => a.contract - b.contract) })),
};

describe("what the record holds, shown by its form and read back", () => {
  for (const section of SECTIONS) {
    it(`${section}: is the same`, () => {
      fc.assert(
        fc.property(CONTENTS[section] as fc.Arbitrary<Contents[Section]>, (content) => {
          const form = formValues(section, content);
          expect(draftContent.safeParse(form).success).toBe(true);
          expect(parseSection(section, form)).toEqual({ content });
          // The database gives keys back in an order of its own.
          const stored = JSON.parse(
            JSON.stringify(form, Object.keys(form).reverse().concat(keysOf(form))),
          ) as unknown;
          expect(sameData(stored, form)).toBe(true);
          expect(fingerprint(stored)).toBe(fingerprint(form));
        }),
      );
    });
  }
});

function keysOf(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)]);
}

describe("a fingerprint", () => {
  it("tells contents apart by a letter, an order of rows, a missing field", () => {
    const forms = [{ a: "x" }, { a: "y" }, { a: ["1", "2"] }, { a: ["2", "1"] }, { a: null }, {}];
    expect(new Set(forms.map(fingerprint)).size).toBe(forms.length);
  });
});

describe("what is wrong with a form", () => {
  const faults = (section: Section, form: unknown) => {
    const parsed = parseSection(section, form);
    if ("content" in parsed) return [];
    return parsed.issues.map(({ path, message }) => `${fieldLabel(section, path)} ${message}`);
  };

  it("is said after the name of the field, with how to mend it", () => {
    const form = {
      name: "",
      siret: "123",
      contacts: [{ function: "Présidente", name: "A", email: "rien", phone: null }],
    };
    expect(faults("identity", form)).toEqual([
      "Nom de la CPTS est obligatoire\u00a0: indiquez le nom de la CPTS",
      "SIRET n’est pas un SIRET\u00a0: vérifiez ses 14 chiffres",
      "Contact 1, courriel n’est pas une adresse électronique\u00a0: écrivez par exemple contact@cpts.fr",
    ]);
  });

  it("refuses a variable part of the fonctionnement, which no ACI has", () => {
    const signed = { signedEarliest: "2020-02-19", termMonths: "60", parties: [] };
    const form = {
      steps: [{ kind: "signature", earliest: "2020-02-19" }],
      contracts: [{ ...signed, amounts: [{ line: "fonctionnement", part: "variable", euros: "60 000" }] }],
    };
    expect(faults("contract", form)).toEqual([
      "Contrat 1, montant 1, volet n’existe pas pour le fonctionnement\u00a0: choisissez le volet fixe",
    ]);
  });
});

describe("indicators", () => {
  const one = (more: object) => ({
    indicators: [
      {
        contract: "1",
        mission: "prevention",
        label: "Patients vaccinés",
        kind: "result",
        unit: "%",
        baseline: "",
        direction: "rising",
        fromYear: "",
        toYear: "",
        steps: [{ threshold: "82,5 %", euros: "17 500,00 €" }],
        ...more,
      },
    ],
  });
  const faults = (form: unknown) => {
    const parsed = parseSection("indicators", form);
    if ("content" in parsed) return [];
    return parsed.issues.map(({ path, message }) => `${fieldLabel("indicators", path)} ${message}`);
  };

  it("are read as the French type them, an empty year for every year", () => {
    expect(parseSection("indicators", one({ baseline: "−3,25" }))).toMatchObject({
      content: {
        indicators: [
          {
            baseline: -3.25,
            fromYear: 1,
            toYear: null,
            steps: [{ threshold: 82.5, amountCents: 1_750_000 }],
          },
        ],
      },
    });
  });

  it("have steps from the easiest to the hardest, each worth more than the one before", () => {
    const steps = (...typed: [string, string][]) => typed.map(([threshold, euros]) => ({ threshold, euros }));
    expect(faults(one({ steps: [] }))[0]).toMatch(/^Indicateur 1, paliers est vide/);
    expect(faults(one({ steps: steps(["80", "100"], ["80", "200"]) }))[0]).toMatch(
      /^Indicateur 1, palier 2, seuil doit dépasser/,
    );
    expect(faults(one({ direction: "falling", steps: steps(["10", "100"], ["12", "200"]) }))[0]).toMatch(
      /^Indicateur 1, palier 2, seuil doit être inférieur/,
    );
    expect(faults(one({ steps: steps(["80", "200"], ["90", "200"]) }))[0]).toMatch(
      /^Indicateur 1, palier 2, montant en euros doit dépasser/,
    );
    expect(faults(one({ steps: steps(["80", "0"]) }))[0]).toMatch(/montant en euros doit dépasser 0/);
    expect(faults(one({ steps: steps(["1,1234567", "1"]) }))[0]).toMatch(/six décimales au plus/);
    expect(faults(one({ direction: "falling", steps: steps(["12", "100"], ["10,5", "200"]) }))).toEqual([]);
  });

  it("are no two of one name for the same mission in the same year", () => {
    const [first] = one({}).indicators;
    const twice = (again: object) => ({ indicators: [first, { ...first, ...again }] });
    expect(faults(twice({ fromYear: "3" }))[0]).toMatch(/^Indicateur 2, intitulé est déjà/);
    expect(faults(twice({ contract: "2" }))).toEqual([]);
    const upTo2 = { ...first, toYear: "2" };
    expect(faults({ indicators: [upTo2, { ...first, fromYear: "3" }] })).toEqual([]);
    expect(faults(one({ fromYear: "3", toYear: "2" }))[0]).toMatch(/dernière année du contrat précède/);
  });
});

describe("a value in words", () => {
  it("is French, never JSON", () => {
    expect(fieldWords("missions", ["missions", 0, "mission"], "prevention")).toBe(
      "Actions territoriales de prévention",
    );
    expect(fieldWords("missions", ["missions", 0, "startedOn"], "2024-03-01")).toBe("01/03/2024");
    expect(fieldWords("identity", ["siret"], null)).toBe("non renseigné");
    expect(
      fieldWords(
        "identity",
        ["contacts"],
        [{ function: "Présidente", name: "Dr A", email: null, phone: "" }],
      ),
    ).toBe("Présidente · Dr A");
    expect(fieldWords("identity", ["contacts"], [])).toBe("aucune ligne");
  });
});
