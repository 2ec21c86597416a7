import { SECTION, SECTION_SLUG } from "@/lib/format/labels-record";
import { fieldLabel } from "@/lib/format/section-fields";
import type { DraftedSection } from "@/lib/queries/proposal-draft";
import { Section } from "../layout/Section";
import { Callout } from "../ui/Notice";
import { at } from "./words";

interface DraftedSectionsProps {
  readonly slug: string;
  readonly sections: readonly DraftedSection[];
}

const STATE: Readonly<Record<DraftedSection["state"], readonly [look: string, words: string]>> = {
  changed: ["chip signed", "Prête à être proposée"],
  same: ["chip", "Identique à la fiche\u00a0: ne sera pas proposée"],
  invalid: ["chip err", "À corriger"],
};
const MOST_ISSUES = 12;

/** The drafts, who typed them last, and what prevents proposing them. */
export function DraftedSections({ slug, sections }: DraftedSectionsProps) {
  return (
    <Section id="brouillons" title="Rubriques en brouillon">
      <ul className="drafted">
        {sections.map((one) => (
          <li key={one.section}>
            <p>
              <a href={`/espace/cpts/${slug}/${SECTION_SLUG[one.section]}`}>{SECTION[one.section]}</a>{" "}
              <span className={STATE[one.state][0]}>{STATE[one.state][1]}</span>{" "}
              <span className="note">
                enregistré le {at(one.updatedAt)} par {one.updatedBy}
              </span>
            </p>
            {one.recordChanged && one.state === "changed" && (
              <Callout>
                <p>
                  <b>La fiche a changé depuis le début de ce brouillon.</b> La comparaison ci-dessous est
                  faite avec la fiche d’aujourd’hui&nbsp;: vérifiez que vous ne défaites rien.
                </p>
              </Callout>
            )}
            {one.issues.length > 0 && <Issues slug={slug} drafted={one} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Issues({ slug, drafted }: { readonly slug: string; readonly drafted: DraftedSection }) {
  const { section, issues } = drafted;
  const address = `/espace/cpts/${slug}/${SECTION_SLUG[section]}`;
  return (
    <Callout kind="error">
      <ul className="issues">
        {issues.slice(0, MOST_ISSUES).map(({ path, message }) => (
          <li key={`${path.join(".")} ${message}`}>
            <a href={address}>{fieldLabel(section, path)}</a> {message}
          </li>
        ))}
        {issues.length > MOST_ISSUES && <li>et {issues.length - MOST_ISSUES} autres points à corriger.</li>}
      </ul>
    </Callout>
  );
}
