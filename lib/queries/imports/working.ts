import type { IsoDay } from "../../kernel/date";
import type { CptsWrite, HeldMembership, ImportedCpts, NewMembership } from "../../record/import-terms";
import type { LifecycleEvent } from "../../record/lifecycle";

/** A CPTS as the rows of a file change it, one after another. Mutable: it lives as long as one plan. */
export class Working {
  readonly departments: { readonly code: string; readonly rank: number }[] = [];
  readonly events = { removed: [] as LifecycleEvent[], added: [] as LifecycleEvent[] };
  readonly signed: { was: LifecycleEvent["when"]; is: LifecycleEvent["when"] }[] = [];
  readonly figures: CptsWrite["figures"][number][] = [];
  readonly closed = new Map<string, IsoDay>();
  readonly removed = new Set<string>();
  readonly added: NewMembership[] = [];
  readonly said: string[] = [];
  identity: CptsWrite["identity"] = {};
  counts: CptsWrite["counts"] = null;
  /** The row that names it first, in a file of one row a CPTS. */
  row: number | null = null;

  constructor(
    readonly cpts: ImportedCpts,
    readonly isNew: boolean,
  ) {}

  /** The departments that it will be attached to. */
  attached(): string[] {
    return [...this.cpts.departments, ...this.departments.map(({ code }) => code)];
  }

  attach(codes: Iterable<string>): string[] {
    const known = new Set(this.attached());
    const added = [...new Set(codes)].filter((code) => !known.has(code));
    for (const code of added) this.departments.push({ code, rank: this.attached().length + 1 });
    return added;
  }

  /** What happened to it, this file included. */
  eventsAfter(): LifecycleEvent[] {
    return [...this.cpts.events.filter((one) => !this.events.removed.includes(one)), ...this.events.added];
  }

  /** Its memberships once the file is applied. */
  membershipsAfter(): Omit<HeldMembership, "id">[] {
    const kept = this.cpts.memberships
      .filter(({ id }) => !this.removed.has(id))
      .map((one) => ({ ...one, to: this.closed.get(one.id) ?? one.to }));
    return [...kept, ...this.added.map((one) => ({ ...one, basis: "declared" as const }))];
  }

  get changesTerritory(): boolean {
    return this.added.length + this.closed.size + this.removed.size > 0;
  }

  /** What is to be written of it; null where nothing changes. */
  write(): (CptsWrite & { readonly version: number }) | null {
    const isTouched =
      this.isNew ||
      this.changesTerritory ||
      this.departments.length + this.figures.length + this.events.added.length > 0 ||
      this.events.removed.length > 0 ||
      Object.keys(this.identity).length > 0 ||
      this.counts !== null;
    if (!isTouched) return null;
    const { id, slug, name, version } = this.cpts;
    return {
      id,
      slug,
      name,
      version,
      isNew: this.isNew,
      departments: this.departments,
      events: this.events,
      signed: this.signed,
      figures: this.figures,
      identity: this.identity,
      counts: this.counts,
      memberships: {
        closed: [...this.closed].map(([membership, to]) => ({ id: membership, to })),
        removed: [...this.removed],
        added: this.added,
      },
      said: this.said,
    };
  }
}
