import { describe, expect, it } from "vitest";
import { DataTable, type Column } from "@/components/tables/DataTable";
import { html, text } from "./render";

interface Line {
  readonly name: string;
  readonly people: number;
}

const COLUMNS: readonly Column<Line>[] = [
  {
    key: "name",
    header: "CPTS",
    label: "CPTS",
    rowHeader: true,
    cell: ({ name }) => name,
    sort: { href: "?tri=name", now: null },
  },
  {
    key: "people",
    header: "Habitants",
    label: "Habitants",
    numeric: true,
    cell: ({ people }) => people,
    sort: { href: "?tri=people", now: "descending" },
  },
];
const ROWS = [
  { name: "Sud 63", people: 56706 },
  { name: "Livradois Forez", people: 27687 },
];

function table(more: Partial<React.ComponentProps<typeof DataTable<Line>>> = {}): string {
  return html(
    <DataTable
      columns={COLUMNS}
      rows={ROWS}
      rowKey={({ name }) => name}
      caption="CPTS du département"
      phone="cards"
      {...more}
    />,
  );
}

describe("a table", () => {
  it("has a caption, a header for each column, a header for each row", () => {
    const markup = table();
    expect(markup).toContain("<caption>CPTS du département</caption>");
    expect(markup.match(/<th scope="col"/g)).toHaveLength(2);
    expect(markup.match(/<th scope="row"/g)).toHaveLength(2);
  });

  it("keeps a hidden caption for those who hear", () =>
    expect(table({ captionHidden: true })).toContain('<caption class="vh">CPTS du département</caption>'));

  it("is sorted by links, and says by what", () => {
    const markup = table();
    expect(markup.match(/aria-sort/g)).toHaveLength(1);
    expect(markup).toMatch(
      /<th scope="col" class="num" aria-sort="descending"><a class="sort" href="\?tri=people">/,
    );
  });

  it("labels each value of a phone's card", () =>
    expect(table()).toContain('<td class="num" data-l="Habitants">56706</td>'));

  it("that scrolls is a named region that the keyboard reaches", () =>
    expect(table({ phone: "scroll", label: "Tableau des CPTS" })).toMatch(
      /^<div class="scroll sticky" role="region" aria-label="Tableau des CPTS, à faire défiler" tabindex="0">/,
    ));

  it("that is empty says so, across, and totals nothing", () => {
    const markup = table({
      rows: [],
      empty: "Aucune CPTS à cette date.",
      foot: (
        <tr>
          <td>0</td>
        </tr>
      ),
    });
    expect(markup).toMatch(/<td class="full mut" colSpan="2">Aucune CPTS à cette date\.<\/td>/i);
    expect(markup).not.toContain("<tfoot>");
  });

  it("reads in the order of its rows", () =>
    expect(text(table())).toMatch(/Sud 63.*56706.*Livradois Forez.*27687/));
});
