"use client";

import { useEffect, useRef, type ReactNode } from "react";
import { count, integer, list } from "@/lib/format/fr";
import type { NamedCommune, PasteReport } from "@/lib/territory/paste";
import { Icon, type IconName } from "../ui/Icon";
import { Num } from "../ui/Num";

interface PasteReportTableProps {
  readonly report: PasteReport;
  readonly held: ReadonlySet<string>;
  /** The commune chosen for what is ambiguous. */
  readonly chosen: Readonly<Record<string, string>>;
  readonly choose: (typed: string, code: string) => void;
  readonly apply: (communes: readonly NamedCommune[]) => Promise<void>;
}

/** Things told one by one; beyond, how many more. */
const TOLD = 30;

/** What a pasted list says, before anything is applied. */
export function PasteReportTable({ report, held, chosen, choose, apply }: PasteReportTableProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [report]);
  const { recognised, replaced, duplicates, ambiguous, unknown } = report;
  const picked = ambiguous.flatMap(({ typed, options }) =>
    options.filter(({ code }) => code === chosen[typed]),
  );
  const all = [...new Map([...recognised, ...replaced, ...picked].map((one) => [one.code, one])).values()];
  const fresh = all.filter(({ code }) => !held.has(code));
  return (
    <>
      <h3 className="te-h" tabIndex={-1} ref={title}>
        {count(recognised.length + replaced.length, "commune reconnue", "communes reconnues")}
      </h3>
      <table className="te-res">
        <caption className="vh">Ce que dit la liste collée</caption>
        <tbody>
          <Row icon="check" look="ok" name="Reconnus" value={recognised.length}>
            {all.length > fresh.length &&
              `dont ${count(all.length - fresh.length, "déjà dans le territoire", "déjà dans le territoire")}`}
          </Row>
          {replaced.length > 0 && (
            <Row icon="to" look="ok" name="Codes anciens, remplacés" value={replaced.length}>
              {told(replaced.map(({ typed, code, name }) => `${typed} devient ${code}, ${name}`))}
            </Row>
          )}
          {duplicates.length > 0 && (
            <Row icon="copy" look="" name="En double, comptés une fois" value={duplicates.length}>
              {told(duplicates.map(({ typed, code }) => (typed === code ? code : `${typed} (${code})`)))}
            </Row>
          )}
          {ambiguous.length > 0 && (
            <Row icon="info" look="wa" name="Ambigus, à préciser" value={ambiguous.length}>
              <span className="te-which">
                {ambiguous.slice(0, TOLD).map(({ typed, options }) => (
                  <label key={typed}>
                    {typed}
                    <select
                      value={chosen[typed] ?? ""}
                      onChange={(event) => choose(typed, event.target.value)}
                    >
                      <option value="">laquelle&nbsp;?</option>
                      {options.map(({ code, name, departmentCode }) => (
                        <option key={code} value={code}>
                          {name} ({code}), département {departmentCode}
                        </option>
                      ))}
                    </select>
                  </label>
                ))}
              </span>
            </Row>
          )}
          {unknown.length > 0 && (
            <Row icon="cross" look="bad" name="Inconnus" value={unknown.length}>
              {told(unknown)}
            </Row>
          )}
        </tbody>
      </table>
      <p className="te-act">
        <button
          type="button"
          className="btn pri"
          disabled={fresh.length === 0}
          onClick={() => void apply(fresh)}
        >
          {fresh.length === 0 ? "Rien à ajouter" : `Ajouter ${count(fresh.length, "commune")}`}
        </button>
      </p>
    </>
  );
}

function told(items: readonly string[]): string {
  const rest = items.length - TOLD;
  if (rest > 0) return list([...items.slice(0, TOLD), `${integer(rest)} autres`]);
  return items.join("\u00a0; ");
}

interface RowProps {
  readonly icon: IconName;
  readonly look: string;
  readonly name: string;
  readonly value: number;
  readonly children: ReactNode;
}

function Row({ icon, look, name, value, children }: RowProps) {
  return (
    <tr>
      <td className={look}>
        <Icon name={icon} />
      </td>
      <th scope="row">{name}</th>
      <td className="num">
        <Num>{integer(value)}</Num>
      </td>
      <td className="mut">{children}</td>
    </tr>
  );
}
