"use client";

import { useMemo, useState } from "react";
import { figuresAfter, figuresOf, scaleOn } from "@/lib/coverage";
import { isIsoDay } from "@/lib/kernel/date";
import type { TerritoryEditor as EditorModel } from "@/lib/queries/territory-editor";
import type { Holding } from "@/lib/territory/edit";
import { remarksOn } from "@/lib/territory/review";
import { atlasOf } from "./atlas";
import { createCursor } from "./cursor";
import type { EditorView } from "./model";
import type { Departments } from "./use-departments";
import type { Territory } from "./use-territory";

const WHOLE: Holding = { share: "whole", note: null };

/** All that the parts of the editor draw from, computed once for each change. */
export function useEditorView(
  model: Pick<EditorModel, "communes" | "epciNames" | "scales">,
  { now: territory, act }: Territory,
  { loaded, loading }: Departments,
  readOnly: boolean,
  point: EditorView["point"],
): EditorView {
  const [cursor] = useState(createCursor);
  const { communes, epciNames, scales } = model;
  const atlas = useMemo(() => atlasOf({ communes, epciNames }, loaded), [communes, epciNames, loaded]);
  return useMemo(() => {
    const day = territory.from !== null && isIsoDay(territory.from) ? territory.from : null;
    const scale = scaleOn(scales, day);
    const known = (code: string, holding: Holding) => {
      const commune = atlas.communes.get(code);
      return commune ? [{ population: commune.population, share: holding.share }] : [];
    };
    const figures = figuresOf(
      [...territory.communes].flatMap(([code, holding]) => known(code, holding)),
      scale,
    );
    return {
      territory,
      day,
      atlas,
      figures,
      scale,
      remarks: remarksOn(territory, day, {
        borders: atlas.borders,
        populationOf: (code) => atlas.communes.get(code)?.population ?? null,
        claimsOf: atlas.claimsOf,
        complete: !loading,
      }),
      cursor,
      readOnly,
      act,
      point,
      nameOf: (code) => atlas.communes.get(code)?.name ?? code,
      figuresWith: (code, does) => {
        const held = territory.communes.get(code);
        const [commune] = known(code, held ?? WHOLE);
        if (!commune || (held !== undefined) === (does === "add")) return figures;
        return figuresAfter(figures, commune, does === "add" ? 1 : -1, scale);
      },
    };
  }, [territory, atlas, scales, loading, cursor, readOnly, act, point]);
}
