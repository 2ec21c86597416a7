import { describe, expect, it } from "vitest";
import { Absent } from "@/components/ui/Absent";
import { Flag } from "@/components/ui/Flag";
import { Icon } from "@/components/ui/Icon";
import { Mark } from "@/components/ui/Mark";
import { Money } from "@/components/ui/Money";
import { Num } from "@/components/ui/Num";
import { StageSwatch } from "@/components/ui/StageSwatch";
import { integer } from "@/lib/format/fr";
import { html, text } from "./render";

describe("a figure", () => {
  it("opens the narrow space that the font lacks, and copies as it is", () => {
    const markup = html(<Num>{integer(1234567)}</Num>);
    expect(markup).toBe('1<span class="fin">\u202f</span>234<span class="fin">\u202f</span>567');
  });

  it("leaves a short one alone", () => expect(html(<Num>{integer(999)}</Num>)).toBe("999"));

  it("keeps an amount on one line with its mark", () => {
    const markup = html(<Money cents={28_750_000} mark="V" />);
    expect(markup).toMatch(/^<span class="nb">/);
    expect(text(markup)).toMatch(/^287 500 € V, Vérifié : lu dans une source publique nommée$/);
  });

  it("shows a hypothesis in the figure itself, and nothing else so", () => {
    expect(html(<Money cents={5_000_000} mark="H" />)).toContain('class="hyp"');
    expect(html(<Money cents={5_000_000} mark="D" />)).not.toContain("hyp");
    expect(html(<Money cents={5_000_000} />)).not.toMatch(/hyp|mk/);
  });
});

describe("a mark of certainty", () => {
  it.each([
    ["V", "Vérifié"],
    ["D", "Déduit"],
    ["H", "Hypothèse"],
  ] as const)("%s says %s to those who see no colour and to those who hear", (mark, name) => {
    const markup = html(<Mark mark={mark} />);
    expect(markup).toContain(`title="${name}`);
    expect(text(markup)).toMatch(new RegExp(`^${mark}, ${name}`));
  });

  it("says what it rests on here", () => {
    const markup = html(<Mark mark="H" detail="taille tirée du périmètre estimé" />);
    expect(text(markup)).toBe("H, Hypothèse : taille tirée du périmètre estimé");
  });
});

describe("an absence", () => {
  it.each([
    ["non_communique", "non communiqué"],
    ["sans_objet", "sans objet"],
    ["a_confirmer", "à confirmer"],
  ] as const)("%s is words with a glyph, never a dash nor a zero", (why, words) => {
    const markup = html(<Absent why={why} />);
    expect(text(markup)).toBe(words);
    expect(markup).toContain('<svg viewBox="0 0 12 12" aria-hidden="true"');
  });

  it("draws the three differently", () => {
    const drawn = (["non_communique", "sans_objet", "a_confirmer"] as const).map((why) =>
      html(<Absent why={why} />),
    );
    expect(new Set(drawn.map((markup) => /<svg.*<\/svg>/.exec(markup)?.[0])).size).toBe(3);
  });
});

describe("signs", () => {
  it("a past term is said, not only flagged", () => {
    expect(text(html(<Flag />))).toBe("Terme dépassé, renouvellement non renseigné");
    expect(text(html(<Flag possibly />))).toMatch(/^Terme peut-être dépassé/);
  });

  it("a swatch stands beside its word: hidden from those who hear, different for each stage and perimeter", () => {
    const looks = (["signed", "validated", "intent"] as const).flatMap((stage) =>
      (["declared", "estimated", "unknown"] as const).map((perimeter) =>
        html(<StageSwatch stage={stage} perimeter={perimeter} />),
      ),
    );
    for (const look of looks) expect(look).toContain('aria-hidden="true"');
    expect(new Set(looks).size).toBe(9);
    expect(html(<StageSwatch stage="none" perimeter="estimated" />)).not.toMatch(/est|unk/);
  });

  it("an icon is decoration", () => expect(html(<Icon name="flag" />)).toContain('aria-hidden="true"'));
});
