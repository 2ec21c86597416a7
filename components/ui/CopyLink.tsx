"use client";

import { useState } from "react";
import { Icon } from "./Icon";

/** Copies the page's address, which holds all its state. */
export function CopyLink() {
  const [said, setSaid] = useState("");
  async function copy() {
    try {
      await navigator.clipboard.writeText(window.location.href);
      setSaid("Lien copié");
    } catch {
      setSaid("Copie refusée par le navigateur\u00a0: copiez l’adresse de la page.");
    }
  }
  return (
    <>
      <button type="button" className="btn scripted" onClick={copy}>
        <Icon name="link" /> <span>{said === "Lien copié" ? said : "Copier le lien"}</span>
      </button>
      <span className="vh" role="status">
        {said}
      </span>
    </>
  );
}
