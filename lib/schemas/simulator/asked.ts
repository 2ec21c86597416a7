import type { z } from "zod";
import type { Ignored, Query } from "../address";

/** A query read field by field; blank is absent. */
export class Asked {
  readonly ignored: Ignored[] = [];
  constructor(private readonly query: Query) {}

  /** Every value of a field, those that come together by a comma told apart. */
  all(name: string): string[] {
    const value = this.query[name] ?? [];
    const values = typeof value === "string" ? [value] : value;
    return values
      .flatMap((one) => one.split(","))
      .map((one) => one.trim())
      .filter((one) => one !== "");
  }

  has(name: string): boolean {
    return this.query[name] !== undefined;
  }

  text(name: string): string {
    const value = this.query[name] ?? "";
    return (typeof value === "string" ? value : (value[0] ?? "")).trim();
  }

  /** Every value of a list, blanks kept in their place, those that come together told apart by `joined`. */
  items(name: string, joined: string): string[] {
    const value = this.query[name] ?? [];
    const values = typeof value === "string" ? [value] : value;
    return values.flatMap((one) => one.split(joined)).map((one) => one.trim());
  }

  one<T>(name: string, field: z.ZodType<T, string>): T | undefined {
    const value = this.text(name);
    return value === "" ? undefined : this.read(name, value, field);
  }

  read<T>(name: string, value: string, field: z.ZodType<T, string>): T | undefined {
    const parsed = field.safeParse(value);
    if (parsed.success) return parsed.data;
    this.refuse(name, value, parsed.error.issues[0]?.message ?? "n’est pas compris");
    return undefined;
  }

  /** A field that the form sends empty; one that the address leaves out takes its default in silence. */
  mustNotBeBlank(name: string, reason: string): void {
    if (this.has(name) && this.text(name) === "") this.refuse(name, "vide", reason);
  }

  refuse(parameter: string, value: string, reason: string): void {
    this.ignored.push({ parameter, value, reason });
  }
}
