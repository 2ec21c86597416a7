import type { About, AbsentCell, Table } from "@/lib/export";

/** One row of every kind of cell. */
export interface Sample {
  readonly code: string;
  readonly name: string;
  readonly people: number | AbsentCell;
  readonly share: number | null;
  readonly cents: number | AbsentCell;
  readonly rate: number | AbsentCell;
  readonly on: string | null;
  readonly estimated: boolean;
}

export const SAMPLES: Table<Sample> = {
  id: "communes-01",
  title: "Communes : essai [Ain]",
  description: "Une ligne par commune.",
  key: ["code"],
  columns: [
    { name: "code", label: "Code INSEE", kind: "code", description: "Code", of: (row) => row.code },
    { name: "name", label: "Nom", kind: "text", description: "Nom", of: (row) => row.name },
    { name: "people", label: "Habitants", kind: "integer", description: "PMUN", of: (row) => row.people },
    { name: "share", label: "Part", kind: "decimal", description: "Part", of: (row) => row.share },
    { name: "amount", label: "Montant", kind: "cents", description: "Euros", of: (row) => row.cents },
    { name: "rate", label: "Taux", kind: "rate", description: "De 0 à 1", of: (row) => row.rate },
    { name: "on", label: "Jour", kind: "day", description: "Jour", of: (row) => row.on },
    {
      name: "estimated",
      label: "Estimé",
      kind: "boolean",
      description: "oui ou non",
      of: (row) => row.estimated,
    },
  ],
};

export const ABOUT: About = {
  madeOn: "2026-11-23",
  asOf: "2025-01-31",
  address: "https://exemple.fr/departements/01",
  licence: "Licence Ouverte / Etalab 2.0",
  notes: [{ label: "Filtres", text: "aucun" }],
};

export const AMBERIEU: Sample = {
  code: "01004",
  name: "Ambérieu-en-Bugey",
  people: 15_554,
  share: 0.5,
  cents: 123_456_789,
  rate: 0.6690123456789012,
  on: "2020-02-19",
  estimated: true,
};

export const UNKNOWN: Sample = {
  code: "2A004",
  name: 'Aurillac ; dit "l’autre"\nici',
  people: { absence: "non_communique" },
  share: null,
  cents: { absence: "a_confirmer" },
  rate: { absence: "sans_objet" },
  on: null,
  estimated: false,
};

export const NEGATIVE: Sample = { ...AMBERIEU, code: "01001", name: "-12", people: -12, cents: -5, rate: 0 };

/** Texts that a spreadsheet would run, or that shift what follows. */
export const RISKY = [
  "=1+1",
  "+33",
  "-2",
  "@SUM(A1)",
  "\tx",
  "\r=1",
  "\nx",
  "  =HYPERLINK(1)",
  "\u00a0=1",
  "\u200b=1",
  "\ufeff@A1",
  "＝1+1",
  "＋1",
  "－1",
  "＠A1",
];

export async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) pieces.push(next.value);
  return Buffer.concat(pieces);
}
