import type { Metadata } from "next";
import { connection } from "next/server";
import { LegalDataTable } from "@/components/layout/LegalDataTable";
import { PersonalDataTable } from "@/components/layout/PersonalDataTable";
import { PageHead } from "@/components/layout/PageHead";
import { Section } from "@/components/layout/Section";
import { Absent } from "@/components/ui/Absent";

export const metadata: Metadata = {
  title: "Mentions légales",
  description:
    "Qui publie Maillage, qui exploite cette instance, licences du logiciel et des données, cookies et données personnelles.",
};

/** `MAILLAGE_OPERATOR`: name and contact of whoever runs this instance, in plain text; null where unset. */
async function operator(): Promise<string | null> {
  // Read when asked for: one build serves many operators.
  await connection();
  return process.env.MAILLAGE_OPERATOR?.trim() || null;
}

export default async function LegalPage() {
  const runBy = await operator();
  return (
    <>
      <PageHead
        crumbs={[{ label: "France", href: "/" }]}
        title="Mentions légales"
        lead={
          <>
            Maillage est un logiciel libre que chacun héberge soi-même.{" "}
            <strong>
              La partie publique ne dépose aucun cookie, n’emploie aucun traceur et ne recueille aucune donnée
              personnelle.
            </strong>
          </>
        }
      />
      <Section id="exploitant" title="Éditeur, exploitant, hébergeur">
        <dl className="terms">
          <div>
            <dt>Logiciel</dt>
            <dd>publié par le projet Maillage, sous licence MIT</dd>
          </div>
          <div>
            <dt>Exploitant de cette instance</dt>
            <dd>
              {runBy ?? (
                <>
                  <Absent why="non_communique" /> La personne qui l’exploite n’a pas indiqué son nom. Elle
                  répond de sa publication et de son hébergement.
                </>
              )}
            </dd>
          </div>
          {!runBy && (
            <div>
              <dt>Pour l’indiquer</dt>
              <dd>
                renseigner la variable <code>MAILLAGE_OPERATOR</code> du serveur&nbsp;: nom, adresse, contact,
                hébergeur
              </dd>
            </div>
          )}
        </dl>
      </Section>
      <Section
        id="donnees"
        title="Données et licences"
        intro="Ce que leurs licences demandent de citer, et ce que Maillage en fait."
      >
        <LegalDataTable />
        <p className="note">
          Licence Ouverte&nbsp;:{" "}
          <a href="https://www.etalab.gouv.fr/licence-ouverte-open-licence">texte chez Etalab</a>. Les
          contours sont simplifiés et recodés vers les communes actuelles&nbsp;; ce traitement n’engage pas
          leurs producteurs. Les <a href="/donnees">tableaux à télécharger</a> sont donnés sous Licence
          Ouverte 2.0&nbsp;: les reprendre demande d’en citer la source et la date.
        </p>
      </Section>
      <Section id="cookies" title="Cookies et données personnelles">
        <div className="prose">
          <p>
            Les pages publiques ne déposent aucun cookie et ne chargent rien d’un autre site&nbsp;: ni police,
            ni fond de carte, ni mesure d’audience. Il n’y a donc pas de bandeau de consentement.
          </p>
          <p>
            Maillage ne conserve ni les visites ni les recherches. Une page servie peut rester quelque temps
            en mémoire pour être resservie à l’identique, sans rien de qui l’a demandée. L’hébergeur, lui,
            peut tenir des journaux techniques qui contiennent des adresses IP&nbsp;: c’est à l’exploitant de
            le dire.
          </p>
          <p>
            Les fiches décrivent des communautés et des effectifs, jamais des personnes. Une erreur se signale
            à l’exploitant ou par un ticket dans le dépôt du logiciel.
          </p>
        </div>
      </Section>
      <Section
        id="comptes"
        title="Données personnelles des comptes"
        intro="Pour qui tient une fiche, la valide ou administre. Responsable du traitement : l’exploitant de cette instance."
      >
        <PersonalDataTable />
        <div className="prose">
          <p>
            Un seul cookie, posé à la connexion, garde la session&nbsp;; il est nécessaire au service et ne
            sert à rien d’autre. La connexion par un fournisseur d’identité en pose un second, dix minutes au
            plus, le temps de l’échange.
          </p>
          <p>
            Chacun lit ses sessions, télécharge ses données et ferme son compte depuis{" "}
            <a href="/espace/compte">Mon compte</a>. Pour rectifier un nom ou une adresse, s’adresser à
            l’exploitant&nbsp;; pour une réclamation, à la CNIL.
          </p>
        </div>
      </Section>
      <Section id="portee" title="Portée des chiffres">
        <div className="prose">
          <p>
            Maillage n’est pas un service de l’État, de l’Assurance Maladie ni d’une agence régionale de
            santé. Aucun montant affiché n’ouvre de droit&nbsp;: seuls font foi le contrat signé et les textes
            publiés. Chaque chiffre porte sa source et sa marque de certitude&nbsp;; la{" "}
            <a href="/methode">méthode</a> dit comment il est obtenu.
          </p>
        </div>
      </Section>
    </>
  );
}
