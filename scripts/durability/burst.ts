/** What one record was last sent and last answered. Numbers grow by one a save, and are what is saved. */
export interface Sent {
  acknowledged: number;
  sent: number;
  /** The version of the draft, as last answered; 0 for none. */
  draft: number;
}

/** Every so many drafts, the section itself is saved. */
const DRAFTS_A_SECTION = 4;
const PROFESSIONS = ["medecin_generaliste", "infirmier", "pharmacien"] as const;
export const COUNTED_ON = "2026-11-23";

/** The same number three times, in three rows: a save kept by halves would show. */
export const contentOf = (n: number) => ({
  asOf: COUNTED_ON,
  counts: PROFESSIONS.map((profession) => ({ profession, scope: "members", count: n })),
});

/**
 * Saves drafts and sections on every record at once, each after the answer to the one before, until the
 * server no longer answers. @returns how many were acknowledged.
 */
export async function burst(
  origin: string,
  cookie: string,
  sent: Map<string, Sent>,
  onAnswer: () => void,
): Promise<number> {
  const counts = await Promise.all(
    [...sent].map(async ([slug, state]) => {
      let acknowledged = 0;
      while (await saveOnce(origin, cookie, slug, state)) {
        acknowledged += 1;
        onAnswer();
      }
      return acknowledged;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

async function saveOnce(origin: string, cookie: string, slug: string, state: Sent): Promise<boolean> {
  const address = `${origin}/api/espace/cpts/${slug}/sections/professionals`;
  const saves = state.draft >= DRAFTS_A_SECTION;
  const n = state.sent + 1;
  state.sent = n;
  const content = contentOf(n);
  try {
    const response = await fetch(saves ? address : `${address}/draft`, {
      method: saves ? "POST" : "PUT",
      headers: { "content-type": "application/json", cookie },
      body: JSON.stringify(
        saves ? { content, draftVersion: state.draft } : { content, version: state.draft },
      ),
    });
    if (!response.ok) throw new Refused(`${response.status} ${await response.text()}`);
    await response.json();
  } catch (error) {
    if (error instanceof Refused) throw error;
    return false;
  }
  state.acknowledged = n;
  state.draft = saves ? 0 : state.draft + 1;
  return true;
}

/** The server answered, and refused: the burst itself is wrong. */
class Refused extends Error {}
