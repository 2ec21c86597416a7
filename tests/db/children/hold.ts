/** Opens the embedded database of the folder given, says so, and keeps it until it is killed; or leaves at once. */
import { openEmbedded } from "@/lib/db/embedded/open";

const [, , directory = "", leave] = process.argv;
try {
  await openEmbedded(directory);
  console.log("open");
  if (leave) process.exit(0);
  setInterval(() => undefined, 1_000);
} catch (error) {
  console.log(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
