import type { Prisma } from "@/generated/prisma/client";
import type { IsoDay, Span } from "../../kernel/date";
import { type Cents, assertCents } from "../../kernel/money";
import type { CommuneShare } from "../../record/cpts";

/**
 * What every repository takes first: the client, or the transaction under way. Inside a transaction only
 * the transaction: the embedded database has one connection, and another query would wait for it forever.
 */
export type Tx = Prisma.TransactionClient;

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Whether an id may be asked of the database at all: PostgreSQL fails on what is no UUID. */
export function isUuid(id: string): boolean {
  return UUID.test(id);
}

/** A DATE column (Prisma gives midnight UTC) as a day. */
export function dayOf(date: Date): IsoDay {
  return date.toISOString().slice(0, 10);
}

export function dayOrNull(date: Date | null): IsoDay | null {
  return date === null ? null : dayOf(date);
}

/** A day as Prisma wants it for a DATE column. */
export function dateOf(day: IsoDay): Date {
  return new Date(`${day}T00:00:00Z`);
}

export function dateOrNull(day: IsoDay | null): Date | null {
  return day === null ? null : dateOf(day);
}

export function spanOf(earliest: Date, latest: Date): Span {
  return { earliest: dayOf(earliest), latest: dayOf(latest) };
}

/** BIGINT to a safe integer; throws a RangeError beyond 2^53, rather than lose a cent. */
export function integerOf(value: bigint): number {
  return assertCents(Number(value));
}

export function centsOrNull(value: bigint | null): Cents | null {
  return value === null ? null : integerOf(value);
}

export function bigintOrNull(value: Cents | null): bigint | null {
  return value === null ? null : BigInt(assertCents(value));
}

export interface ShareColumns {
  readonly partial: boolean;
  readonly shareNumerator: number | null;
  readonly shareDenominator: number | null;
}

export function shareOf({ partial, shareNumerator, shareDenominator }: ShareColumns): CommuneShare {
  if (!partial) return "whole";
  if (shareNumerator === null || shareDenominator === null) return "unknown";
  return { numerator: shareNumerator, denominator: shareDenominator };
}

export function shareColumns(share: CommuneShare): ShareColumns {
  if (share === "whole") return { partial: false, shareNumerator: null, shareDenominator: null };
  if (share === "unknown") return { partial: true, shareNumerator: null, shareDenominator: null };
  return { partial: true, shareNumerator: share.numerator, shareDenominator: share.denominator };
}

/** Says of a record whether it changed: a load of public documents changes one without giving it a new version. */
export const stampOf = ({
  version,
  updatedAt,
}: {
  readonly version: number;
  readonly updatedAt: Date;
}): string => `${version} ${updatedAt.getTime()}`;
