import { span } from "../../lib/kernel/date";
import { euros } from "../../lib/kernel/money";
import { estimatedPerimeter } from "./perimeters";
import type { SeedCpts } from "./record-seed";
import { EACH_OF_THE_TWELVE } from "./seed-003-puy-de-dome";
import { c } from "./seed-004-haute-combraille-et-volcans.citations";
import { aciContract, engagedIn, headcounts, money, structures } from "./statements";

const signedOn = span("2020-02-19");

export const HAUTE_COMBRAILLE_ET_VOLCANS: SeedCpts = {
  slug: "haute-combraille-et-volcans",
  name: "Haute-Combraille et Volcans",
  summary:
    "Premier contrat du Puy-de-Dôme : 18 750 habitants, 38 communes, 120 professionnels libéraux, jusqu’à 220 000 € à la signature.",
  departments: [{ code: "63", rank: 1, citation: c.puyDeDome.id }],
  figures: [
    { measure: "population", value: 18_750, qualifier: "exact", asOf: signedOn, citation: c.habitants.id },
    { measure: "communes", value: 38, qualifier: "exact", asOf: signedOn, citation: c.habitants.id },
    {
      measure: "professionals",
      value: 120,
      qualifier: "exact",
      asOf: signedOn,
      citation: c.professionnels.id,
    },
  ],
  events: [
    {
      kind: "signature",
      when: signedOn,
      // Seed 003 says no more than « depuis 2020 » of the same signature: one event, the more precise.
      note: "Premier contrat d’une CPTS dans le Puy-de-Dôme. Le dossier de janvier 2025 la dit signataire depuis 2020.",
      citation: c.signature.id,
    },
  ],
  estimatedPerimeter: estimatedPerimeter("hauteCombrailleEtVolcans"),
  professionals: headcounts("territory", signedOn, c.metiers.id, {
    medecin_generaliste: 23,
    infirmier: 43,
    pharmacien: 10,
    chirurgien_dentiste: 15,
    sage_femme: 4,
    masseur_kinesitherapeute: 18,
    pedicure_podologue: 4,
    orthophoniste: 2,
    orthoptiste: 1,
  }),
  partners: [
    ...structures(signedOn, c.structures.id, [
      { kind: "msp", count: 2 },
      { kind: "ehpad", count: 6, beds: 312 },
      { kind: "sad", count: 4 },
      { kind: "ssiad", count: 1 },
      { kind: "maison_services_public" },
      { kind: "clic" },
      { kind: "maia" },
      { kind: "etablissement_sante", name: "établissements sanitaires les plus proches" },
    ]),
    ...structures(signedOn, c.telemedecine.id, [
      { kind: "etablissement_sante", name: "CHU de Clermont-Ferrand", count: 1 },
    ]),
    ...structures(signedOn, c.accompagnement.id, [
      {
        kind: "collectivite",
        name: "Syndicat mixte pour l’aménagement et le développement des Combrailles (SMADC)",
        count: 1,
      },
    ]),
  ],
  missions: [
    engagedIn("acces_soins", c.medecinTraitant, [
      [
        "Rendre le territoire plus attractif : accueil des futurs professionnels, accompagnement de ceux en place",
        c.medecinTraitant,
      ],
      ["Développer l’exercice coordonné", c.medecinTraitant],
      ["Installer trois médecins généralistes d’ici un an (prévision de 2020)", c.medecinTraitant],
      [
        "Partager les plannings des généralistes pour des plages de soins non programmés chaque jour de 14 h à 20 h",
        c.soinsNonProgrammes,
      ],
      [
        "Expérimenter la téléconsultation à domicile, avec un infirmier auprès du patient",
        c.soinsNonProgrammes,
      ],
    ]),
    engagedIn("parcours", c.parcours, [
      ["Définir des protocoles communs de prise en charge", c.parcours],
      [
        "Anticiper les retours d’hospitalisation avec un coordonnateur de santé ambulatoire et le PRADO",
        c.parcours,
      ],
      ["Développer la messagerie sécurisée de santé et le dossier médical partagé", c.parcours],
    ]),
    engagedIn("prevention", c.prevention, [
      ["Santé mentale", c.prevention],
      ["Pathologies associées au diabète", c.prevention],
      ["Pathologies visuelles (DMLA)", c.prevention],
    ]),
    engagedIn("qualite", c.qualite, [
      ["Réunir des groupes d’analyse de pratiques", c.qualite],
      ["Inviter les usagers à participer à la CPTS", c.qualite],
    ]),
    engagedIn("accompagnement", c.accompagnement, [
      [
        "Accompagner les internes de médecine générale et les nouveaux installés, avec le SMADC",
        c.accompagnement,
      ],
      ["Développer l’exercice coordonné et l’accompagnement de proximité", c.accompagnement],
    ]),
  ],
  contracts: [
    aciContract(signedOn, c.signature.id, [
      ["cpts", "CPTS Haute-Combraille et Volcans"],
      ["cpam", "CPAM du Puy-de-Dôme"],
      ["ars", "ARS Auvergne-Rhône-Alpes"],
    ]),
  ],
  funding: [
    money({
      payer: "ars",
      purpose: "project_writing",
      status: "paid",
      period: "once",
      amountCents: euros(15_000),
      asOf: signedOn,
      citation: c.aideArs.id,
    }),
    money({
      payer: "cpam",
      purpose: "full_year",
      status: "ceiling",
      period: "yearly",
      amountCents: euros(220_000),
      asOf: signedOn,
      note: "Si les objectifs sont atteints ; « par an » n’est pas écrit, lu ainsi d’après le barème de la taille 1.",
      citation: c.plafond.id,
    }),
    ...EACH_OF_THE_TWELVE,
  ],
};
