import type { Block, DocumentPart, Pieces } from "@/lib/format/document";
import { aboutWords, SEVERITY } from "@/lib/format/espace";
import { count, day, list, money, NBSP, when } from "@/lib/format/fr";
import { ABSENCE, MARK, PARTY } from "@/lib/format/labels";
import { MEETING_KIND } from "@/lib/format/labels-dossier";
import { typeset } from "@/lib/format/typography";
import { LINE_LABEL } from "../cpts/line-words";
import { flagAfter, flagWords } from "../money/flag-words";
import type { FileOfYear } from "./file";

export function decisionsPart({ of: { meetings } }: FileOfYear): DocumentPart {
  const base = { id: "decisions", title: "Décisions" };
  if (meetings === null) {
    const text =
      "Votre compte n’ouvre pas les réunions de cette CPTS : leurs décisions ne sont pas reprises ici.";
    return { ...base, blocks: [{ kind: "paragraph", tone: "note", text: typeset(text) }] };
  }
  if (meetings.length === 0) {
    const text = "Aucune réunion n’est enregistrée, de l’année au dialogue de gestion de la suivante.";
    return { ...base, blocks: [{ kind: "paragraph", text }] };
  }
  const blocks = meetings.flatMap(({ kind, heldOn, participants, decisions, documents }): Block[] => {
    const present = participants.map(({ function: who, organisation }) =>
      organisation ? `${who} (${organisation})` : who,
    );
    return [
      { kind: "heading", text: `${MEETING_KIND[kind]} du ${day(heldOn)}` },
      ...(present.length === 0
        ? []
        : [
            {
              kind: "paragraph" as const,
              tone: "note" as const,
              text: `Participants${NBSP}: ${typeset(list(present))}.`,
            },
          ]),
      ...decisions
        .split(/\n+/)
        .filter((text) => text.trim() !== "")
        .map((text): Block => ({ kind: "paragraph", text: typeset(text) })),
      ...(documents === null || documents.length === 0
        ? []
        : [
            {
              kind: "paragraph" as const,
              tone: "note" as const,
              text: `Documents${NBSP}: ${list(documents.map(({ name }) => name))}.`,
            },
          ]),
    ];
  });
  return { ...base, blocks };
}

export function openPointsPart(file: FileOfYear): DocumentPart {
  const money = moneyPoints(file);
  const record = file.findings.map(({ severity, title, mend, about }): Pieces => {
    const names = about.map((one) => aboutWords(one, file.communes));
    return [
      { kind: "strong", text: `${SEVERITY[severity]}, ${title}` },
      names.length > 0 ? `${NBSP}: ${list(names)}. ` : ". ",
      typeset(mend),
    ];
  });
  const blocks: Block[] = [
    { kind: "heading", text: "De l’année" },
    money.length > 0
      ? { kind: "list", items: money }
      : { kind: "paragraph", text: "Aucun point ouvert dans l’année." },
    { kind: "heading", text: "De la fiche, à ce jour" },
    record.length > 0
      ? { kind: "list", items: record }
      : { kind: "paragraph", text: "La fiche ne laisse aucun point ouvert." },
  ];
  return { id: "points-ouverts", title: "Points ouverts", blocks };
}

/** What the parties still have to do or to look at: differences to act upon, and all that is not known. */
function moneyPoints({ of }: FileOfYear): Pieces[] {
  const { year, results, besides, ceilings, territory } = of;
  const points: string[] = [];
  if (results.review?.status !== "settled") {
    points.push("Résultats de l’année : à arrêter en dialogue de gestion.");
  }
  if (!year.daysKnown) points.push("Jour de la signature : inconnu, aucune échéance ne peut être datée.");
  if (year.tier === null) points.push("Taille de la CPTS : non communiquée, rien n’est calculé.");
  if (territory.perimeter === "unknown") points.push("Périmètre : non communiqué.");
  if (territory.perimeter === "estimated") points.push("Périmètre : estimé, à confirmer.");
  for (const { line, flags } of year.lines) {
    for (const flag of flags) {
      if (flagWords(flag).tone !== "ok") points.push(flagAfter(LINE_LABEL[line], flag));
    }
  }
  if (year.totals.paidCents === null) points.push("Versements de l’année : non communiqués.");
  if (besides.unmatched.length > 0) {
    const many = count(besides.unmatched.length, "versement");
    points.push(`${many} sans échéance correspondante.`);
  }
  for (const { year: civil, above, received } of ceilings) {
    if (!received) points.push(`Indemnités de ${civil} : non communiquées, plafond non vérifié.`);
    else if (above && above.count > 0) {
      points.push(`Plafond de ${civil} : ${count(above.count, "dépassement")} à expliquer.`);
    }
  }
  if (year.totals.toConfirmCents > 0) {
    points.push(
      `${money(year.totals.toConfirmCents)} du dû reposent sur des hypothèses du barème, à confirmer.`,
    );
  }
  return points.map(typeset);
}

export function sourcesPart({ sources, of: { year, ceilings } }: FileOfYear): DocumentPart {
  const parts = year.lines.flatMap((line) => line.parts);
  const articles = new Map(
    parts.flatMap(({ explanation: { article, contractArticle } }) =>
      [article, contractArticle].flatMap((one) => (one ? [[one.rule, one] as const] : [])),
    ),
  );
  const amounts = parts.flatMap(({ explanation }) =>
    explanation.steps.flatMap(({ key, source }) =>
      (key === "bareme" || key === "contrat" || key === "taille") && source ? [source] : [],
    ),
  );
  const ceilingSources = ceilings.flatMap(({ ceiling }) =>
    ceiling ? [`Plafond de ${ceiling.year} : ${ceiling.source}`] : [],
  );
  const blocks: Block[] = [
    { kind: "heading", text: "Marques des montants" },
    {
      kind: "facts",
      facts: [
        ...(["V", "D", "H"] as const).map((mark) => ({
          term: `${mark}, ${MARK[mark].name.toLowerCase()}`,
          text: `${MARK[mark].meaning}.`,
        })),
        { term: "0 €", text: typeset("Une valeur : il n’y en a pas.") },
        { term: ABSENCE.non_communique, text: "La valeur existe, aucune source ne la donne." },
        { term: ABSENCE.sans_objet, text: "La valeur ne peut pas exister ici." },
        { term: ABSENCE.a_confirmer, text: "Elle dépend d’une règle ou d’une date encore à vérifier." },
      ],
    },
    {
      kind: "paragraph",
      tone: "note",
      text: typeset(
        "Une somme prend la marque la plus faible de ses parts. Les versements, dépenses et résultats sont ceux que les parties ont enregistrés : ils ne portent pas de marque.",
      ),
    },
  ];
  if (articles.size > 0) {
    blocks.push(
      { kind: "heading", text: "Règles de calcul" },
      {
        kind: "list",
        items: [...articles.values()].map(({ rule, source, convention }) =>
          typeset(`${rule} (${source})${convention ? ` Convention de Maillage : ${convention}` : ""}`),
        ),
      },
    );
  }
  const documents = sources.map(({ publisher, title, published, reference, url }) =>
    typeset([publisher, title, published && when(published), reference, url].filter(Boolean).join(", ")),
  );
  blocks.push(
    { kind: "heading", text: "Sources" },
    {
      kind: "list",
      items: [...new Set([...documents, ...[...amounts, ...ceilingSources].map(typeset)])],
    },
  );
  return { id: "sources", title: "Sources et marques", blocks };
}

/** The three who sign what was agreed; by name where the contract names them. */
export function signaturesPart({ of: { contract } }: FileOfYear): DocumentPart {
  const parties = (["cpts", "cpam", "ars"] as const).map((kind) => ({
    party: PARTY[kind],
    name: contract.parties.find((one) => one.kind === kind)?.name ?? null,
  }));
  return {
    id: "signatures",
    title: "Signatures",
    blocks: [
      {
        kind: "paragraph",
        tone: "note",
        text: typeset("Date, nom, fonction et signature de chaque partie."),
      },
      { kind: "signatures", parties },
    ],
  };
}
