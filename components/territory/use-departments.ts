"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { EditorDepartment } from "@/lib/queries/territory-department";
import type { DepartmentTopology } from "@/lib/territory/outline";

export interface LoadedDepartment extends EditorDepartment {
  /** Null where the contours could not be fetched: the list does without. */
  readonly topology: DepartmentTopology | null;
}

export interface Departments {
  /** In the order in which they were asked for. */
  readonly loaded: readonly LoadedDepartment[];
  readonly loading: boolean;
  /** Departments of which the communes, or the contours, did not come. */
  readonly failed: readonly { readonly code: string; readonly what: "communes" | "contours" }[];
  /** @returns the department; null where its communes did not come. */
  readonly add: (code: string) => Promise<LoadedDepartment | null>;
  readonly retry: () => void;
}

/** The departments of the map, each fetched once; more on demand. */
export function useDepartments(slug: string, first: readonly string[]): Departments {
  const [byCode, setByCode] = useState<ReadonlyMap<string, LoadedDepartment>>(new Map());
  const [failed, setFailed] = useState<Departments["failed"]>([]);
  const [waiting, setWaiting] = useState<readonly string[]>(first);
  const asked = useRef(new Map<string, Promise<LoadedDepartment | null>>());

  const load = useCallback(
    async (code: string): Promise<LoadedDepartment | null> => {
      try {
        const data = await fetched<EditorDepartment>(
          `/api/espace/cpts/${encodeURIComponent(slug)}/territoire/departements/${encodeURIComponent(code)}`,
        );
        const topology = await fetched<DepartmentTopology>(data.geometryHref).catch(() => null);
        const department = { ...data, topology };
        setByCode((known) => new Map(known).set(code, department));
        setFailed((now) => [
          ...now.filter((one) => one.code !== code),
          ...(topology === null ? [{ code, what: "contours" as const }] : []),
        ]);
        return department;
      } catch {
        setFailed((now) => [...now.filter((one) => one.code !== code), { code, what: "communes" }]);
        asked.current.delete(code);
        return null;
      } finally {
        setWaiting((now) => now.filter((one) => one !== code));
      }
    },
    [slug],
  );
  const add = useCallback(
    (code: string): Promise<LoadedDepartment | null> => {
      const known = asked.current.get(code);
      if (known) return known;
      const made = load(code);
      asked.current.set(code, made);
      setWaiting((now) => (now.includes(code) ? now : [...now, code]));
      return made;
    },
    [load],
  );
  const key = first.join(" ");
  useEffect(() => {
    for (const code of key.split(" ")) if (code !== "") void add(code);
  }, [add, key]);

  const loaded = useMemo(() => [...byCode.values()], [byCode]);
  return {
    loaded,
    loading: waiting.length > 0,
    failed,
    add,
    retry: () => {
      for (const { code } of failed) {
        asked.current.delete(code);
        void add(code);
      }
    },
  };
}

async function fetched<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as T;
}
