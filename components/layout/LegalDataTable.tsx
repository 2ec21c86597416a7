import { DataTable } from "../tables/DataTable";

interface DataSet {
  readonly what: string;
  readonly producer: string;
  readonly vintage: string;
  readonly licence: string;
}

const DATA_SETS: readonly DataSet[] = [
  {
    what: "Contours des communes",
    producer: "IGN, ADMIN EXPRESS COG, par france-geojson",
    vintage: "COG 2018",
    licence: "Licence Ouverte",
  },
  {
    what: "Populations municipales",
    producer: "INSEE",
    vintage: "2023\u00a0; Mayotte\u00a0: recensement 2017",
    licence: "Licence Ouverte",
  },
  {
    what: "Découpage administratif",
    producer: "Etalab et DGCL",
    vintage: "COG 2026",
    licence: "Licence Ouverte (données), MIT (paquet)",
  },
  {
    what: "Montants et règles de l’ACI",
    producer: "textes et documents publics, cités un à un",
    vintage: "datés à chaque usage",
    licence: "faits repris avec leur source",
  },
  {
    what: "Fiches des CPTS",
    producer: "communiqués des ARS et de l’Assurance Maladie, redits en substance",
    vintage: "datés à chaque usage",
    licence: "faits repris avec leur source",
  },
  {
    what: "Tableaux de Maillage, à télécharger",
    producer: "projet Maillage, d’après les données ci-dessus",
    vintage: "à la date choisie",
    licence: "Licence Ouverte 2.0",
  },
  {
    what: "Police Radio Canada",
    producer: "The Radio-Canada Project Authors",
    vintage: "2017",
    licence: "SIL Open Font License 1.1",
  },
];

/** What the product shows that others made: by whom, of when, under which licence. */
export function LegalDataTable() {
  return (
    <DataTable
      columns={[
        { key: "what", header: "Donnée", label: "Donnée", rowHeader: true, cell: ({ what }) => what },
        {
          key: "producer",
          header: "Producteur",
          label: "Producteur",
          full: true,
          cell: (row) => row.producer,
        },
        { key: "vintage", header: "Millésime", label: "Millésime", cell: ({ vintage }) => vintage },
        { key: "licence", header: "Licence", label: "Licence", cell: ({ licence }) => licence },
      ]}
      rows={DATA_SETS}
      rowKey={({ what }) => what}
      caption="Données et œuvres employées, producteurs, millésimes et licences"
      captionHidden
      phone="cards"
    />
  );
}
