"use client";

import { useCallback, useMemo, useState, type ReactNode } from "react";
import type { TerritoryEditor as EditorModel } from "@/lib/queries/territory-editor";
import { territoryIn } from "@/lib/territory/edit";
import type { PasteReport } from "@/lib/territory/paste";
import type { Box } from "@/lib/territory/view";
import { recordCrumbs } from "../espace/crumbs";
import { isReadOnly, SectionFrame, useSectionDraft } from "../forms/section";
import { PageHead } from "../layout/PageHead";
import { Icon } from "../ui/Icon";
import { Num } from "../ui/Num";
import type { Epci } from "./atlas";
import { CommuneList } from "./CommuneList";
import type { FoundCommune } from "./CommuneFinder";
import { EffectiveDate } from "./EffectiveDate";
import { Figures } from "./Figures";
import type { Tool } from "./interactive";
import { Issues } from "./Issues";
import { MapFoot, MapLegend } from "./MapFoot";
import { PasteBox } from "./PasteBox";
import { TerritoryMap } from "./TerritoryMap";
import { Toolbar } from "./Toolbar";
import { useDepartments } from "./use-departments";
import { useEditorView } from "./use-editor-view";
import { useTerritory } from "./use-territory";
import { changeSaid, factsSaid, figuresSaid, sectionWords } from "./words";

interface TerritoryEditorProps {
  readonly model: EditorModel;
  /** Between the pages of the record. */
  readonly menu: ReactNode;
  /** The map as the server draws it. */
  readonly children: ReactNode;
}

/** The territory of a CPTS, by the map, by the list or by a pasted list: one state, kept as a draft. */
export function TerritoryEditor({ model, menu, children }: TerritoryEditorProps) {
  const { frame, map } = model;
  const draft = useSectionDraft(model.draft);
  const readOnly = isReadOnly(frame.rights, frame.lock);
  const territory = useTerritory(draft);
  const departments = useDepartments(frame.slug, model.drawn);
  const [asked, setAsked] = useState<readonly string[] | null>(null);
  const view = useEditorView(model, territory, departments, readOnly, setAsked);
  const [tool, setTool] = useState<Tool>(readOnly ? "move" : "add");
  const [report, setReport] = useState<PasteReport | null>(null);
  const present = useMemo(() => territoryIn(model.draft.recordValues), [model]);
  const presentCodes = useMemo(() => new Set(present.communes.keys()), [present]);
  const held = useMemo(() => new Set(view.territory.communes.keys()), [view.territory]);
  const start = useMemo<Box>(() => map.focus ?? [0, 0, map.width, map.height], [map]);
  const near = departments.loaded.map(({ code }) => code);

  const { add } = departments;
  const { act } = territory;
  const reach = useCallback(
    (codes: readonly string[]) => Promise.all([...new Set(codes)].map((code) => add(code))),
    [add],
  );
  /** A whole EPCI goes over the borders of departments: those it reaches come with it. */
  async function whole({ code, communes, elsewhere }: Epci, does: "add" | "remove") {
    if (does === "remove") return act({ type: "remove", codes: communes });
    const reached = await reach(elsewhere.map(({ department }) => department));
    const others = reached.flatMap((one) => one?.communes ?? []).filter(({ epci }) => epci === code);
    act({ type: "add", codes: [...communes, ...others.map((one) => one.code)] });
  }
  async function go({ code }: FoundCommune) {
    await reach([departmentOf(code)]);
    setAsked([code]);
  }

  return (
    <>
      <PageHead
        crumbs={recordCrumbs({ slug: frame.slug, name: model.name })}
        title="Territoire"
        facts={<Num>{factsSaid(draft.state.version > 0 || draft.changed, view.day)}</Num>}
        actions={
          readOnly ? undefined : (
            <button
              type="button"
              className="btn scripted"
              disabled={!territory.undoable}
              onClick={() => act({ type: "undo" })}
            >
              <Icon name="undo" />
              Annuler la dernière action
            </button>
          )
        }
      />
      {menu}
      <p className="vh" role="status">
        {territory.last && `${changeSaid(territory.last, view.nameOf)} ${figuresSaid(view.figures)}`}
      </p>
      <SectionFrame {...frame} draft={draft} words={sectionWords(draft.values, view.nameOf)}>
        <noscript>
          <p className="callout inf">
            La carte et la liste ci-dessous montrent le territoire actuel. Le modifier demande JavaScript, que
            votre navigateur n’exécute pas.
          </p>
        </noscript>
        <div className="te-first">
          <div className="te-mapcol">
            <Toolbar tool={tool} readOnly={readOnly} choose={setTool} pick={(one) => void go(one)} />
            <TerritoryMap
              view={view}
              tool={tool}
              bounds={map.bounds}
              start={start}
              present={presentCodes}
              asked={asked}
            >
              {children}
            </TerritoryMap>
            <MapLegend />
            <MapFoot all={model.departments} departments={departments} readOnly={readOnly} />
          </div>
          <div className="te-side">
            <Figures view={view} ownAmounts={model.ownAmounts} />
            <Issues view={view} unknownPasted={report?.unknown ?? []} />
            <EffectiveDate view={view} present={present} />
          </div>
        </div>
        <div className={readOnly ? "te-low one" : "te-low"}>
          {!readOnly && (
            <PasteBox
              slug={frame.slug}
              near={near}
              report={report}
              onReport={setReport}
              held={held}
              apply={async (communes) => {
                await reach(communes.map(({ departmentCode }) => departmentCode));
                act({ type: "add", codes: communes.map(({ code }) => code) });
              }}
            />
          )}
          <CommuneList
            view={view}
            loading={departments.loading}
            whole={(epci, does) => void whole(epci, does)}
          />
        </div>
      </SectionFrame>
    </>
  );
}

/** The first characters of a code: three overseas. */
const departmentOf = (code: string): string => code.slice(0, code.startsWith("97") ? 3 : 2);
