import { termWords } from "@/lib/format/cpts";
import {
  absent,
  type Block,
  type DocumentPart,
  type Fact,
  type Piece,
  type Pieces,
} from "@/lib/format/document";
import { between, count, day, integer, list, money, qualified, when, whenInSentence } from "@/lib/format/fr";
import { PARTY, PERIMETER } from "@/lib/format/labels";
import { typeset } from "@/lib/format/typography";
import type { DialogueYear } from "@/lib/queries/money";
import type { FileOfYear } from "./file";

const known = (text: string | null): Pieces => (text === null ? [absent("non_communique")] : typeset(text));

export function identityPart({ name, departments, identity, of }: FileOfYear): DocumentPart {
  const parties = of.contract.parties.map(({ kind, name: party }) => `${PARTY[kind]} : ${party}`);
  const facts: readonly Fact[] = [
    { term: "Nom", text: name },
    {
      term: departments.length > 1 ? "Départements" : "Département",
      text: list(departments.map((one) => `${one.name} (${one.code})`)),
    },
    { term: "Forme juridique", text: known(identity.legalForm) },
    { term: "SIRET", text: known(identity.siret && siretWords(identity.siret)) },
    { term: "Adresse", text: known(identity.address) },
    { term: "Signataires du contrat", text: known(parties.length > 0 ? parties.join(" ; ") : null) },
  ];
  return { id: "identite", title: "Identité", blocks: [{ kind: "facts", facts }] };
}

/** « 123 456 789 00012 »: the SIREN by threes, then the establishment. */
const siretWords = (siret: string): string =>
  siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, "$1\u00a0$2\u00a0$3\u00a0$4");

export function contractPart({ of: { year, contract, territory } }: FileOfYear): DocumentPart {
  const { start, end, schedule, tier } = year;
  const isDated = start.earliest === start.latest;
  const facts: Fact[] = [
    { term: "Signature", text: `Contrat signé ${whenInSentence(contract.signed)}` },
    {
      term: "Année du contrat",
      text: year.pastTerm
        ? `${year.year}, après le terme de ${termWords(contract.termMonths)}`
        : `${year.year} sur ${contract.years}${contract.termMonths % 12 === 0 ? "" : ", la dernière plus courte"}`,
    },
    {
      term: "Période",
      text: isDated
        ? `du ${day(start.earliest)} au ${day(end.earliest)} inclus`
        : `ouverte ${whenInSentence(start)}, close ${whenInSentence(end)}`,
    },
    { term: "Barème", text: known(schedule) },
    {
      term: "Taille",
      text: tier === null ? [absent("non_communique")] : `Taille ${tier}, ${whyTier(territory)}`,
    },
  ];
  if (contract.endedOn) {
    facts.splice(1, 0, { term: "Fin du contrat", text: `Le contrat a pris fin le ${day(contract.endedOn)}` });
  }
  const blocks: Block[] = [{ kind: "facts", facts }];
  if (year.pastTerm) {
    const text = "Terme dépassé, renouvellement non renseigné : rien n’est dû pour certain dans cette année.";
    blocks.push({ kind: "paragraph", tone: "warn", text: typeset(text) });
  }
  return { id: "contrat", title: "Contrat", blocks };
}

/** What the tier was taken from, on the first day of the year. */
function whyTier({ size, stated }: DialogueYear["territory"]): string {
  switch (size?.kind) {
    case "stated":
      return "écrite par la source";
    case "population":
      return stated
        ? `d’après la population publiée${stated.qualifier === "exact" ? " de" : ","} ${qualified(stated.qualifier, integer(stated.value))} habitants`
        : "d’après la population publiée";
    case "declared_perimeter":
      return "d’après le périmètre déclaré";
    case "deduced":
      return `déduite du plafond publié de ${money(size.amountCents)}`;
    case undefined:
      return "à confirmer";
  }
}

const HOW: Readonly<Record<"declared" | "estimated", string>> = {
  declared: "déclaré par la CPTS et accepté",
  estimated: "celui d’une intercommunalité du même nom en tient lieu, à confirmer",
};

export function territoryPart({ of: { territory } }: FileOfYear): DocumentPart {
  const { asOf, perimeter, extent, communes, vintages, stated, entered, left } = territory;
  const facts: readonly Fact[] = [
    {
      term: "Périmètre",
      text:
        perimeter === "unknown"
          ? [absent("non_communique")]
          : typeset(`${PERIMETER[perimeter]} : ${HOW[perimeter]}`),
    },
    { term: "Communes", text: extent ? integer(extent.communes) : [absent("non_communique")] },
    {
      term: "Habitants",
      text: extent
        ? `${between(extent.population)} (population municipale ${vintages.population}, INSEE)`
        : [absent("non_communique")],
    },
    {
      term: "Population publiée",
      text: stated
        ? `${qualified(stated.qualifier, integer(stated.value))} habitants (${when(stated.asOf)})`
        : [absent("non_communique")],
    },
    { term: "Changements dans l’année", text: changeOf(perimeter, entered, left) },
  ];
  const blocks: Block[] = [
    {
      kind: "paragraph",
      tone: "note",
      text: `Au ${day(asOf)}, découpage communal de ${vintages.cog}.`,
    },
    { kind: "facts", facts },
  ];
  if (communes.length > 0) {
    blocks.push({ kind: "paragraph", text: `${list(communes.map(({ name }) => name))}.` });
  }
  return { id: "territoire", title: "Territoire", blocks };
}

type Moved = DialogueYear["territory"]["entered"];

function changeOf(perimeter: DialogueYear["territory"]["perimeter"], entered: Moved, left: Moved): Pieces {
  if (entered.length === 0 && left.length === 0) {
    return perimeter === "unknown" ? [absent("non_communique")] : "Aucun";
  }
  const said = (what: string, moved: Moved): Piece[] =>
    moved.length === 0
      ? []
      : [
          typeset(
            `${count(moved.length, "commune")} ${moved.length > 1 ? `${what}s` : what} : ${list(moved.map(({ name, on }) => `${name} (${day(on)})`))}. `,
          ),
        ];
  return [...said("entrée", entered), ...said("sortie", left)];
}
