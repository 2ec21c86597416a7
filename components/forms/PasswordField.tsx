"use client";

import { useState, type ReactNode } from "react";
import { LabelledField } from "./LabelledField";

interface PasswordFieldProps {
  readonly prefix: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly fault: string | null;
  /** Tells password managers which it is. */
  readonly kind: "current-password" | "new-password";
}

/** A password that can be shown while it is typed; pasting and password managers are welcome. */
export function PasswordField({ prefix, name, label, hint, fault, kind }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <LabelledField id={`${prefix}-${name}`} label={label} hint={hint} fault={fault}>
      {(tied) => (
        <div className="pw">
          <input
            {...tied}
            name={name}
            type={shown ? "text" : "password"}
            autoComplete={kind}
            autoCapitalize="none"
            spellCheck={false}
            required
          />
          <button
            type="button"
            className="btn scripted"
            aria-pressed={shown}
            aria-controls={tied.id}
            onClick={() => setShown(!shown)}
          >
            {shown ? "Masquer" : "Afficher"}
            <span className="vh"> le mot de passe</span>
          </button>
        </div>
      )}
    </LabelledField>
  );
}
