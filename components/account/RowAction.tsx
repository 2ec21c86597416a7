"use client";

import { useActionState } from "react";
import { CopyText } from "../ui/CopyText";

/** What an action on a line came to; a link to hand over, where it made one. */
export interface RowState {
  readonly said: string;
  readonly link: string | null;
}

export type RowWork = (state: RowState, form: FormData) => Promise<RowState>;

interface RowActionProps {
  readonly id: string;
  readonly label: string;
  /** Whom it is about, for whoever does not see the line. */
  readonly about: string;
  readonly action: RowWork;
}

/** One action on a line, and what came of it just below. */
export function RowAction({ id, label, about, action }: RowActionProps) {
  const [state, send, pending] = useActionState(action, { said: "", link: null });
  return (
    <form action={send} className="row-action">
      <input type="hidden" name="id" value={id} />
      <button className="btn low" type="submit" aria-disabled={pending}>
        {label}
        <span className="vh"> {about}</span>
      </button>
      <div role="status" className="hint">
        {state.said}
      </div>
      {state.link !== null && <CopyText label="Lien à transmettre" text={state.link} />}
    </form>
  );
}
