export type StartupFaultCode =
  | "database_url_invalid"
  | "database_unreachable"
  | "database_auth"
  | "database_missing"
  | "database_too_old"
  | "database_not_utc"
  | "database_foreign"
  | "database_newer"
  | "directory_in_use"
  | "directory_unusable"
  | "migration_failed"
  | "migration_modified"
  | "data_missing"
  | "data_refused"
  | "public_url_invalid";

/**
 * Why the product cannot start. The message is for the person who starts it, in French: what is wrong,
 * what was not lost, how to mend it. `cause` keeps the original error for the log.
 */
export class StartupFault extends Error {
  /** Read by the server script, which runs outside this bundle: there `instanceof` would not hold. */
  override readonly name = "StartupFault";

  constructor(
    readonly code: StartupFaultCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The text of anything thrown; Node's AggregateError (several addresses tried) has an empty message. */
export function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === "") {
    return error.errors.map(messageOf).join(" ; ");
  }
  return error instanceof Error ? error.message : String(error);
}

/** The `code` of a Node or PostgreSQL error, or undefined. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
