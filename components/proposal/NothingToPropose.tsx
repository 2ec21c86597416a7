import { SECTION, SECTION_SLUG } from "@/lib/format/labels-record";
import { BINDING_SECTIONS } from "@/lib/record/sections";

/** What to do when no draft differs from the record. */
export function NothingToPropose({ slug }: { readonly slug: string }) {
  return (
    <div className="prose">
      <p>
        Aucun brouillon ne change la fiche. Modifiez l’une des rubriques qui engagent le contrat, puis revenez
        ici&nbsp;: elles prennent effet une fois acceptées par l’ARS ou la CPAM. Les autres rubriques prennent
        effet dès que vous les enregistrez.
      </p>
      <ul>
        {BINDING_SECTIONS.map((section) => (
          <li key={section}>
            <a href={`/espace/cpts/${slug}/${SECTION_SLUG[section]}`}>{SECTION[section]}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
