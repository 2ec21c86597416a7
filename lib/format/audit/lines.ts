import { isIsoDay } from "../../kernel/date";
import type { Section } from "../../record/sections";
import { day, integer, money, NBSP } from "../fr";
import { DIRECTION, INDICATOR_KIND } from "../indicators";
import { LIFECYCLE, MISSION, PARTNER, PARTY, PROFESSION } from "../labels";

/** What a section held, one readable line per thing it says. */
export interface Line {
  /** The same thing before and after has the same key. */
  readonly key: string;
  readonly label: string;
  readonly value: string;
  /** What tells two values apart where their words may not. */
  readonly identity?: string;
  /** Lines told together when they come or go: the communes of a territory. */
  readonly group?: string;
}

/** How to call the communes. */
export type CommuneName = (code: string) => string | undefined;
/** How to call the documents, by id. */
export type DocumentName = (id: string) => string | undefined;

type Fields = Readonly<Record<string, unknown>>;

/**
 * The lines of a section, from what the record held or from what was being typed: a draft may hold anything,
 * so that nothing is believed of its shape.
 */
export function linesOf(section: Section, content: unknown, communeName: CommuneName): Line[] {
  return LINES[section](fieldsOf(content), communeName);
}

const LINES: Readonly<Record<Section, (content: Fields, communeName: CommuneName) => Line[]>> = {
  identity: (content) => [
    ...texts(content, {
      name: "Nom",
      legalForm: "Forme juridique",
      siret: "SIRET",
      address: "Adresse",
      email: "Courriel public",
      phone: "Téléphone public",
      website: "Site",
    }),
    ...rows(content.contacts).map((contact, index) => ({
      key: `contact ${index}`,
      label: `Contact ${index + 1}`,
      value: joined([contact.function, contact.name, contact.email, contact.phone]),
    })),
    ...(typeof content.contacts === "string" ? [line("contacts", "Contacts", content.contacts)] : []),
  ],
  territory: (content, communeName) => [
    ...texts(content, { from: "Date d’effet" }),
    ...rows(content.communes).map(({ code, share, note }) => {
      const name = communeName(text(code));
      return {
        key: `commune ${text(code)}`,
        label: name === undefined ? `Commune ${text(code)}` : `${name} (${text(code)})`,
        value: joined([shareText(share), note], "\u00a0: "),
        group: "Communes",
      };
    }),
  ],
  professionals: (content) => [
    ...texts(content, { asOf: "Date du décompte" }),
    ...rows(content.counts).map(({ profession, scope, count }) => ({
      key: `count ${text(scope)} ${text(profession)}`,
      label: `${plural(PROFESSION, profession)}${scope === "territory" ? " sur le territoire" : ""}`,
      value: text(count),
    })),
  ],
  partners: (content) => [
    ...texts(content, { asOf: "Date de la liste" }),
    ...rows(content.structures).map(({ kind, name, count, beds }, index) => ({
      key: `structure ${text(kind)} ${text(name) || index}`,
      label: joined([named(PARTNER, kind), name], "\u00a0: "),
      value: joined([
        text(count) && `nombre${NBSP}: ${text(count)}`,
        text(beds) && `${text(beds)} lits ou places`,
      ]),
    })),
  ],
  project: (content) => [
    ...texts(content, { summary: "Résumé" }),
    ...rows(content.axes).map(({ title, description, mission }, index) => ({
      key: `axis ${index}`,
      label: `Axe ${index + 1}`,
      value: joined([title, missionName(mission) && `(${missionName(mission)})`, description], " "),
    })),
  ],
  missions: (content) =>
    rows(content.missions).map(({ mission, startedOn, endedOn, objectives }) => ({
      key: `mission ${text(mission)}`,
      label: missionName(mission) || "Mission",
      value: joined(
        [
          text(startedOn) ? `démarrée le ${text(startedOn)}` : "sans date de démarrage",
          text(endedOn) && `terminée le ${text(endedOn)}`,
          ...(Array.isArray(objectives) ? objectives.map((one) => `«${NBSP}${text(one)}${NBSP}»`) : []),
        ],
        "\n",
      ),
    })),
  contract: (content) => [
    ...rows(content.steps).map(({ kind, earliest, latest, note }, index, steps) => ({
      // The second of a kind is told from the first, wherever it stands among the others.
      key: `step ${text(kind)} ${steps.slice(0, index).filter((one) => one.kind === kind).length}`,
      label: label(LIFECYCLE, kind) || "Étape",
      value: joined([period(earliest, latest), note]),
    })),
    ...rows(content.contracts).flatMap(contractLines),
  ],
  indicators: (content) =>
    rows(content.indicators).map(({ contract, mission, label: name, unit, fromYear, toYear, ...one }) => ({
      key: `indicator ${text(contract)} ${text(mission)} ${text(fromYear)} ${text(name)}`,
      label: joined([missionName(mission), name], "\u00a0: ") || "Indicateur",
      value: joined([
        label(INDICATOR_KIND, one.kind),
        label(DIRECTION, one.direction),
        text(one.baseline) && `départ ${text(one.baseline)} ${text(unit)}`,
        ...rows(one.steps).map(
          ({ threshold, amountCents, euros }) =>
            `${text(threshold)} ${text(unit)} → ${typeof amountCents === "number" ? money(amountCents) : text(euros)}`,
        ),
        text(toYear) ? `années ${text(fromYear)} à ${text(toYear)}` : `depuis l’année ${text(fromYear)}`,
      ]),
    })),
};

function contractLines(contract: Fields, index: number): Line[] {
  const { signedEarliest, signedLatest, termMonths, endedOn, scheduleId, parties, amounts } = contract;
  const title = index === 0 ? "Contrat" : `Contrat ${index + 1}`;
  const at = (key: string, name: string, value: string): Line[] =>
    value === "" ? [] : [line(`contract ${index} ${key}`, `${title}, ${name}`, value)];
  return [
    ...at("signed", "signature", period(signedEarliest, signedLatest)),
    ...at("term", "durée", text(termMonths) && `${text(termMonths)} mois`),
    ...at("ended", "fin", text(endedOn)),
    ...at("schedule", "barème", text(scheduleId)),
    ...at(
      "parties",
      "signataires",
      joined(rows(parties).map(({ kind, name }) => text(name) || label(PARTY, kind))),
    ),
    ...rows(amounts).flatMap(({ line: of, part, year, amountCents, euros }) =>
      at(
        `amount ${text(of)} ${text(part)} ${text(year)}`,
        joined([
          lineName(of),
          part === "variable" ? "variable" : "fixe",
          text(year) && `année ${text(year)}`,
        ]),
        typeof amountCents === "number" ? money(amountCents) : text(euros) && `${text(euros)}${NBSP}€`,
      ),
    ),
  ];
}

const lineName = (of: unknown): string =>
  of === "fonctionnement" ? "fonctionnement" : of === "non_ventile" ? "non ventilé" : missionName(of);

const missionName = (mission: unknown): string =>
  typeof mission === "string" && mission in MISSION
    ? MISSION[mission as keyof typeof MISSION].short
    : text(mission);

function shareText(share: unknown): string {
  if (share === "whole" || share === undefined) return "entière";
  if (share === "unknown") return "en partie, part inconnue";
  const { numerator, denominator } = fieldsOf(share);
  return numerator === undefined ? text(share) : `${text(numerator)}/${text(denominator)}`;
}

function period(earliest: unknown, latest: unknown): string {
  const [from, to] = [text(earliest), text(latest)];
  return to === "" || from === to ? from : `entre le ${from} et le ${to}`;
}

function texts(content: Fields, labels: Readonly<Record<string, string>>): Line[] {
  return Object.entries(labels).flatMap(([key, name]) => {
    const value = text(content[key]);
    return value === "" ? [] : [line(key, name, value)];
  });
}

const line = (key: string, name: string, value: string): Line => ({ key, label: name, value });

/** Any value as words: days and whole numbers as the French write them, nothing for nothing. */
export function text(value: unknown): string {
  if (typeof value === "number") {
    return Number.isSafeInteger(value) ? integer(value) : String(value).replace(".", ",");
  }
  if (typeof value === "string") return isIsoDay(value) ? day(value) : value.trim();
  if (typeof value === "boolean") return value ? "oui" : "non";
  return "";
}

const joined = (parts: readonly unknown[], by = ", "): string => parts.map(text).filter(Boolean).join(by);

export function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

const rows = (value: unknown): Fields[] => (Array.isArray(value) ? value.map(fieldsOf) : []);

function label(labels: Readonly<Record<string, string>>, code: unknown): string {
  return typeof code === "string" ? (labels[code] ?? code) : text(code);
}

const named = (labels: Readonly<Record<string, readonly [string, string]>>, code: unknown): string =>
  typeof code === "string" ? (labels[code]?.[0] ?? code) : text(code);

const plural = (labels: Readonly<Record<string, readonly [string, string]>>, code: unknown): string =>
  typeof code === "string" ? (labels[code]?.[1] ?? code) : text(code);
