"use client";

import { useState, type ReactNode } from "react";
import { describedBy, FieldFault } from "./TextField";

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
  const id = `${prefix}-${name}`;
  return (
    <div className={fault ? "ff bad" : "ff"}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldFault id={id} fault={fault} />
      <div className="pw">
        <input
          id={id}
          name={name}
          type={shown ? "text" : "password"}
          autoComplete={kind}
          autoCapitalize="none"
          spellCheck={false}
          required
          aria-invalid={fault ? true : undefined}
          aria-describedby={describedBy(id, hint, fault)}
        />
        <button
          type="button"
          className="btn scripted"
          aria-pressed={shown}
          aria-controls={id}
          onClick={() => setShown(!shown)}
        >
          {shown ? "Masquer" : "Afficher"}
          <span className="vh"> le mot de passe</span>
        </button>
      </div>
    </div>
  );
}
