import { describe, expect, test } from "vitest";
import ErrorPage from "@/app/error";
import { html } from "./render";

describe("a page that failed", () => {
  const page = html(
    <ErrorPage error={Object.assign(new Error("secret"), { digest: "42" })} reset={() => undefined} />,
  );

  test("says what was not lost and the way on", () => {
    expect(page).toContain("Rien n’a été modifié ni perdu");
    expect(page).toContain("Réessayer");
    expect(page).toContain('href="/"');
  });

  test("gives the reference to tell, and nothing of the fault itself", () => {
    expect(page).toContain("42");
    expect(page).not.toContain("secret");
  });
});
