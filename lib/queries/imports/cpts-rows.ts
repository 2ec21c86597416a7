import { randomUUID } from "node:crypto";
import { day as written, when as spanWords } from "../../format/fr";
import { LIFECYCLE, MEASURE, STAGE } from "../../format/labels";
import { resolveDepartments } from "../../import/departments";
import { readCount, readSizeTier, readStage } from "../../import/values";
import type { IsoDay, Span } from "../../kernel/date";
import type { StatedMeasure } from "../../record/cpts";
import { EMPTY_DOSSIER, type Identity } from "../../record/dossier";
import { STAGE_RANK, stageAt, type LifecycleKind } from "../../record/lifecycle";
import { FIRST_DAY } from "../../schemas/address";
import { identityForm } from "../../schemas/sections/identity";
import { freeSlug, namesakes } from "../../territory/namesakes";
import { searchName } from "../../territory/search-name";
import type { PlanContext, Row } from "./context";
import { departmentsOf } from "./territory";
import type { Working } from "./working";

/** A row of one CPTS: creates it where nobody bears its name, else completes it. Null where it is refused. */
export function applyCptsRow(plan: PlanContext, row: Row, communes: readonly string[] = []): Working | null {
  const departments = departmentsIn(plan, row);
  const found = plan.cptsOf(row);
  if (found === null) return null;
  if (found === undefined) row.cpts = row.cell("name");
  const work =
    found ?? created(plan, row, departments.length > 0 ? departments : departmentsOf(plan, communes));
  if (work === null) return null;
  if (work.row !== null) {
    return row.fault("name", `est déjà à la ligne ${work.row}\u00a0: gardez une ligne par CPTS`);
  }
  work.row = row.source.row;
  if (found) {
    for (const code of work.attach(departments)) {
      row.changes.push({ label: "Département", before: null, after: code });
    }
  } else work.attach(departments);
  applySteps(plan, row, work);
  applyFigures(plan, row, work);
  applyIdentity(row, work);
  row.outcome = work.isNew ? "created" : row.changes.length > 0 ? "changed" : "unchanged";
  return work;
}

function departmentsIn(plan: PlanContext, row: Row): string[] {
  return resolveDepartments(row.cell("department"), plan.departments).flatMap((one) => {
    if ("code" in one) return [one.code];
    row.fault("department", one.fault);
    return [];
  });
}

const MOST_NAME = 120;

function created(plan: PlanContext, row: Row, departments: readonly string[]): Working | null {
  const name = row.cell("name");
  if (!/[\p{L}\p{N}]/u.test(name)) return row.fault("name", "est vide\u00a0: nommez la CPTS");
  if (name.length > MOST_NAME)
    return row.fault("name", `dépasse ${MOST_NAME} caractères\u00a0: abrégez le nom`);
  const [first] = departments;
  if (first === undefined) {
    if (row.faults.length > 0) return null;
    return row.fault("department", "est vide\u00a0: une CPTS à créer a besoin de son département");
  }
  if (!plan.may(departments)) {
    return row.fault(
      "department",
      `est hors de votre territoire\u00a0: un compte de ce département peut l’importer`,
    );
  }
  const near = namesakes(
    name,
    plan.all.filter((one) => one.departments.some((code) => departments.includes(code))),
  );
  if (near.length > 0) {
    const names = near.slice(0, 3).map((one) => one.name);
    row.notes.push(`Nom proche de ${names.join(", ")}\u00a0: vérifiez que c’est une autre CPTS.`);
  }
  const key = searchName(name).replace(/^cpts (?=.)/, "");
  const twin = [...plan.works.values()].find(
    (one) => one.isNew && searchName(one.cpts.name).replace(/^cpts (?=.)/, "") === key,
  );
  if (twin)
    return row.fault("name", `est déjà à la ligne ${twin.row ?? ""}\u00a0: gardez une ligne par CPTS`);
  row.changes.push({ label: "CPTS", before: null, after: name });
  return plan.create({
    id: randomUUID(),
    slug: freeSlug(name, first, plan.slugs),
    name,
    version: 1,
    departments: [],
    events: [],
    signed: [],
    memberships: [],
    figures: [],
    counts: [],
    identity: EMPTY_DOSSIER.identity,
    waits: { territory: false, contract: false },
  });
}

const STEPS = [
  ["letterOfIntent", "letter_of_intent"],
  ["projectValidated", "project_validated"],
  ["signature", "signature"],
  ["termination", "termination"],
] as const;

/** The first day on which a stage could be reached: the law, the first agreement. */
const EARLIEST: Readonly<Partial<Record<LifecycleKind, IsoDay>>> = { signature: "2019-08-25" };
const KIND_OF = { intent: "letter_of_intent", validated: "project_validated", signed: "signature" } as const;

function applySteps(plan: PlanContext, row: Row, work: Working): void {
  const { asOf } = plan.input.options;
  const before = row.faults.length;
  for (const [field, kind] of STEPS) {
    const day = row.day(field);
    if (day === null) continue;
    if (day > plan.input.today) row.fault(field, "est un jour à venir\u00a0: indiquez une étape faite");
    else setStep(row, work, field, kind, { earliest: day, latest: day });
  }
  const text = row.cell("stage");
  if (text === "" || row.faults.length > before) return;
  const said = readStage(text);
  if (said === null) {
    row.fault(
      "stage",
      "n’est pas une étape\u00a0: écrivez lettre d’intention, projet validé, ACI signé ou résiliée",
    );
    return;
  }
  const { stage } = stageAt(work.eventsAfter(), asOf);
  if (said === "terminated") {
    if (stage !== "none" || work.isNew) {
      row.fault(
        "stage",
        "dit la CPTS résiliée\u00a0: donnez le jour dans une colonne «\u00a0Fin du contrat\u00a0»",
      );
    }
    return;
  }
  if (STAGE_RANK[stage] > STAGE_RANK[said]) {
    row.fault(
      "stage",
      `est en deçà de la fiche, qui dit «\u00a0${STAGE[stage]}\u00a0» au ${written(asOf)}\u00a0: corrigez la cellule, ou la fiche d’abord`,
    );
    return;
  }
  const kind = KIND_OF[said];
  if (stage !== said)
    setStep(row, work, "stage", kind, { earliest: EARLIEST[kind] ?? FIRST_DAY, latest: asOf });
}

function setStep(row: Row, work: Working, field: string, kind: LifecycleKind, when: Span): void {
  const held = work.eventsAfter().filter((one) => one.kind === kind);
  if (held.some((one) => one.when.earliest === when.earliest && one.when.latest === when.latest)) return;
  if (work.cpts.waits.contract) {
    row.fault(field, "change une fiche dont une proposition attend une décision\u00a0: tranchez-la d’abord");
    return;
  }
  const [only, ...others] = held;
  if (others.length > 0) {
    row.fault(
      field,
      `ne correspond à aucune des ${held.length} étapes de ce genre sur la fiche\u00a0: corrigez-les dans la fiche`,
    );
    return;
  }
  row.changes.push({
    label: LIFECYCLE[kind],
    before: only ? spanWords(only.when) : null,
    after: spanWords(when),
  });
  if (only) {
    work.events.removed.push(only);
    const isSigned = work.cpts.signed.some(
      (one) => one.earliest === only.when.earliest && one.latest === only.when.latest,
    );
    if (kind === "signature" && isSigned) work.signed.push({ was: only.when, is: when });
  }
  work.events.added.push({ kind, when });
}

const MOST_FIGURE = 10_000_000;

function applyFigures(plan: PlanContext, row: Row, work: Working): void {
  const asOf = row.day("asOf") ?? plan.input.options.asOf;
  const members = /membre|adherent/.test(searchName(plan.columnOf("professionals")));
  const figures: readonly (readonly [string, StatedMeasure])[] = [
    ["population", "population"],
    ["communes", "communes"],
    ["sizeTier", "size_tier"],
    ["professionals", members ? "members" : "professionals"],
  ];
  for (const [field, measure] of figures) {
    const text = row.cell(field);
    if (text === "") continue;
    const value = measure === "size_tier" ? readSizeTier(text) : readCount(text);
    if (value === null || value > MOST_FIGURE) {
      row.fault(
        field,
        measure === "size_tier"
          ? "n’est pas une taille\u00a0: écrivez 1, 2, 3 ou 4"
          : "n’est pas un nombre entier",
      );
      continue;
    }
    const latest = work.cpts.figures
      .filter((one) => one.measure === measure)
      .reduce<{ value: number; asOf: Span } | null>(
        (last, one) => (last === null || one.asOf.latest > last.asOf.latest ? one : last),
        null,
      );
    if (latest && latest.asOf.latest > asOf) {
      row.fault(
        field,
        `est plus ancien que celui de la fiche, du ${written(latest.asOf.latest)}\u00a0: videz la cellule`,
      );
      continue;
    }
    if (latest?.value === value) continue;
    work.figures.push({ measure, value, asOf });
    row.changes.push({
      label: MEASURE[measure],
      before: latest ? String(latest.value) : null,
      after: String(value),
    });
  }
}

const IDENTITY: Readonly<Record<keyof Identity, string>> = {
  legalForm: "Forme juridique",
  siret: "SIRET",
  address: "Adresse",
  email: "Courriel",
  phone: "Téléphone",
  website: "Site",
};

function applyIdentity(row: Row, work: Working): void {
  for (const field of Object.keys(IDENTITY) as (keyof Identity)[]) {
    const text = row.cell(field);
    if (text === "") continue;
    const read = identityForm.shape[field].safeParse(text);
    if (!read.success) {
      row.fault(field, read.error.issues[0]?.message ?? "n’est pas lisible");
      continue;
    }
    const before = work.cpts.identity[field];
    if (read.data === null || read.data === before) continue;
    work.identity = { ...work.identity, [field]: read.data };
    row.changes.push({ label: IDENTITY[field], before, after: read.data });
  }
}
