import pg from "pg";
import { StartupFault, codeOf, messageOf } from "./faults";
import { type OpenPool, endPool } from "./pool";

const OLDEST_MAJOR = 15;
const CONNECT_TIMEOUT_MS = 10_000;
const DEFAULT_POOL_SIZE = 10;

/**
 * Opens a pool on the PostgreSQL server of `url` and checks who answers.
 *
 * @param poolSize connections of this process, 10 unless told.
 * @throws StartupFault `database_url_invalid`, `database_unreachable`, `database_auth`, `database_missing`,
 *   `database_too_old` or `database_not_utc`.
 */
export async function openPostgresql(url: string, poolSize = DEFAULT_POOL_SIZE): Promise<OpenPool> {
  const { connectionString, options, place } = parse(url);
  const pool = new pg.Pool({
    connectionString,
    options,
    max: poolSize,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: "maillage",
  });
  // A connection that the server drops while idle is replaced at the next query.
  pool.on("error", (error) => console.warn(`Connexion PostgreSQL perdue : ${error.message}`));
  try {
    const { rows } = await pool.query<{ version: number; zone: string }>(
      "SELECT current_setting('server_version_num')::int AS version, current_setting('TimeZone') AS zone",
    );
    check(rows[0], place);
  } catch (error) {
    await endPool(pool);
    throw error instanceof StartupFault ? error : faultOf(error, place);
  }
  return { kind: "postgresql", pool, close: () => endPool(pool) };
}

interface Place {
  /** Host, port: never the password. */
  readonly server: string;
  readonly user: string;
  readonly database: string;
}

function parse(url: string): { connectionString: string; options: string; place: Place } {
  let parsed: URL;
  try {
    parsed = new URL(url);
    if (!/^postgres(ql)?:$/.test(parsed.protocol)) throw new TypeError(parsed.protocol);
  } catch (cause) {
    throw new StartupFault(
      "database_url_invalid",
      "DATABASE_URL n’est pas l’adresse d’une base PostgreSQL. Rien n’a été modifié.\n" +
        "  Elle s’écrit postgresql://utilisateur:motdepasse@serveur:5432/base ; sans elle, la base embarquée sert.",
      { cause },
    );
  }
  // adapter-pg reads timestamptz without its offset (prisma#26786): the session must be in UTC. What the
  // address itself asks for is kept, as pg would otherwise let it replace our option.
  const options = [parsed.searchParams.get("options"), "-c TimeZone=UTC"].filter(Boolean).join(" ");
  parsed.searchParams.delete("options");
  const database = decodeURIComponent(parsed.pathname.slice(1));
  const user = decodeURIComponent(parsed.username);
  return { connectionString: parsed.href, options, place: { server: parsed.host, user, database } };
}

function check(row: { version: number; zone: string } | undefined, place: Place): void {
  const version = row?.version ?? 0;
  if (version < OLDEST_MAJOR * 10_000) {
    throw new StartupFault(
      "database_too_old",
      `Le serveur ${place.server} est un PostgreSQL ${Math.floor(version / 10_000)} ; Maillage demande la version ${OLDEST_MAJOR} ou une plus récente.\n` +
        "  Rien n’a été modifié dans cette base. Mettez le serveur à jour, ou désignez-en un autre par DATABASE_URL.",
    );
  }
  if (row?.zone !== "UTC") {
    throw new StartupFault(
      "database_not_utc",
      `Les connexions à ${place.server} sont à l’heure « ${row?.zone} » alors que Maillage a demandé UTC : les dates seraient lues de travers.\n` +
        "  Rien n’a été modifié. Un intermédiaire (PgBouncer…) ignore sans doute les options de connexion : désignez le serveur lui-même.",
    );
  }
}

function faultOf(cause: unknown, { server, user, database }: Place): StartupFault {
  const code = codeOf(cause);
  const kept = "Aucune donnée n’est perdue ni modifiée.";
  // Without any password in the address, the driver fails by itself before the server refuses.
  if (code === "28P01" || code === "28000" || /password must be a string/.test(messageOf(cause))) {
    return new StartupFault(
      "database_auth",
      `Le serveur ${server} refuse l’utilisateur « ${user} » : ${messageOf(cause)}.\n` +
        `  ${kept} Vérifiez l’utilisateur et le mot de passe de DATABASE_URL, et ce que le serveur autorise (pg_hba.conf).`,
      { cause },
    );
  }
  if (code === "3D000") {
    return new StartupFault(
      "database_missing",
      `La base « ${database} » n’existe pas sur le serveur ${server}.\n` +
        `  ${kept} Créez-la (createdb ${database}), ou corrigez son nom dans DATABASE_URL.`,
      { cause },
    );
  }
  return new StartupFault(
    "database_unreachable",
    `Le serveur PostgreSQL ${server} ne répond pas : ${messageOf(cause)}.\n` +
      `  ${kept} Vérifiez qu’il est démarré et que DATABASE_URL donne la bonne adresse, puis relancez ;\n` +
      "  ou retirez DATABASE_URL pour travailler avec la base embarquée.",
    { cause },
  );
}
