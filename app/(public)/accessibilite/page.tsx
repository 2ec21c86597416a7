import type { Metadata } from "next";
import { PageHead } from "@/components/layout/PageHead";
import { Section } from "@/components/layout/Section";
import { longDay } from "@/lib/format/fr";

export const metadata: Metadata = {
  title: "Accessibilité",
  description:
    "Déclaration d’accessibilité de Maillage : état de conformité au RGAA 4.1, ce qui est vérifié, ce qui manque, comment le signaler.",
};

/** Rewritten whenever what it says changes. */
const ESTABLISHED = "2026-11-23";

/** What holds today, and no more: without an audit the RGAA itself calls a site « non conforme ». */
export default function AccessibilityPage() {
  return (
    <>
      <PageHead
        crumbs={[{ label: "France", href: "/" }]}
        title="Accessibilité"
        facts={`déclaration du ${longDay(ESTABLISHED)}`}
        lead={
          <>
            Maillage vise le RGAA 4.1.{" "}
            <strong>Aucun audit n’ayant été mené par un tiers, il est réputé non conforme</strong>&nbsp;;
            voici ce qui est vérifié, ce qui manque et comment le signaler.
          </>
        }
      />
      <Section id="etat" title="État de conformité">
        <div className="prose">
          <p>
            <strong>Non conforme</strong> au Référentiel général d’amélioration de l’accessibilité (RGAA),
            version&nbsp;4.1, faute d’audit en cours de validité. Ce n’est pas un constat de défaut&nbsp;:
            c’est l’absence de mesure, et aucun taux de conformité n’est donc annoncé.
          </p>
          <p>
            Cette déclaration vaut pour le logiciel tel qu’il est publié. La personne qui exploite une
            instance et la modifie doit l’adapter.
          </p>
        </div>
      </Section>
      <Section id="verifie" title="Ce qui est vérifié">
        <div className="prose">
          <p>
            Les pages sont contrôlées avec <span lang="en">axe-core</span>, en 1&#8239;280 et en
            390&nbsp;pixels de large, sur les règles automatiques des WCAG&nbsp;2.2, niveaux A et AA. Un outil
            automatique ne voit qu’une partie des défauts.
          </p>
          <p>Ce qui est construit pour tous&nbsp;:</p>
          <ul>
            <li>chaque carte et chaque graphique a son tableau, tiré des mêmes données&nbsp;;</li>
            <li>aucune étape, aucune marque de certitude n’est dite par la couleur seule&nbsp;;</li>
            <li>
              tout se lit et se commande au clavier, avec un focus visible et un lien d’évitement&nbsp;;
            </li>
            <li>
              les pages se lisent à 320&nbsp;pixels de large, à 200&nbsp;% de zoom, imprimées et sans
              JavaScript&nbsp;;
            </li>
            <li>une valeur absente est dite par un mot, jamais par un tiret ni par un zéro.</li>
          </ul>
        </div>
      </Section>
      <Section id="manque" title="Ce qui n’est pas accessible, ou pas vérifié">
        <div className="prose">
          <ul>
            <li>
              <strong>Cartes des départements.</strong> Le clavier atteint le périmètre de chaque CPTS, pas
              chaque commune&nbsp;: seuls la souris et le doigt y affichent une commune. Le tableau des
              communes de la même page donne les mêmes valeurs.
            </li>
            <li>
              <strong>Lecteurs d’écran.</strong> Aucun essai complet n’a été mené avec NVDA, JAWS ou
              VoiceOver.
            </li>
            <li>
              <strong>Tableaux sur téléphone.</strong> Certains deviennent des fiches&nbsp;: les intitulés de
              colonnes y sont répétés devant chaque valeur, et la navigation par cellules peut s’y perdre
              selon le lecteur d’écran.
            </li>
            <li>
              <strong>Documents d’origine.</strong> Les communiqués et rapports cités sont publiés par des
              tiers&nbsp;; leur accessibilité ne dépend pas de Maillage, qui en redit le sens en texte.
            </li>
          </ul>
        </div>
      </Section>
      <Section id="signaler" title="Signaler un défaut">
        <div className="prose">
          <p>
            Ouvrez un ticket dans le dépôt du logiciel, en disant la page, ce que vous vouliez faire et
            l’outil que vous employez. Vous pouvez aussi écrire à la personne qui exploite cette instance,
            nommée, si elle l’a indiqué, dans les <a href="/mentions-legales">mentions légales</a>.
          </p>
          <p>
            Si un défaut vous empêche d’accéder à un contenu et que l’exploitant, organisme soumis à la loi,
            n’y remédie pas, vous pouvez saisir le{" "}
            <a href="https://www.defenseurdesdroits.fr/">Défenseur des droits</a>.
          </p>
        </div>
      </Section>
    </>
  );
}
