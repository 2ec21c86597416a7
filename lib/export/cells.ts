import { isIsoDay, type IsoDay } from "../kernel/date";
import { assertCents } from "../kernel/money";
import type { AbsentCell, Cell, Column, ColumnKind } from "./table";

/** A cell that holds a value, as `Table` carries it. */
export type Value = string | number | boolean;

/** How one format writes the values of each kind of column. */
export type Writers<T> = Readonly<Record<ColumnKind, (value: Value) => T>>;

export function isAbsent(cell: Cell): cell is AbsentCell {
  return typeof cell === "object" && cell !== null;
}

/** How one format writes a row. */
export interface RowFormat<T> {
  readonly writers: Writers<T>;
  readonly absent: (cell: AbsentCell | null) => T;
  /** Whether people read it: a code that has a name is then written by its name. */
  readonly speaks: boolean;
}

/**
 * The columns' cells of a row, each written by its kind. A cell that is not what its column says is a fault of
 * the table, told by column: no file is written with a guess.
 */
export function rowWriter<Row, T>(
  columns: readonly Column<Row>[],
  { writers, absent, speaks }: RowFormat<T>,
): (row: Row) => T[] {
  const written = columns.map((column) => ({ ...column, write: writers[column.kind] }));
  return (row) =>
    written.map(({ name, of, words, write }) => {
      const cell = of(row);
      if (cell === null || isAbsent(cell)) return absent(cell);
      try {
        return write(words ? named(cell, words, speaks) : cell);
      } catch (cause) {
        throw new TypeError(`column ${name} cannot hold ${JSON.stringify(cell)}`, { cause });
      }
    });
}

function named(cell: Value, words: Readonly<Record<string, string>>, speaks: boolean): Value {
  const name = words[String(cell)];
  if (name === undefined) throw new TypeError("not one of its codes");
  return speaks ? name : cell;
}

export function textIn(value: Value): string {
  if (typeof value === "string") return value;
  throw new TypeError("not a text");
}

export function booleanIn(value: Value): boolean {
  if (typeof value === "boolean") return value;
  throw new TypeError("neither true nor false");
}

export function dayIn(value: Value): IsoDay {
  if (typeof value === "string" && isIsoDay(value)) return value;
  throw new TypeError("not a day");
}

export function numberIn(value: Value): number {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw new TypeError("not a number");
}

export function integerIn(value: Value): number {
  if (Number.isSafeInteger(value)) return numberIn(value);
  throw new TypeError("not a whole number");
}

export function centsIn(value: Value): number {
  return assertCents(numberIn(value));
}

/** Cents as euros with both decimals, by digits: `123456789` is `1234567.89`, and no cent is ever rounded. */
export function eurosOf(cents: number, point = "."): string {
  const digits = String(Math.abs(assertCents(cents))).padStart(3, "0");
  return `${cents < 0 ? "-" : ""}${digits.slice(0, -2)}${point}${digits.slice(-2)}`;
}

/** The shortest decimal that reads back as the same number, never `1e-7`. */
export function decimalOf(value: number, point = "."): string {
  const shortest = String(value);
  const plain = shortest.includes("e") ? value.toFixed(20).replace(/\.?0+$/, "") : shortest;
  if (plain.includes("e")) throw new RangeError(`${value} is too large to be written`);
  return point === "." ? plain : plain.replace(".", point);
}
