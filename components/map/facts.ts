import { cptsCalled } from "@/lib/format/cpts";
import { integer } from "@/lib/format/fr";
import type { Commune, Holder } from "./model";

/** What the tip says of a place; with `links` once it is pinned by a click, a tap or the focus. */
export interface CommuneFacts {
  nodes(links: boolean): Node[];
}

export function factsOf(holders: readonly Holder[], blankLabel: string) {
  const byCommune = new Map<string, Holder[]>();
  for (const holder of holders) {
    for (const code of holder.communes) byCommune.set(code, [...(byCommune.get(code) ?? []), holder]);
  }
  return {
    commune(commune: Commune | undefined): CommuneFacts | null {
      if (!commune) return null;
      const held = byCommune.get(commune.code) ?? [];
      return {
        nodes: (links) => [
          element("strong", `${commune.n} (${commune.code})`),
          line(`${integer(commune.p)} habitants`),
          ...(held.length > 0
            ? held.map((holder) => line(`${holder.name} : ${holder.facts}`))
            : [line(blankLabel)]),
          // Communes re-established since the contours were drawn live inside a neighbour's polygon.
          ...(commune.h ?? []).map(([code, name, population]) =>
            line(`Contour commun avec ${name} (${code}), ${integer(population)} habitants`),
          ),
          ...(links ? [linksLine(commune, held)] : []),
        ],
      };
    },
    holder(slug: string): CommuneFacts | null {
      const holder = holders.find((candidate) => candidate.slug === slug);
      return holder ? { nodes: () => [element("strong", holder.name), line(holder.facts)] } : null;
    },
  };
}

function linksLine(commune: Commune, held: readonly Holder[]): HTMLElement {
  const paragraph = element("p");
  paragraph.className = "map-tip-links";
  paragraph.append(anchor(`/communes/${commune.code}`, `Commune ${commune.n}`));
  for (const holder of held) paragraph.append(anchor(`/cpts/${holder.slug}`, cptsCalled(holder.name)));
  return paragraph;
}

function anchor(href: string, text: string): HTMLAnchorElement {
  const link = document.createElement("a");
  link.href = href;
  link.textContent = text;
  return link;
}

function line(text: string): HTMLElement {
  return element("p", text);
}

function element(name: "p" | "strong", text = ""): HTMLElement {
  const node = document.createElement(name);
  node.textContent = text;
  return node;
}
