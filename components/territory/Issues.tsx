"use client";

import { useState } from "react";
import { count, integer, list } from "@/lib/format/fr";
import { isOpen, isRefused, type Remark } from "@/lib/territory/review";
import { Icon } from "../ui/Icon";
import { Explain } from "./Explain";
import type { EditorView } from "./model";
import { namesOf } from "./words";

interface IssuesProps {
  readonly view: EditorView;
  /** Pasted codes and names that nobody recognised. */
  readonly unknownPasted: readonly string[];
}

/** Beyond, they are folded: the day of effect stays in reach below. */
const SHOWN = 4;

/** What is to be settled before proposing: each says what, how much, and the ways out. */
export function Issues({ view, unknownPasted }: IssuesProps) {
  const others = view.remarks.slice(SHOWN);
  const standing = view.remarks.filter(isOpen);
  const open = standing.length + (unknownPasted.length > 0 ? 1 : 0);
  const look = standing.some(isRefused) ? "te-cnt" : open > 0 ? "te-cnt soft" : "te-cnt none";
  return (
    <section aria-labelledby="te-regler" id="regler">
      <h2 className="te-h" id="te-regler">
        À régler avant de proposer{" "}
        <span className={look}>
          {integer(open)}
          <span className="vh"> {open > 1 ? "points" : "point"}</span>
        </span>
      </h2>
      {open === 0 && <p className="note">Rien n’est à régler.</p>}
      <ul className="te-issues">
        {view.remarks.slice(0, SHOWN).map((remark) => (
          <Issue key={keyOf(remark)} view={view} remark={remark} />
        ))}
        {unknownPasted.length > 0 && (
          <Block look="wa" title={unknownTitle(unknownPasted)}>
            <p>
              {unknownPasted.length > 1 ? "Ils n’entrent" : "Il n’entre"} pas dans le territoire.{" "}
              <a href="#coller">Voir la liste collée</a>
            </p>
          </Block>
        )}
      </ul>
      {others.length > 0 && (
        <details className="te-more">
          <summary>{count(others.length, "autre point", "autres points")}</summary>
          <ul className="te-issues">
            {others.map((remark) => (
              <Issue key={keyOf(remark)} view={view} remark={remark} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function unknownTitle(unknown: readonly string[]): string {
  if (unknown.length === 1) return `Un élément collé est inconnu\u00a0: ${unknown[0]}`;
  return `${integer(unknown.length)} éléments collés sont inconnus`;
}

function keyOf(remark: Remark): string {
  if ("code" in remark) return `${remark.kind} ${remark.code}`;
  return "codes" in remark ? `${remark.kind} ${remark.codes[0]}` : remark.kind;
}

function Issue({ view, remark }: { readonly view: EditorView; readonly remark: Remark }) {
  const { act, nameOf, point, readOnly } = view;
  switch (remark.kind) {
    case "no_day":
      return (
        <Block look="er" title="Le jour d’effet manque">
          <p>
            <a href="#te-from">Indiquer le jour où ce territoire prend effet</a>
          </p>
        </Block>
      );
    case "empty":
      return (
        <Block look="er" title="Le territoire est vide">
          <p>Ajoutez des communes sur la carte, par la liste, ou en collant leurs codes.</p>
        </Block>
      );
    case "unknown":
      return (
        <Block look="er" title={`${remark.code} n’est le code d’aucune commune d’aujourd’hui`}>
          {!readOnly && (
            <p className="te-act">
              <button
                type="button"
                className="btn"
                onClick={() => act({ type: "remove", codes: [remark.code] })}
              >
                Retirer {remark.code}
              </button>
            </p>
          )}
        </Block>
      );
    case "overlap":
      return <Overlap view={view} remark={remark} />;
    case "piece":
      return <Piece view={view} remark={remark} />;
    case "enclave": {
      const { codes } = remark;
      const many = codes.length > 1;
      return (
        <Block
          look="wa"
          title={`${namesOf(codes, nameOf)} ${many ? "sont entourées" : "est entourée"} par le territoire sans en faire partie`}
        >
          <p>
            Permis, si c’est voulu.{" "}
            <button type="button" className="te-link" onClick={() => point(codes)}>
              Voir sur la carte
            </button>
          </p>
          {!readOnly && (
            <p className="te-act">
              <button type="button" className="btn" onClick={() => act({ type: "add", codes })}>
                Ajouter {many ? `ces ${count(codes.length, "commune")}` : nameOf(codes[0] ?? "")}
              </button>
            </p>
          )}
        </Block>
      );
    }
  }
}

function Overlap({ view, remark }: { view: EditorView; remark: Extract<Remark, { kind: "overlap" }> }) {
  const { code, claims, kept } = remark;
  const { act, nameOf, atlas, readOnly } = view;
  const names = list([...new Set(claims.map(({ name }) => name))]);
  const estimated = claims.every(({ basis }) => basis === "estimated");
  const partly = claims.every(({ share }) => share !== "whole");
  const population = atlas.communes.get(code)?.population ?? 0;
  const holds = partly ? "est déjà en partie dans" : "est déjà dans";
  return (
    <Block look={kept ? "ok" : "er"} title={`${nameOf(code)} ${holds} ${names}`}>
      <p>
        {count(population, "habitant")}, comptés une seule fois dans la couverture.
        {estimated && " Son périmètre est estimé\u00a0: à vérifier avec elle."}
      </p>
      {!readOnly && (
        <Explain view={view} code={code} what={`la présence de ${nameOf(code)}`} withShare>
          <button type="button" className="btn" onClick={() => act({ type: "remove", codes: [code] })}>
            Retirer<span className="vh"> {nameOf(code)}</span>
          </button>
        </Explain>
      )}
      {readOnly && kept && <p>« {view.territory.communes.get(code)?.note} »</p>}
    </Block>
  );
}

function Piece({ view, remark }: { view: EditorView; remark: Extract<Remark, { kind: "piece" }> }) {
  const { codes, bearer, between, kept } = remark;
  const { act, nameOf, point, readOnly } = view;
  const [shown, setShown] = useState(false);
  const alone = codes.length === 1;
  const title = alone
    ? `${nameOf(bearer)} est séparée du reste`
    : `${nameOf(bearer)} et ${count(codes.length - 1, "autre commune", "autres communes")} sont séparées du reste`;
  return (
    <Block look={kept ? "ok" : "wa"} title={title}>
      <p>
        Permis, à expliquer.{" "}
        {between.length > 0 && (
          <button
            type="button"
            className="te-link"
            aria-expanded={shown}
            onClick={() => {
              setShown(!shown);
              point([...codes, ...between]);
            }}
          >
            Voir les communes entre les deux
          </button>
        )}
      </p>
      {shown && (
        <p>
          {namesOf(between, nameOf)}.{" "}
          {!readOnly && (
            <button type="button" className="te-link" onClick={() => act({ type: "add", codes: between })}>
              {between.length > 1 ? "Les ajouter" : "L’ajouter"}
            </button>
          )}
        </p>
      )}
      {!readOnly && <Explain view={view} code={bearer} what={`la séparation de ${nameOf(bearer)}`} />}
    </Block>
  );
}

interface BlockProps {
  readonly look: "er" | "wa" | "ok";
  readonly title: string;
  readonly children: React.ReactNode;
}

function Block({ look, title, children }: BlockProps) {
  return (
    <li className={look}>
      <Icon name={look === "er" ? "warn" : look === "wa" ? "info" : "check"} />
      <div>
        <h3>
          {look === "ok" && <span className="vh">Expliqué&nbsp;: </span>}
          {title}
        </h3>
        {children}
      </div>
    </li>
  );
}
