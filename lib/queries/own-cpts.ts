import { can, type ActionOn, type Resource, type Scope, type Viewer } from "../auth/can";
import { getDb, type Database } from "../db/client";
import { findCptsName } from "../db/repositories/cpts-names";
import { scopeOf } from "../db/repositories/kept";

/** A CPTS that the viewer may see the inside of. */
export interface OwnCpts {
  readonly db: Database;
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly scope: Scope & { readonly departments: readonly string[] };
}

/** Null where the CPTS does not exist, or not for this viewer: the same answer to both. */
export async function openOwnCpts<R extends Resource>(
  viewer: Viewer,
  slug: string,
  action: ActionOn<R>,
  resource: R,
): Promise<OwnCpts | null> {
  const db = await getDb();
  const scope = await scopeOf(db.prisma, slug);
  if (!scope || !can(viewer, action, resource, scope)) return null;
  const name = await findCptsName(db.prisma, slug);
  return name === null ? null : { db, id: scope.cptsId, slug, name, scope };
}
