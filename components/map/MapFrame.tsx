"use client";

import { useEffect, useRef, useState, type ReactNode } from "react";
import { Icon } from "../ui/Icon";
import type { MapControls, MapOptions } from "./model";

interface MapFrameProps extends MapOptions {
  /** Accessible name of the map as a region. */
  readonly label: string;
  /** The picture drawn by the server. */
  readonly children: ReactNode;
}

/**
 * The frame of a map: the server's picture at once, and when the browser is idle what moves (communes
 * under the pointer, zoom), fetched apart so that the first picture waits for none of it.
 */
export function MapFrame({ label, children, ...data }: MapFrameProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [controls, setControls] = useState<MapControls | null>(null);
  const { geometryHref, bounds, width, metresPerUnit, blankLabel, holders } = data;

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const leaving = new AbortController();
    let attached: MapControls | null = null;
    const cancel = whenIdle(async () => {
      const { attach } = await import("./interactive");
      if (leaving.signal.aborted) return;
      const options = { geometryHref, bounds, width, metresPerUnit, blankLabel, holders };
      attached = await attach(element, options, leaving.signal);
      if (!leaving.signal.aborted) setControls(attached);
    });
    return () => {
      leaving.abort();
      cancel();
      attached?.detach();
    };
  }, [geometryHref, bounds, width, metresPerUnit, blankLabel, holders]);

  return (
    <div className="map" ref={frame} role="region" aria-label={label} data-ready={controls ? "" : undefined}>
      {children}
      <div className="map-tools">
        <button type="button" className="btn sq" disabled={!controls} onClick={() => controls?.zoomBy(1.6)}>
          <span className="vh">Agrandir la carte</span>
          <Icon name="plus" />
        </button>
        <button
          type="button"
          className="btn sq"
          disabled={!controls}
          onClick={() => controls?.zoomBy(1 / 1.6)}
        >
          <span className="vh">Réduire la carte</span>
          <Icon name="minus" />
        </button>
        <button type="button" className="btn sq" disabled={!controls} onClick={() => controls?.reset()}>
          <span className="vh">Revoir toute la carte</span>
          <Icon name="home" />
        </button>
      </div>
      <div className="map-tip" role="status" hidden />
    </div>
  );
}

/** Safari has no requestIdleCallback: a short delay leaves it the first paint. */
function whenIdle(work: () => void): () => void {
  if (typeof window.requestIdleCallback === "function") {
    const handle = window.requestIdleCallback(work, { timeout: 2_000 });
    return () => window.cancelIdleCallback(handle);
  }
  const handle = window.setTimeout(work, 300);
  return () => window.clearTimeout(handle);
}
