import { day, integer, list, money, plural, qualified, whenInSentence } from "@/lib/format/fr";
import type { CptsPage } from "@/lib/queries/cpts-page";
import { Num } from "../ui/Num";

/** Who signed when, for how many people, up to what amount, and what no source says. */
export function CptsLead({ page }: { readonly page: CptsPage }) {
  const facts = statedFacts(page);
  return (
    <>
      {standing(page)}
      {facts.length > 0 && (
        <>
          {"\u00a0: "}
          <strong>
            <Num>{facts.join(", ")}</Num>
          </strong>
        </>
      )}
      {page.contract && <Ceiling page={page} />}. {unknown(page)}
    </>
  );
}

function standing({ contract, asOf, state }: CptsPage): string {
  if (!contract) {
    return state.stage === "none"
      ? `Au ${day(asOf)}, aucune étape n’est en vigueur`
      : "Aucun contrat n’est signé à cette date";
  }
  const others = contract.parties.filter(({ kind }) => kind !== "cpts").map(({ name }) => name);
  const parties =
    others.length === 0 ? "" : ` avec ${list(others.map((name) => `${articleOf(name)}${name}`))}`;
  return `Contrat signé ${whenInSentence(contract.signed)}${parties}`;
}

function articleOf(name: string): string {
  return /^(ARS|Assurance)/.test(name) ? "l’" : "la ";
}

function statedFacts({ stated }: CptsPage): string[] {
  const { population, communes, members, professionals } = stated;
  const words = (figure: typeof population, one: string, many = `${one}s`) =>
    figure
      ? [`${qualified(figure.qualifier, integer(figure.value))} ${plural(figure.value, one, many)}`]
      : [];
  return [
    ...words(population, "habitant"),
    ...words(communes, "commune"),
    ...words(members, "adhérent"),
    ...words(professionals, "professionnel libéral", "professionnels libéraux"),
  ];
}

function Ceiling({ page: { money: facts } }: { readonly page: CptsPage }) {
  const ceilings = facts.filter(({ purpose, status }) => purpose === "full_year" && status === "ceiling");
  const own = ceilings.find(({ amountToCents }) => amountToCents === null) ?? ceilings[0];
  if (!own || own.amountCents === null) return null;
  const yearly = own.period === "yearly" ? " par an" : "";
  if (own.amountToCents !== null) {
    return (
      <>
        , de{" "}
        <strong>
          <Num>{`${money(own.amountCents)} à ${money(own.amountToCents)}`}</Num>
        </strong>
        {yearly} selon la taille
      </>
    );
  }
  return (
    <>
      , jusqu’à{" "}
      <strong>
        <Num>{money(own.amountCents)}</Num>
      </strong>
      {yearly}, si les objectifs sont atteints
    </>
  );
}

function unknown(page: CptsPage): string {
  const { stated, standing: where, contract, state, missionsOnRecord, sums } = page;
  if (!contract) return "";
  if (state.pastTerm === "yes") {
    return `Rien, dans les sources, ne dit ce que ce contrat est devenu après ${termWords(contract.term)}.`;
  }
  const missing = [
    ...(stated.population ? [] : ["les habitants"]),
    ...(stated.communes ? [] : ["les communes"]),
    ...(where.perimeter === "unknown" ? ["le périmètre"] : []),
    ...(page.size ? [] : ["la taille"]),
    ...(missionsOnRecord ? ["le démarrage des missions"] : ["les missions engagées"]),
    ...(sums.paidByCpam === null ? ["les versements de l’Assurance Maladie"] : []),
  ];
  return missing.length === 0 ? "" : `Non communiqués\u00a0: ${list(missing)}.`;
}

function termWords({ earliest, latest }: { readonly earliest: string; readonly latest: string }): string {
  return earliest === latest ? `le ${day(earliest)}` : `son terme, ${whenInSentence({ earliest, latest })}`;
}
