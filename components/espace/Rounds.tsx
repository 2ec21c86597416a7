import { list } from "@/lib/format/fr";
import { instant } from "@/lib/format/instant";
import { SECTION, SECTION_SLUG } from "@/lib/format/labels-record";
import type { DraftUnderWay, Round } from "@/lib/queries/espace";

interface WaitingProps {
  readonly rounds: readonly Round[];
  /** Whether the reader decides, or waits for others to. */
  readonly decides: boolean;
}

/** Proposals that wait, the longest waiting first. */
export function WaitingRounds({ rounds, decides }: WaitingProps) {
  return (
    <ul className="todo">
      {rounds.map(({ id, name, round, sections, by, at, words }) => (
        <li key={id}>
          <a href={`/espace/propositions/${id}`}>
            {decides ? "Comparer et décider" : "Proposition"}&nbsp;: {name}, n°&nbsp;{round}
          </a>
          <p className="mut">
            {list(sections.map((section) => SECTION[section]))}&nbsp;; proposé par {by} le{" "}
            {instant(new Date(at))}
            {!decides && "\u00a0; en attente de l’ARS ou de la CPAM"}
          </p>
          {words && <blockquote>{words}</blockquote>}
        </li>
      ))}
    </ul>
  );
}

/** Proposals sent back, each with what is to be mended. */
export function ReturnedRounds({ rounds }: { readonly rounds: readonly Round[] }) {
  return (
    <ul className="todo">
      {rounds.map(({ id, slug, name, round, sections, by, at, words }) => (
        <li key={id} className="back">
          <a href={`/espace/cpts/${slug}/${SECTION_SLUG[sections[0] ?? "territory"]}`}>
            Reprendre&nbsp;: {name}, proposition n°&nbsp;{round}
          </a>
          <p className="mut">
            {list(sections.map((section) => SECTION[section]))}&nbsp;; renvoyé par {by} le{" "}
            {instant(new Date(at))}
          </p>
          {words && <blockquote>{words}</blockquote>}
          <p>
            <a href={`/espace/cpts/${slug}/proposer`}>Relire et proposer de nouveau</a>
          </p>
        </li>
      ))}
    </ul>
  );
}

/** What is being typed, the latest first. */
export function Drafts({ drafts }: { readonly drafts: readonly DraftUnderWay[] }) {
  return (
    <ul className="todo">
      {drafts.map(({ slug, name, section, by, at }) => (
        <li key={`${slug} ${section}`}>
          <a href={`/espace/cpts/${slug}/${SECTION_SLUG[section]}`}>
            {SECTION[section]}, {name}
          </a>
          <p className="mut">
            Brouillon de {by}, {instant(new Date(at))}
          </p>
        </li>
      ))}
    </ul>
  );
}
