import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect } from "vitest";

/** The HTML of a part as the server sends it; refuses what the content security policy would. */
export function html(part: ReactNode): string {
  const markup = renderToStaticMarkup(part);
  expect(markup).not.toMatch(/\sstyle=/);
  expect(markup).not.toMatch(/\son[a-z]+=/);
  return markup;
}

/** What is read of it: text without tags, spaces made plain. */
export function text(markup: string): string {
  return markup
    .replace(/<[^>]+>/g, "")
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&")
    .replace(/[\s\u00a0\u202f]+/g, " ")
    .trim();
}
