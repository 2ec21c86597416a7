const INSTANT = new Intl.DateTimeFormat("fr-FR", {
  timeZone: "Europe/Paris",
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});

/** « 30/11/2026 à 14:05 », as read in metropolitan France. */
export function instant(at: Date): string {
  return INSTANT.format(at).replace(/,? (?=\d{2}:)/, " à ");
}
