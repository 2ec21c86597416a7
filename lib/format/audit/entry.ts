import { isSection, SECTIONS, type Section } from "../../record/sections";
import { ORGANISATION, ROLE } from "../accounts";
import { count, list, NBSP } from "../fr";
import { SECTION } from "../labels-record";
import { changesBetween, changesOf, inShort, type Change } from "./changes";
import { fieldsOf, text, type CommuneName, type DocumentName } from "./lines";
import { documentsIn, resultsLines } from "./results";
import { MONEY_WORDS, moneyChanges } from "./money";

/** What the journal holds of one act. */
export interface Act {
  readonly action: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface ToldSection {
  readonly title: string;
  readonly changes: readonly Change[];
}

export interface Told {
  /** After the name of whoever acted: « a enregistré Professionnels : infirmiers 60 → 62 ». */
  readonly sentence: string;
  readonly sections: readonly ToldSection[];
}

type Fields = Readonly<Record<string, unknown>>;

/** An act in plain French, and what it changed, section by section. An act unknown here is told by its code. */
export function tell(
  { action, before, after }: Act,
  communeName: CommuneName,
  documentName: DocumentName = () => undefined,
): Told {
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  const touched = SECTIONS.filter((section) => section in was || section in is);
  const sections = touched.map((section) => ({
    title: SECTION[section],
    changes: sectionChanges(section, was[section], is[section], communeName),
  }));
  const words =
    WORDS[action]?.({ was, is, sections: namesOf(touched) }) ?? `a fait «${NBSP}${action}${NBSP}»`;
  const results = changesBetween(
    resultsLines(was.results, documentName),
    resultsLines(is.results, documentName),
  );
  const short = inShort(sections.flatMap(({ changes }) => changes));
  const others = [...otherChanges(was, is), ...moneyChanges(action, was, is)];
  return {
    sentence: short === "" || !SAYS_CHANGES.has(action) ? words : `${words}${NBSP}: ${short}`,
    sections: [
      ...sections.filter(({ changes }) => changes.length > 0),
      ...(results.length === 0 ? [] : [{ title: "Résultats", changes: results }]),
      ...(others.length === 0 ? [] : [{ title: "Détail", changes: others }]),
    ],
  };
}

/** The documents that an act names by their id alone. */
export const documentsOf = ({ before, after }: Act): string[] =>
  [before, after].flatMap((side) => documentsIn(fieldsOf(side).results));

/** A proposal says what it stood on and what it proposes in one; every other act, before and after. */
function sectionChanges(section: Section, was: unknown, is: unknown, communeName: CommuneName): Change[] {
  const { base, proposed } = fieldsOf(is);
  if (base !== undefined && proposed !== undefined) return changesOf(section, base, proposed, communeName);
  return changesOf(section, was, is, communeName);
}

const SAYS_CHANGES = new Set(["section.saved", "section.amended", "draft.saved"]);

interface Said {
  readonly was: Fields;
  readonly is: Fields;
  readonly sections: string;
}

const namesOf = (sections: readonly Section[]) => list(sections.map((section) => SECTION[section]));
const round = ({ is }: Said) => `la proposition n°${NBSP}${text(is.round)}`;
const quoted = (value: unknown) => (text(value) === "" ? "" : `${NBSP}: «${NBSP}${text(value)}${NBSP}»`);
const role = (fields: Fields) =>
  (ROLE as Readonly<Record<string, string>>)[text(fields.role)] ?? text(fields.role);

const WORDS: Readonly<Record<string, (said: Said) => string>> = {
  "draft.saved": ({ sections }) => `a saisi un brouillon de ${sections}`,
  "draft.discarded": ({ sections }) => `a abandonné le brouillon de ${sections}`,
  "section.saved": ({ sections }) => `a enregistré ${sections}`,
  "section.amended": ({ sections }) => `a modifié directement ${sections}`,
  "submission.submitted": (said) => `a proposé ${said.sections} (${round(said)})${quoted(said.is.message)}`,
  "submission.withdrawn": (said) => `a retiré ${round(said)}`,
  "submission.returned": (said) => `a renvoyé ${round(said)}${quoted(said.is.comment)}`,
  "submission.accepted": (said) => `a accepté ${round(said)} (${said.sections})${quoted(said.is.comment)}`,
  "cpts.created": ({ is }) => `a créé la fiche${text(is.name) && ` de ${text(is.name)}`}`,
  "meeting.added": ({ is }) => `a consigné ${meeting(is)}`,
  "meeting.changed": ({ is }) => `a corrigé ${meeting(is)}`,
  "meeting.removed": ({ was }) => `a supprimé ${meeting(was)}`,
  "results.saved": (said) => `a enregistré les résultats ${year(said)}`,
  "results.proposed": (said) => `a proposé les résultats ${year(said)}`,
  "results.settled": (said) =>
    `a arrêté les résultats ${year(said)}, au dialogue de gestion du ${text(said.is.settledOn)}`,
  "results.reopened": (said) => `a rouvert les résultats ${year(said)}${quoted(said.is.reason)}`,
  "document.added": ({ is }) => `a joint un document${quoted(is.name)}`,
  "document.removed": ({ was }) => `a supprimé un document${quoted(was.name)}`,
  "document.downloaded": ({ is }) => `a téléchargé un document${quoted(is.name)}`,
  ...MONEY_WORDS,
  invite: ({ is }) => `a invité une personne (${role(is)})`,
  renew_invitation: () => "a prolongé une invitation",
  revoke_invitation: ({ was }) => `a annulé une invitation (${role(was)})`,
  accept_invitation: ({ is }) => `a créé son compte (${role(is)})`,
  revoke_access: ({ was }) => `a retiré les accès d’un compte (${role(was)})`,
  restore_access: ({ is }) => `a rendu les accès d’un compte (${role(is)})`,
  close_account: () => "a clos son compte",
  end_session: () => "a fermé une de ses sessions",
  end_sessions: () => "a fermé ses autres sessions",
  change_name: () => "a corrigé son nom",
  change_password: () => "a changé son mot de passe",
  make_api_key: ({ is }) => `a fait une clé d’accès à l’API${quoted(is.label)}`,
  revoke_api_key: ({ was }) => `a retiré une clé d’accès à l’API${quoted(was.label)}`,
  make_reset_link: () => "a fait un lien pour changer de mot de passe",
  reset_password: () => "a choisi un nouveau mot de passe",
  export_own_data: () => "a exporté ses données personnelles",
  "journal.exported": ({ is }) =>
    `a exporté le journal (${count(typeof is.lines === "number" ? is.lines : 0, "ligne")})`,
  "import.applied": ({ is }) => `a importé ${text(is.file)}${saidIn(is)}`,
  "import.undone": ({ is }) => `a annulé l’import de ${text(is.file)}${saidIn(is)}`,
  load: () => "a chargé des données de référence",
};

const saidIn = ({ said }: Fields) =>
  Array.isArray(said) && said.length > 0 ? `${NBSP}: ${list(said.map(text)).slice(0, 300)}` : "";

const year = ({ is }: Said) => `de l’année ${text(is.year)} du contrat ${text(is.contractNo)}`;

function meeting(fields: Fields): string {
  const kind = fields.kind === "point_etape" ? "un point d’étape" : "un dialogue de gestion";
  return text(fields.heldOn) ? `${kind} du ${text(fields.heldOn)}` : kind;
}

/** What an act says besides the sections, in words; what only programs read is left to the unfolded detail. */
const OTHERS: Readonly<Record<string, string>> = {
  name: "Nom",
  message: "Message",
  comment: "Commentaire",
  role: "Rôle",
  organisation: "Organisme",
  departments: "Départements",
  regions: "Régions",
  heldOn: "Date",
  decisions: "Décisions",
  lines: "Lignes",
  reason: "Motif",
};

const CODES: Readonly<Record<string, string>> = { ...ROLE, ...ORGANISATION };

function otherChanges(was: Fields, is: Fields): Change[] {
  return Object.entries(OTHERS).flatMap(([key, label]): Change[] => {
    const [before, after] = [plain(was[key]), plain(is[key])];
    return before === after ? [] : [{ label, before: before || null, after: after || null }];
  });
}

function plain(value: unknown): string {
  if (Array.isArray(value)) return value.map(text).filter(Boolean).join(", ");
  return typeof value === "string" ? (CODES[value] ?? text(value)) : text(value);
}

/** The record that a subject names, and what to call the rest. */
export function subjectOf(subject: string): { readonly cpts: string | null; readonly words: string } {
  const [kind = "", rest = ""] = [
    subject.slice(0, subject.indexOf(":")),
    subject.slice(subject.indexOf(":") + 1),
  ];
  if (kind === "cpts") return { cpts: rest, words: rest };
  if (kind === "dataset") return { cpts: null, words: DATASETS[rest] ?? `Données ${rest}` };
  const words = SUBJECTS[kind];
  return {
    cpts: null,
    words: words === undefined ? subject : `${words} ${isOpaque(rest) ? "" : rest}`.trim(),
  };
}

const SUBJECTS: Readonly<Record<string, string>> = {
  account: "Compte",
  payment_batch: "Fichier de versements",
  import: "Fichier importé",
  invitation: "Invitation",
  journal: "Journal",
};

/** What a department reads rather than the name of a file. */
const DATASETS: Readonly<Record<string, string>> = {
  reference: "Communes, intercommunalités, départements et régions",
  public_records: "CPTS des documents publics",
  outlines: "Contours des territoires",
};

const isOpaque = (id: string) => id.length > 20;

/** Draft saves are told apart by section alone. */
export function draftSection({ action, before, after }: Act): Section | null {
  if (action !== "draft.saved") return null;
  const found = [...Object.keys(fieldsOf(after)), ...Object.keys(fieldsOf(before))].find(isSection);
  return found ?? null;
}
