import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { passwordFault } from "@/lib/schemas/password";

const WHO = { name: "Claire Vidal", email: "c.delorme@cpts.exemple.fr" };

describe("what a password must be", () => {
  test.each([
    "Quatre volcans sous la neige",
    "t7#Kp!vZ9@mQ4x",
    "correct cheval batterie agrafe",
    "ßétàñ øß über straße æquo",
  ])("« %s » is taken", (password) => {
    expect(passwordFault(password, WHO)).toBeNull();
  });

  test.each([
    ["", /Choisissez/],
    ["court", /5 caractères\u00a0: ajoutez-en au moins 7/],
    ["x".repeat(129), /dépasse 128/],
    ["claire sous la neige 7!", /« claire »|«\u00a0claire\u00a0»/],
    ["Les DELORME de la plaine", /delorme/],
    ["motdepasse2026", /motdepasse/],
    ["P@ssw0rd12345", /password/],
    ["azertyuiop123", /azertyuiop/],
    ["aaaaaaaaaaaaaaaaaaaaaaaa", /trop facilement/],
    ["abcdefghijklmnopqrstuvwxyz", /trop facilement/],
    ["123456789012345678", /trop facilement/],
    ["abababababababababab", /trop facilement/],
  ])("« %s » is refused, with the way to mend it", (password, why) => {
    expect(passwordFault(password, WHO)).toMatch(why);
  });

  test("nothing shorter than twelve characters is taken, whatever it is made of", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 11, unit: "grapheme" }), (password) => {
        fc.pre([...password].length < 12);
        expect(passwordFault(password, WHO)).not.toBeNull();
      }),
    );
  });
});
