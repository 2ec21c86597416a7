"use client";

import { useCallback, useEffect, useEffectEvent, useRef, useState, type ReactNode } from "react";
import { between, integer } from "@/lib/format/fr";
import type { Bounds } from "@/lib/territory/projection";
import type { Box } from "@/lib/territory/view";
import { Icon } from "../ui/Icon";
import { holdersOf } from "./atlas";
import type { TerritoryMapControls, Tool } from "./interactive";
import { labelsOf } from "./labels-of";
import type { Look } from "./map-layer";
import type { EditorView } from "./model";

interface TerritoryMapProps {
  readonly view: EditorView;
  readonly tool: Tool;
  readonly bounds: Bounds;
  readonly start: Box;
  /** Codes of the territory on record. */
  readonly present: ReadonlySet<string>;
  /** Communes to show, asked for elsewhere on the page; a new list moves the map. */
  readonly asked: readonly string[] | null;
  /** The server's picture. */
  readonly children: ReactNode;
}

/** The map: the server's picture at once, then the communes under the cursor, the brush and the zoom. */
export function TerritoryMap({ view, tool, bounds, start, present, asked, children }: TerritoryMapProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [controls, setControls] = useState<TerritoryMapControls | null>(null);
  const [drawn, setDrawn] = useState<readonly string[]>([]);
  const { atlas, territory } = view;

  const toolNow = useEffectEvent(() => tool);
  const pointed = useEffectEvent((code: string | null) => {
    const does = tool === "remove" ? "remove" : "add";
    const matters = code !== null && tool !== "move" && territory.communes.has(code) === (does === "remove");
    view.cursor.set(matters ? { code, does } : null);
  });
  const brushed = useEffectEvent((codes: readonly string[]) => {
    if (!view.readOnly && tool !== "move") view.act({ type: tool, codes });
  });
  const told = useEffectEvent((code: string) => tipOf(view, tool, code));
  const settled = useEffectEvent(() => {
    if (controls) controls.labels.write(labelsOf(view, controls), controls.transform());
  });

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    let attached: TerritoryMapControls | null = null;
    let left = false;
    void import("./interactive").then(({ attach }) => {
      if (left) return;
      attached = attach(element, bounds, start, {
        tool: () => toolNow(),
        pointed: (code) => pointed(code),
        brushed: (codes) => brushed(codes),
        told: (code) => told(code),
        settled: () => settled(),
      });
      setControls(attached);
    });
    return () => {
      left = true;
      attached?.detach();
    };
  }, [bounds, start]);

  // Each department once, as its contours come; the map widens to those that were added.
  const frameAdded = useEffectEvent((added: readonly string[]) => {
    const box = controls?.layer.boxOf([...added, ...territory.communes.keys()]);
    if (box && drawn.length > 0) controls?.show(box);
  });
  useEffect(() => {
    const { borders, departments } = atlas;
    if (!controls || !borders) return;
    const leaving = new AbortController();
    const missing = [...departments.values()].filter((one) => one.topology && !drawn.includes(one.code));
    void (async () => {
      for (const { topology } of missing) if (topology) await controls.layer.draw(topology, leaving.signal);
      if (leaving.signal.aborted) return;
      controls.layer.know(borders);
      controls.widen();
      if (missing.length === 0) return;
      frame.current?.classList.add("has-communes");
      frameAdded(missing.flatMap(({ communes }) => communes.map(({ code }) => code)));
      setDrawn([...drawn, ...missing.map(({ code }) => code)]);
    })();
    return () => leaving.abort();
  }, [controls, atlas, drawn]);

  useEffect(() => {
    if (!controls || drawn.length === 0) return;
    controls.layer.paint(
      (code) => lookOf(view, code),
      (code) => view.territory.communes.has(code),
      (code) => holdersOf(view.atlas, code, view.day),
    );
    controls.layer.compare((code) => present.has(code));
    controls.labels.write(labelsOf(view, controls), controls.transform());
  }, [controls, drawn, view, present]);

  useEffect(() => {
    if (!controls || !asked || asked.length === 0) return;
    const box = controls.layer.boxOf(asked);
    if (box) controls.show(box);
    controls.layer.mark(asked);
  }, [controls, asked]);

  const home = useCallback(() => {
    const box = controls?.layer.boxOf(territory.communes.keys());
    controls?.show(box ?? start);
  }, [controls, territory, start]);

  return (
    <div
      className={`map te-map is-${tool}`}
      ref={frame}
      data-ready={drawn.length > 0 ? drawn.join(" ") : undefined}
    >
      {children}
      <svg className="te-labels" width="100%" height="100%" aria-hidden="true" />
      <div className="map-tools">
        <MapButton name="plus" label="Agrandir la carte" controls={controls} act={(c) => c.zoomBy(1.6)} />
        <MapButton name="minus" label="Réduire la carte" controls={controls} act={(c) => c.zoomBy(1 / 1.6)} />
        <MapButton name="home" label="Cadrer le territoire" controls={controls} act={home} />
      </div>
      <div className="te-tip" hidden />
    </div>
  );
}

interface MapButtonProps {
  readonly name: "plus" | "minus" | "home";
  readonly label: string;
  readonly controls: TerritoryMapControls | null;
  readonly act: (controls: TerritoryMapControls) => void;
}

function MapButton({ name, label, controls, act }: MapButtonProps) {
  return (
    <button type="button" className="btn sq" disabled={!controls} onClick={() => controls && act(controls)}>
      <span className="vh">{label}</span>
      <Icon name={name} />
    </button>
  );
}

function lookOf({ territory, atlas, day }: EditorView, code: string): Look {
  const held = territory.communes.get(code);
  const others = holdersOf(atlas, code, day);
  if (held) {
    if (others) return held.note?.trim() ? "kept" : "conf";
    return held.share === "whole" ? "sel" : "part";
  }
  if (!others) return "free";
  return others.estimated ? "est" : "dec";
}

/** What a click would do, in two or three lines. */
function tipOf(view: EditorView, tool: Tool, code: string): [tag: "b" | "p", text: string][] {
  const { atlas, territory, day, figures } = view;
  const commune = atlas.communes.get(code);
  if (!commune) return [["b", code]];
  const lines: [tag: "b" | "p", text: string][] = [
    ["b", `${commune.name} (${code}), ${integer(commune.population)} habitants`],
  ];
  const held = territory.communes.has(code);
  const others = holdersOf(atlas, code, day);
  if (others) {
    lines.push([
      "p",
      `${held ? "Aussi dans" : "Dans"} ${others.names.join(", ")}${others.estimated ? ", périmètre estimé" : ""}`,
    ]);
  }
  if (view.readOnly || tool === "move") {
    lines.push(["p", held ? "Dans le territoire" : others ? "" : "Libre"]);
    return lines.filter(([, text]) => text !== "");
  }
  if (held === (tool === "add")) {
    lines.push(["p", held ? "Déjà dans le territoire" : "N’est pas dans le territoire"]);
    return lines;
  }
  const next = view.figuresWith(code, tool);
  const crosses = next.tier?.tier !== figures.tier?.tier;
  const verb = tool === "add" ? "Ajouter" : "Retirer";
  lines.push([
    "p",
    `${verb} porte à ${between(next.population)}\u00a0: ${crosses ? "" : "toujours "}taille ${next.tier?.tier ?? "?"}`,
  ]);
  return lines;
}
