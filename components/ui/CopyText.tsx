"use client";

import { useId, useState } from "react";
import { Icon } from "./Icon";

/** A text to take elsewhere: selected as a whole when focused, copied by a button. */
export function CopyText({ label, text }: { readonly label: string; readonly text: string }) {
  const id = useId();
  const [said, setSaid] = useState("");
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setSaid("Copié");
    } catch {
      setSaid("Copie refusée par le navigateur\u00a0: copiez le texte du champ.");
    }
  }
  return (
    <div className="ff">
      <label htmlFor={id}>{label}</label>
      <div className="pw">
        <input id={id} type="text" readOnly value={text} onFocus={(event) => event.target.select()} />
        <button type="button" className="btn scripted" onClick={copy}>
          <Icon name="link" /> <span>Copier</span>
        </button>
      </div>
      <p className="hint" role="status">
        {said}
      </p>
    </div>
  );
}
