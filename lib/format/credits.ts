/** The attributions that the reference data's licences ask to display. */
export const REFERENCE_CREDITS = [
  "Contours\u00a0: IGN ADMIN EXPRESS COG 2018 (via france-geojson, Licence Ouverte)",
  "Populations\u00a0: INSEE, PMUN 2023 (Mayotte\u00a0: recensement 2017)",
  "Découpage\u00a0: Etalab/DGCL, COG 2026",
] as const;

/** What the product's own tables are given under. `id` is that of SPDX. */
export const LICENCE = {
  id: "etalab-2.0",
  title: "Licence Ouverte / Open Licence, version 2.0 (Etalab)",
  url: "https://www.etalab.gouv.fr/licence-ouverte-open-licence",
} as const;

/** What is said of figures that are not open data. */
export const RESERVED =
  "Données réservées aux comptes de Maillage qui peuvent les lire ; ni publiées, ni sous licence ouverte";
