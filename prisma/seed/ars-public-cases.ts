import { span } from "../../lib/kernel/date";
import type { PublishedFigure } from "../../lib/record/cpts";
import { estimatedPerimeter } from "./perimeters";
import type { SeedCpts } from "./record-seed";
import { aciContract, citationsOf } from "./statements";

// Two cases known by an ARS press release, beside the five documents: only the figures that
// domain.md (section 7) takes from them.

const royansVercorsOn = span("2024-01-12");
const pilatOn = span("2025-07-02");
const NO_TERM = "Durée non écrite ici : cinq ans est la règle de l’accord.";

const royansVercors = citationsOf("ars-royans-vercors", {
  drome: ["La CPTS Royans-Vercors est la sixième créée dans la Drôme."],
  signature: [
    "L’ARS et la CPAM de la Drôme créent la CPTS en signant l’ACI le vendredi 12 janvier 2024.",
    NO_TERM,
  ],
  habitants: ["La CPTS sert près de 9 600 habitants de 18 communes."],
});

const pilat = citationsOf("ars-pilat", {
  departements: ["17 des communes sont dans la Loire et 6 en Ardèche."],
  signature: [
    "Le contrat est signé le mercredi 2 juillet 2025 avec l’Assurance Maladie de la Loire, la MSA et l’ARS.",
    NO_TERM,
  ],
  habitants: [
    "Le territoire compte 23 communes et 24 765 habitants.",
    "Le communiqué écrit aussi « plus de 24 765 » : le nombre de la carte d’identité est retenu.",
  ],
});

export const ARS_CITATIONS = [...Object.values(royansVercors), ...Object.values(pilat)];

export const ROYANS_VERCORS: SeedCpts = {
  slug: "royans-vercors",
  name: "Royans-Vercors",
  summary: "Sixième CPTS de la Drôme : près de 9 600 habitants, 18 communes, ACI signé le 12/01/2024.",
  departments: [{ code: "26", rank: 1, citation: royansVercors.drome.id }],
  figures: [
    {
      measure: "population",
      value: 9_600,
      qualifier: "about",
      asOf: royansVercorsOn,
      citation: royansVercors.habitants.id,
    },
    {
      measure: "communes",
      value: 18,
      qualifier: "exact",
      asOf: royansVercorsOn,
      citation: royansVercors.habitants.id,
    },
  ],
  events: [
    {
      kind: "signature",
      when: royansVercorsOn,
      note: "Sixième CPTS créée dans la Drôme.",
      citation: royansVercors.signature.id,
    },
  ],
  estimatedPerimeter: estimatedPerimeter("royansVercors"),
  professionals: [],
  partners: [],
  missions: [],
  contracts: [
    aciContract(royansVercorsOn, royansVercors.signature.id, [
      ["cpts", "CPTS Royans-Vercors"],
      ["cpam", "CPAM de la Drôme"],
      ["ars", "ARS Auvergne-Rhône-Alpes"],
    ]),
  ],
  funding: [],
};

export const PILAT: SeedCpts = {
  slug: "pilat",
  name: "Pilat",
  summary: "À cheval sur la Loire et l’Ardèche : 23 communes (17 et 6), 24 765 habitants.",
  departments: [
    { code: "42", rank: 1, citation: pilat.departements.id },
    { code: "07", rank: 2, citation: pilat.departements.id },
  ],
  figures: [
    {
      measure: "population",
      value: 24_765,
      qualifier: "exact",
      asOf: pilatOn,
      citation: pilat.habitants.id,
    },
    { measure: "communes", value: 23, qualifier: "exact", asOf: pilatOn, citation: pilat.habitants.id },
  ],
  events: [{ kind: "signature", when: pilatOn, note: null, citation: pilat.signature.id }],
  estimatedPerimeter: null,
  professionals: [],
  partners: [],
  missions: [],
  contracts: [
    aciContract(pilatOn, pilat.signature.id, [
      ["cpts", "CPTS Pilat"],
      ["cpam", "CPAM de la Loire"],
      ["msa", "MSA Ardèche Drôme Loire"],
      ["ars", "ARS Auvergne-Rhône-Alpes"],
    ]),
  ],
  funding: [],
};

/** « Sixth of the department »: a count of CPTS, stated with no rate. */
export const DROME_SIXTH: PublishedFigure = {
  territory: "D26",
  measure: "signed_cpts",
  value: 6,
  unit: "cpts",
  qualifier: "exact",
  asOf: royansVercorsOn,
  citation: royansVercors.drome.id,
};
