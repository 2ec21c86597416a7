import { MISSION } from "@/lib/format/labels";
import { typeset } from "@/lib/format/typography";
import type { CptsSaid } from "@/lib/queries/cpts-said";
import { Section } from "../layout/Section";

/** How to reach the CPTS and what its projet de santé is, in its own words; nothing where it says nothing. */
export function SaidSection({ said }: { readonly said: CptsSaid | null }) {
  if (!said) return null;
  const { reach, project } = said;
  return (
    <Section
      id="projet"
      title={project ? "Projet de santé et coordonnées" : "Coordonnées"}
      intro="Selon la CPTS elle-même, dans sa fiche tenue dans Maillage."
    >
      <div className="said">
        {project && (
          <div className="said-project">
            {project.summary && <p className="said-text">{typeset(project.summary)}</p>}
            {project.axes.length > 0 && (
              <ol className="said-axes">
                {project.axes.map(({ title, description, mission }, index) => (
                  <li key={index}>
                    <h3>{typeset(title)}</h3>
                    {description && <p className="said-text">{typeset(description)}</p>}
                    {mission && (
                      <p className="mut sm">
                        Mission{"\u00a0"}: {MISSION[mission].long}
                      </p>
                    )}
                  </li>
                ))}
              </ol>
            )}
          </div>
        )}
        {reach && <Reach reach={reach} />}
      </div>
    </Section>
  );
}

function Reach({ reach }: { readonly reach: NonNullable<CptsSaid["reach"]> }) {
  const { website, email, phone, address } = reach;
  return (
    <dl className="said-reach">
      {website && (
        <div>
          <dt>Site</dt>
          <dd>
            <a href={website} rel="noreferrer nofollow">
              {website.replace(/^https?:\/\/(www\.)?|\/$/g, "")}
            </a>
          </dd>
        </div>
      )}
      {email && (
        <div>
          <dt>Courriel</dt>
          <dd>
            <a href={`mailto:${email}`}>{email}</a>
          </dd>
        </div>
      )}
      {phone && (
        <div>
          <dt>Téléphone</dt>
          <dd>
            <a href={`tel:${phone.replace(/[^+\d]/g, "")}`}>{phone}</a>
          </dd>
        </div>
      )}
      {address && (
        <div>
          <dt>Adresse</dt>
          <dd className="said-text">{address}</dd>
        </div>
      )}
    </dl>
  );
}
