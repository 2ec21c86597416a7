import type { PartyKind } from "../../record/cpts";
import { currentContract, eventsOf, overlaps, stageOf } from "../requirements";
import { naming, when, type Rule } from "../rule";

const SIGNATORIES = ["cpts", "cpam", "ars"] as const satisfies readonly PartyKind[];

/** In the order in which they come. */
const STEPS = ["letter_of_intent", "project_validated", "signature"] as const;

export const CONTRACT_RULES: readonly Rule[] = [
  {
    id: "contract-past-term",
    section: "contract",
    severity: "late",
    title: "Contrat au terme dépassé",
    reason:
      "Le terme est passé sans renouvellement ni résiliation : la CPTS compte encore comme signée, mais rien ne dit que le contrat court.",
    mend: "Ajoutez l’étape de renouvellement, ou celle de résiliation, avec sa date.",
    requires: ["signed"],
    trips: when((subject) => stageOf(subject).pastTerm === "yes"),
  },
  {
    id: "steps-missing",
    section: "contract",
    severity: "missing",
    title: "Aucune étape",
    reason:
      "Sans lettre d’intention, validation ni signature, la CPTS n’est à aucune étape et ne couvre personne.",
    mend: "Ajoutez les étapes et leurs dates, la lettre d’intention d’abord.",
    requires: [],
    trips: when(({ kept }) => kept.record.events.length === 0),
  },
  {
    id: "letter-missing",
    section: "contract",
    severity: "missing",
    title: "Lettre d’intention non renseignée",
    reason: "Une étape suivante est datée, mais rien ne dit quand la CPTS a commencé.",
    mend: "Ajoutez la lettre d’intention et sa date, même connue au mois ou à l’année près.",
    requires: ["validated"],
    trips: when((subject) => eventsOf(subject, "letter_of_intent").length === 0),
  },
  {
    id: "validation-missing",
    section: "contract",
    severity: "missing",
    title: "Validation du projet de santé non renseignée",
    reason: "L’ACI est signé : l’ARS a donc validé le projet, mais la date manque.",
    mend: "Ajoutez l’étape « projet de santé validé » et sa date.",
    requires: ["signed"],
    trips: when((subject) => eventsOf(subject, "project_validated").length === 0),
  },
  {
    id: "steps-disordered",
    section: "contract",
    severity: "odd",
    title: "Étapes dans le désordre",
    reason:
      "Une étape est datée avant celle qui doit la précéder (lettre d’intention, validation, signature) : la couverture passée s’en trouve faussée.",
    mend: "Corrigez la date de l’une des deux étapes.",
    requires: ["steps"],
    trips: when((subject) => {
      // Only the first of each kind: after a termination a CPTS may well start again.
      const firsts = STEPS.flatMap((kind) => {
        const spans = eventsOf(subject, kind).map((event) => event.when);
        return spans.length === 0 ? [] : [spans.reduce((a, b) => (b.latest < a.latest ? b : a))];
      });
      return firsts.some((span, index) =>
        firsts.slice(index + 1).some((next) => next.latest < span.earliest),
      );
    }),
  },
  {
    id: "signature-without-contract",
    section: "contract",
    severity: "missing",
    title: "Signature sans contrat",
    reason:
      "L’étape de signature est datée, mais ni le terme, ni les signataires, ni les montants ne sont connus.",
    mend: "Ajoutez le contrat signé ce jour-là.",
    requires: ["signed"],
    trips: when((subject) => {
      const { contracts } = subject.kept.record;
      return !eventsOf(subject, "signature", "renewal").some((event) =>
        contracts.some(({ signed }) => overlaps(signed, event.when)),
      );
    }),
  },
  {
    id: "contract-without-signature",
    section: "contract",
    severity: "odd",
    title: "Contrat sans étape de signature",
    reason:
      "Un contrat est décrit, mais aucune étape de signature ne porte sa date : la couverture l’ignore.",
    mend: "Ajoutez l’étape « signature de l’ACI » à la date du contrat, ou corrigez l’une des deux dates.",
    requires: ["contract"],
    trips: when((subject) => {
      const contract = currentContract(subject);
      const signings = eventsOf(subject, "signature", "renewal");
      return contract !== null && !signings.some((event) => overlaps(contract.signed, event.when));
    }),
  },
  {
    id: "contract-day-uncertain",
    section: "contract",
    severity: "odd",
    title: "Jour de signature incertain",
    reason: "Les échéances des missions, les années de contrat et le terme se comptent à partir de ce jour.",
    mend: "Recopiez du contrat le jour exact de la signature.",
    requires: ["contract"],
    trips: when((subject) => {
      const signed = currentContract(subject)?.signed;
      return signed !== undefined && signed.earliest !== signed.latest;
    }),
  },
  {
    id: "contract-parties",
    section: "contract",
    severity: "missing",
    title: "Signataires manquants",
    reason: "L’ACI est un contrat à trois : la CPTS, l’Assurance Maladie et l’ARS.",
    mend: "Ajoutez les signataires qui manquent.",
    requires: ["contract"],
    trips: naming((subject) => {
      const present = new Set(currentContract(subject)?.parties.map(({ kind }) => kind));
      return SIGNATORIES.filter((party) => !present.has(party)).map((party) => ({
        kind: "party" as const,
        party,
      }));
    }),
  },
  {
    id: "contract-amounts",
    section: "contract",
    severity: "missing",
    title: "Montants de l’annexe non renseignés",
    reason: "Sans les montants de l’annexe, l’enveloppe affichée est celle du barème, non celle du contrat.",
    mend: "Recopiez de l’annexe le montant annuel de chaque ligne.",
    requires: ["contract"],
    trips: when((subject) => currentContract(subject)?.amounts.length === 0),
  },
];
