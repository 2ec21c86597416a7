import { describe, expect, test } from "vitest";
import { subjectOf, tell } from "@/lib/format/audit/entry";
import { foldInto, type FoldedEntry } from "@/lib/queries/audit/fold";
import { withoutContacts } from "@/lib/queries/audit/redact";
import type { AuditEntry } from "@/lib/db/repositories/audit";

const NAMES: Readonly<Record<string, string>> = { "03310": "Vichy", "03095": "Cusset", "03001": "Abrest" };
const told = (action: string, before: unknown, after: unknown) =>
  tell({ action, before, after }, (code) => NAMES[code]);
const plain = (words: string) => words.replace(/[\u00a0\u202f]/g, " ");

const counts = (count: unknown) => ({
  professionals: { asOf: "2026-06-01", counts: [{ profession: "infirmier", scope: "members", count }] },
});

describe("an act in words", () => {
  test("a section saved says what changed", () => {
    const { sentence, sections } = told("section.saved", counts(60), { version: 4, ...counts(62) });
    expect(plain(sentence)).toBe("a enregistré Professionnels : infirmiers 60 → 62");
    expect(sections).toEqual([
      { title: "Professionnels", changes: [{ label: "infirmiers", before: "60", after: "62" }] },
    ]);
  });

  test("a draft that holds anything at all is told all the same", () => {
    const { sentence } = told("draft.saved", counts(60), counts("une soixantaine"));
    expect(plain(sentence)).toBe("a saisi un brouillon de Professionnels : infirmiers 60 → une soixantaine");
    for (const odd of [
      null,
      3,
      "x",
      [],
      { professionals: 7 },
      { professionals: { counts: [null, 4, {}] } },
    ]) {
      expect(told("draft.saved", odd, odd).sentence).toContain("a saisi un brouillon");
    }
  });

  test("communes come and go as one change, by name", () => {
    const territory = (...codes: string[]) => ({
      territory: {
        from: "2026-01-01",
        communes: codes.map((code) => ({ code, share: "whole", note: null })),
      },
    });
    const { sections, sentence } = told(
      "section.amended",
      territory("03310", "03095"),
      territory("03310", "03001", "99999"),
    );
    expect(sentence).toContain(
      "communes ajoutées (2)\u00a0: Abrest (03001) et Commune 99999, communes retirées (1)\u00a0: Cusset (03095)",
    );
    expect(sections[0]?.changes).toMatchObject([
      { label: "Communes ajoutées (2)", before: null, after: "Abrest (03001) et Commune 99999" },
      { label: "Communes retirées (1)", before: "Cusset (03095)", after: null },
    ]);
  });

  test("a proposal is told against what it stood on, with its words", () => {
    const mission = (startedOn: string | null) => ({
      missions: [{ mission: "parcours", startedOn, endedOn: null, objectives: [] }],
    });
    const after = {
      id: "x",
      round: 2,
      message: "Date convenue.",
      missions: { base: mission(null), proposed: mission("2026-05-01") },
    };
    const { sentence, sections } = told("submission.submitted", null, after);
    expect(plain(sentence)).toBe("a proposé Missions (la proposition n° 2) : « Date convenue. »");
    expect(sections[0]?.changes).toEqual([
      {
        label: "Parcours pluriprofessionnels",
        before: "sans date de démarrage",
        after: "démarrée le 01/05/2026",
      },
    ]);
  });

  test.each([
    [
      "submission.returned",
      { round: 1, comment: "Il manque Cusset." },
      "a renvoyé la proposition n° 1 : « Il manque Cusset. »",
    ],
    ["submission.withdrawn", { round: 1 }, "a retiré la proposition n° 1"],
    ["accept_invitation", { role: "coordinator" }, "a créé son compte (Coordination de CPTS)"],
    [
      "meeting.added",
      { kind: "point_etape", heldOn: "2026-03-02" },
      "a consigné un point d’étape du 02/03/2026",
    ],
    ["journal.exported", { lines: 1234 }, "a exporté le journal (1 234 lignes)"],
    ["something.new", {}, "a fait « something.new »"],
  ])("%s", (action, after, words) => {
    expect(plain(told(action, null, after).sentence)).toBe(words);
  });

  test("results are told by year, value by value, never by the id of a document", () => {
    const results = (value: number | null, documentId: string | null) => ({
      contractNo: 1,
      year: 4,
      results: {
        crisisRecognised: null,
        missions: [
          {
            mission: "prevention",
            achievement: null,
            indicators: [{ terms: { label: "Patients vaccinés", unit: "%" }, value, documentId }],
          },
        ],
      },
    });
    const { sentence, sections } = told("results.proposed", results(null, null), results(62.5, "7d6f0a3e"));
    expect(plain(sentence)).toBe("a proposé les résultats de l’année 4 du contrat 1");
    expect(sections).toMatchObject([
      {
        title: "Résultats",
        changes: [
          { before: null, after: "62,5 %" },
          { before: null, after: "un document joint" },
        ],
      },
    ]);
    const names: Readonly<Record<string, string>> = {
      "7d6f0a3e": "bilan.pdf",
      "9c1e22b4": "bilan corrigé.pdf",
    };
    const replaced = (name: (id: string) => string | undefined) =>
      tell(
        {
          action: "results.saved",
          before: results(62.5, "7d6f0a3e"),
          after: results(62.5, "9c1e22b4"),
        },
        () => undefined,
        name,
      ).sections.flatMap(({ changes }) => changes.map(({ after }) => plain(after ?? "")));
    expect(replaced((id) => names[id])).toEqual(["« bilan corrigé.pdf », remplace « bilan.pdf »"]);
    expect(replaced(() => undefined)).toEqual(["un document joint, en remplace un autre"]);
    const reopened = told("results.reopened", results(1, null), {
      ...results(1, null),
      reason: "Une pièce.",
    });
    expect(plain(reopened.sentence)).toBe(
      "a rouvert les résultats de l’année 4 du contrat 1 : « Une pièce. »",
    );
    const settled = { ...results(1, null), settledOn: "2024-04-10" };
    expect(plain(told("results.settled", results(1, null), settled).sentence)).toBe(
      "a arrêté les résultats de l’année 4 du contrat 1, au dialogue de gestion du 10/04/2024",
    );
  });

  test("indicators are told with their steps in euros", () => {
    const indicators = (amount: object) => ({
      indicators: {
        indicators: [
          {
            contract: 1,
            mission: "prevention",
            label: "Patients vaccinés",
            kind: "result",
            direction: "rising",
            unit: "%",
            fromYear: 1,
            steps: [{ threshold: 62.5, ...amount }],
          },
        ],
      },
    });
    const { sections } = told(
      "section.amended",
      indicators({ amountCents: 600_000 }),
      indicators({ amountCents: 700_000 }),
    );
    expect(sections[0]?.title).toBe("Indicateurs");
    const [change] = sections[0]?.changes ?? [];
    expect(plain(change?.label ?? "")).toBe("Prévention : Patients vaccinés");
    expect(plain(change?.after ?? "")).toContain("62,5 % → 7 000 €");
  });

  test("amounts are euros, whether they come from the record or from the form", () => {
    const contract = (amount: object) => ({
      contract: {
        steps: [],
        contracts: [{ amounts: [{ line: "fonctionnement", part: "fixed", year: null, ...amount }] }],
      },
    });
    const { sections } = told(
      "section.saved",
      contract({ amountCents: 6_000_050 }),
      contract({ euros: "61000" }),
    );
    expect(
      sections[0]?.changes.map(({ before, after }) => [plain(before ?? ""), plain(after ?? "")]),
    ).toEqual([["60 000,50 €", "61000 €"]]);
  });

  test("subjects are named, opaque identifiers are not shown", () => {
    expect(subjectOf("cpts:sud-allier")).toEqual({ cpts: "sud-allier", words: "sud-allier" });
    expect(subjectOf("invitation:7d6f0a3e-7d6f-0a3e-7d6f-0a3e7d6f0a3e").words).toBe("Invitation");
    expect(subjectOf("import:7d6f0a3e-7d6f-0a3e-7d6f-0a3e7d6f0a3e").words).toBe("Fichier importé");
    expect(subjectOf("dataset:reference").words).toBe("Communes, intercommunalités, départements et régions");
  });
});

const entry = (id: number, minute: number, over: Partial<AuditEntry> = {}): AuditEntry => ({
  id,
  at: new Date(Date.UTC(2026, 10, 23, 10, minute)).toISOString(),
  actor: "claire",
  action: "draft.saved",
  subject: "cpts:pilat",
  before: { identity: { name: `v${id - 1}` } },
  after: { identity: { name: `v${id}` } },
  ...over,
});

function fold(entries: readonly AuditEntry[]): FoldedEntry[] {
  const lines: FoldedEntry[] = [];
  for (const one of entries) {
    if (foldInto(lines, one) === null) lines.push({ ...one, since: one.at, saves: 1 });
  }
  return lines;
}

describe("saves of a draft", () => {
  test("of one sitting are one line, from before the first to after the last, every field of them", () => {
    const lines = fold([
      entry(4, 25),
      entry(3, 10, { before: { identity: { email: null } }, after: { identity: { email: "a@b.fr" } } }),
      entry(2, 1),
    ]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      id: 4,
      saves: 3,
      since: entry(2, 1).at,
      before: { identity: { name: "v1", email: null } },
      after: { identity: { name: "v4", email: "a@b.fr" } },
    });
  });

  test("of another person, section, record or sitting are lines of their own", () => {
    expect(fold([entry(3, 59), entry(2, 10)])).toHaveLength(2);
    expect(fold([entry(3, 2), entry(2, 1, { actor: "david" })])).toHaveLength(2);
    expect(fold([entry(3, 2), entry(2, 1, { subject: "cpts:autre" })])).toHaveLength(2);
    expect(fold([entry(3, 2), entry(2, 1, { before: {}, after: { project: {} } })])).toHaveLength(2);
  });

  test("are not folded across what else was done to the section", () => {
    const saved = entry(3, 2, { action: "section.saved" });
    expect(fold([entry(4, 3), saved, entry(2, 1)])).toHaveLength(3);
  });
});

describe("people to reach", () => {
  test("leave the entry wherever they stand, and their change is still told", () => {
    const contact = (name: string) => ({
      identity: { name: "Pilat", contacts: [{ name, email: "x@y.fr" }] },
    });
    const hidden = withoutContacts(entry(1, 0, { before: contact("Marie"), after: contact("Jeanne") }));
    expect(JSON.stringify(hidden)).not.toMatch(/Marie|Jeanne|x@y/);
    const { sections } = tell(hidden, () => undefined);
    expect(sections[0]?.changes.map(({ label }) => label)).toEqual(["Contacts"]);
  });

  test("that did not change are told as such", () => {
    const same = { identity: { name: "Pilat", contacts: [{ name: "Marie" }] } };
    const hidden = withoutContacts(entry(1, 0, { before: same, after: same }));
    expect(tell(hidden, () => undefined).sections).toEqual([]);
  });
});
