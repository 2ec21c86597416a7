import { count, day } from "@/lib/format/fr";
import { ADVANCE_PERCENT, MISSIONS, scheduleById } from "@/lib/funding";
import type { PickedCommune, SimulatorPage } from "@/lib/queries/simulator";
import type { SimulatorState } from "@/lib/schemas/simulator/state";
import { MISSION } from "@/lib/format/labels";
import { list } from "@/lib/format/fr";
import { Num } from "../ui/Num";
import { SourceRef } from "../ui/SourceRef";
import { crisisWords, missionWords } from "./words";

interface AssumptionsProps {
  readonly page: SimulatorPage;
  readonly state: SimulatorState;
  readonly communes: readonly PickedCommune[];
  readonly population: number;
}

/** What was asked, and what the simulation takes for granted: the printed sheet stands on its own. */
export function Assumptions({ page, state, communes, population }: AssumptionsProps) {
  const { refs, vintage } = page;
  const schedule = state.schedule === null ? null : scheduleById(state.schedule);
  const left = MISSIONS.filter((mission) => !state.missions.some((one) => one.mission === mission));
  return (
    <div className="sim-given">
      <div>
        <h3>Ce qui est demandé</h3>
        <ul>
          <li>
            <b>
              <Num>{count(population, "habitant")}</Num>
            </b>
            {communes.length === 0 ? (
              ", nombre saisi"
            ) : (
              <>
                , population municipale {vintage} de {count(communes.length, "commune")}
                <SourceRef n={refs.population} />
                {"\u00a0: "}
                {list(communes.slice(0, 12).map(({ name }) => name))}
                {communes.length > 12 && ` et ${communes.length - 12} autres`}
              </>
            )}
          </li>
          <li>Signature de l’ACI le {day(state.signedOn)}, pour cinq ans</li>
          <li>
            Barème&nbsp;: {schedule ? schedule.label : "celui en vigueur au premier jour de chaque année"}
          </li>
          {state.missions.map((mission) => (
            <li key={mission.mission}>{missionWords(mission, state.signedOn)}</li>
          ))}
          {left.length > 0 && (
            <li>Non retenues&nbsp;: {list(left.map((mission) => MISSION[mission].short))}</li>
          )}
          <li>Crise reconnue par l’ARS&nbsp;: {crisisWords(state.crisisYears)}</li>
        </ul>
      </div>
      <div>
        <h3>Ce qui est supposé</h3>
        <ul>
          <li>
            Une mission démarre le premier jour de son mois, ou à la signature si ce jour la précède&nbsp;;
            son volet fixe est compté en jours exacts jusqu’à l’anniversaire.
          </li>
          <li>
            Avance de {ADVANCE_PERCENT}&nbsp;% au démarrage puis à chaque anniversaire&nbsp;; solde et volet
            variable à l’anniversaire suivant.
          </li>
          <li>Le volet variable suit le résultat de l’année, sans prorata.</li>
          {state.missions.some(({ indicators }) => indicators) && (
            <li>
              Les paliers des indicateurs se partagent le volet variable d’une année pleine, jamais proratisé.
              Ceux donnés en euros valent pour le scénario A&nbsp;; à une autre taille (scénario B, taille
              supérieure), chaque indicateur garde sa part du volet.
            </li>
          )}
          <li>La population et la taille restent les mêmes pendant cinq ans.</li>
          <li>
            Aucun montant ne vient de l’annexe d’un contrat&nbsp;: si elle en fixe, ils l’emportent sur le
            barème.
          </li>
          <li>
            Les barèmes connus s’appliquent jusqu’au bout&nbsp;; un avenant à venir les changerait.{" "}
            <a href="/methode#versement">Règles et conventions</a>
          </li>
        </ul>
      </div>
    </div>
  );
}
