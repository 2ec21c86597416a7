import { day } from "../../format/fr";
import { typeset } from "../../format/typography";
import type { Rows } from "../rows";
import type { About, Table } from "../table";
import { zipPieces } from "../zip";
import { dataSheet, readingSheet } from "./sheet";
import { STYLES } from "./styles";
import { MAIN, OFFICE, PACKAGE, XML, xmlText } from "./xml";

/**
 * A workbook written as its rows come (ECMA-376, SpreadsheetML): the data under a heading that stays in sight,
 * and a sheet « À lire ». Texts stand in their cells, with no table of shared texts, so that nothing waits in
 * memory for the end of the file; only the zip's own list of six files does.
 */
const READ_ME = "À lire";
const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export function xlsxPieces<Row>(
  table: Table<Row>,
  about: About,
  rows: Rows<Row>,
): AsyncGenerator<Uint8Array> {
  return zipPieces(
    [
      ...partsOf(table, about).map(([name, text]) => ({ name, pieces: [text] })),
      { name: "xl/worksheets/sheet1.xml", pieces: dataSheet(table, rows) },
    ],
    about.madeOn,
  );
}

function partsOf<Row>(table: Table<Row>, about: About): [name: string, text: string][] {
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const part = (name: string, type: string) =>
    `<Override PartName="${name}" ContentType="${SHEET_TYPE}.${type}+xml"/>`;
  const relations = (inside: string) =>
    `${XML}<Relationships xmlns="${PACKAGE}/relationships">${inside}</Relationships>`;
  return [
    [
      "[Content_Types].xml",
      `${XML}<Types xmlns="${PACKAGE}/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        '<Default Extension="xml" ContentType="application/xml"/>' +
        part("/xl/workbook.xml", "sheet.main") +
        part("/xl/worksheets/sheet1.xml", "worksheet") +
        part("/xl/worksheets/sheet2.xml", "worksheet") +
        part("/xl/styles.xml", "styles") +
        "</Types>",
    ],
    ["_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml"))],
    [
      "xl/workbook.xml",
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` +
        `<sheet name="${xmlText(sheetName(table.title))}" sheetId="1" r:id="rId1"/>` +
        `<sheet name="${READ_ME}" sheetId="2" r:id="rId2"/></sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      relations(
        relation(1, "worksheet", "worksheets/sheet1.xml") +
          relation(2, "worksheet", "worksheets/sheet2.xml") +
          relation(3, "styles", "styles.xml"),
      ),
    ],
    ["xl/styles.xml", STYLES],
    ["xl/worksheets/sheet2.xml", readingSheet(toRead(table, about))],
  ];
}

function toRead<Row>(table: Table<Row>, about: About): [string, string?][] {
  return [
    [table.title],
    ["Ce que c’est", typeset(table.description)],
    ["Chiffres au", day(about.asOf)],
    ["Fichier fait le", day(about.madeOn)],
    ["Mêmes chiffres à l’adresse", about.address],
    ["Licence", about.licence],
    ...about.notes.map(({ label, text }): [string, string] => [label, typeset(text)]),
    [
      "Valeurs absentes",
      "« non communiqué », « sans objet » et « à confirmer » ne sont pas zéro ; une case vide n’a rien à dire de sa ligne.",
    ],
    [""],
    ["Colonnes"],
    ...table.columns.map(({ label, description }): [string, string] => [label, typeset(description)]),
  ];
}

/** At most 31 characters, none of those that a sheet's name may not have, and not the other sheet's. */
function sheetName(title: string): string {
  const name = title
    .replace(/[[\]:*?/\\]/g, " ")
    .replace(/^'+|'+$/g, "")
    .trim()
    .slice(0, 31);
  return name === "" || name === READ_ME ? "Données" : name;
}
