/** Answers of the private API to a browser that navigates (a form or a link without scripts): a page, never JSON. */

export function wantsPage({ headers }: Request): boolean {
  return headers.get("accept")?.includes("text/html") ?? false;
}

/** Leads to a path of this site by GET. The address stays relative: the server may be behind another. */
export function seeOther(path: string): Response {
  return new Response(null, {
    status: 303,
    headers: { Location: path, "Cache-Control": "private, no-store" },
  });
}
