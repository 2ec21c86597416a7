import { describe, expect, it } from "vitest";
import { PageHead } from "@/components/layout/PageHead";
import { Section } from "@/components/layout/Section";
import { SiteFooter } from "@/components/layout/SiteFooter";
import { SiteSearch } from "@/components/layout/SiteSearch";
import { CopyLink } from "@/components/ui/CopyLink";
import { IgnoredNotice } from "@/components/ui/Notice";
import { Ruler } from "@/components/ui/Ruler";
import { SourceList } from "@/components/ui/SourceList";
import { SourceRef } from "@/components/ui/SourceRef";
import { Tabs } from "@/components/ui/Tabs";
import { Why } from "@/components/ui/Why";
import { DateForm } from "@/components/forms/DateForm";
import { html, text } from "./render";

const SOURCE = {
  id: "seed-004",
  kind: "press_release",
  title: "Signature de la CPTS",
  publisher: "ARS Auvergne-Rhône-Alpes",
  published: { earliest: "2020-02-19", latest: "2020-02-19" },
  url: "www.example.org",
  reference: null,
} as const;

describe("sources", () => {
  it("a reference leads to the very note it numbers", () => {
    const list = html(<SourceList footnotes={[{ number: 3, source: SOURCE, citations: [] }]} />);
    const href = /href="#([^"]+)"/.exec(html(<SourceRef n={3} />))?.[1] ?? "none";
    expect(list).toContain(`id="${href}"`);
    expect(html(<SourceRef n={3} />)).toContain('aria-label="Source 3"');
  });

  it("names publisher, title, date and kind, and links only a full address", () => {
    const said = (url: string) =>
      html(<SourceList footnotes={[{ number: 1, source: { ...SOURCE, url }, citations: [] }]} />);
    expect(text(said("www.example.org"))).toBe(
      "ARS Auvergne-Rhône-Alpes, Signature de la CPTS, 19/02/2020 (communiqué de presse)",
    );
    expect(said("www.example.org")).not.toContain("<a ");
    expect(said("javascript:alert(1)")).not.toContain("<a ");
    expect(said("https://example.org/a")).toContain('href="https://example.org/a"');
  });
});

describe("an explanation", () => {
  const markup = html(
    <Why
      subject="Accès aux soins, volet fixe"
      steps={[
        { label: "Population", value: "18 750", note: "publiée à la signature" },
        { label: "Barème", value: "50 000 €", note: "taille 1" },
      ]}
      ending="Manque : la date de démarrage."
    />,
  );

  it("opens without JavaScript, under a name that says what it explains", () => {
    expect(markup).toMatch(/^<details class="why"><summary>/);
    expect(text(/<summary>.*<\/summary>/.exec(markup)?.[0] ?? "")).toBe(
      "Pourquoi ce montant ? Accès aux soins, volet fixe",
    );
  });

  it("goes step by step and ends on what is missing", () => {
    expect(text(/<ol.*<\/ol>/.exec(markup)?.[0] ?? "")).toMatch(/^Population.*Barème/);
    expect(text(markup)).toMatch(/Manque : la date de démarrage\.$/);
  });
});

describe("the ruler", () => {
  const markup = html(
    <Ruler
      label="66,9 % calculés, 99,8 % publiés"
      tracks={[[{ from: 0, to: 99.8, look: "published" }], [{ from: 0, to: 66.9, look: "estimated" }]]}
      ticks={[
        { at: 0, label: "0" },
        { at: 50, label: "50" },
        { at: 100, label: "100 %" },
      ]}
    />,
  );

  it("is an image with its reading in words", () =>
    expect(markup).toMatch(/^<svg[^>]*role="img" aria-label="66,9 % calculés, 99,8 % publiés"/));

  it("starts at zero, to scale, its end labels inside", () => {
    expect(markup).toContain('x="0%" width="66.9%"');
    expect(markup).toMatch(/text-anchor="start">0</);
    expect(markup).toMatch(/text-anchor="end">100 %</);
  });

  it("hatches what is estimated", () => expect(markup).toContain('fill="url(#hatch-signed)"'));
});

describe("the frame of a page", () => {
  it("has one title, where it stands, and the sentence that answers", () => {
    const markup = html(
      <PageHead
        crumbs={[{ label: "France", href: "/" }]}
        title="Puy-de-Dôme"
        facts="63"
        lead="12 CPTS signées."
      />,
    );
    expect(markup.match(/<h1/g)).toHaveLength(1);
    expect(markup).toContain('<nav aria-label="Fil d’Ariane">');
  });

  it("names each section by its heading", () =>
    expect(
      html(
        <Section id="cpts" title="CPTS">
          x
        </Section>,
      ),
    ).toMatch(/<section[^>]*id="cpts" aria-labelledby="cpts-t">.*<h2 id="cpts-t">CPTS<\/h2>/));

  it("says which view is shown", () => {
    const markup = html(
      <Tabs
        label="Vues"
        tabs={[
          { href: "?", label: "Carte", current: true },
          { href: "?vue=cpts", label: "CPTS", count: 12 },
        ]}
      />,
    );
    expect(markup.match(/aria-current/g)).toHaveLength(1);
    expect(markup).toContain('<nav class="tabs" aria-label="Vues">');
  });

  it("credits whose data it shows, and leads to the legal pages", () => {
    const markup = html(<SiteFooter />);
    expect(text(markup)).toMatch(/IGN ADMIN EXPRESS COG 2018.*INSEE, PMUN 2023.*Etalab\/DGCL, COG 2026/);
    for (const href of ["/methode", "/accessibilite", "/mentions-legales", "/api/v1/openapi.json"])
      expect(markup).toContain(`href="${href}"`);
  });

  it("searches without JavaScript, as a combobox with it", () => {
    const markup = html(<SiteSearch id="q" />);
    const tag = (name: string) => new RegExp(`<${name}[^>]*>`).exec(markup)?.[0] ?? "";
    expect(tag("form")).toContain('action="/recherche"');
    expect(tag("form")).toContain('role="search"');
    expect(markup).toMatch(/<label[^>]*for="q">/);
    for (const said of ['name="q"', 'role="combobox"', 'aria-expanded="false"', 'aria-controls="q-liste"'])
      expect(tag("input")).toContain(said);
    expect(markup).toMatch(/<ul id="q-liste" role="listbox"[^>]*hidden/);
  });

  it("offers to copy its address only where scripts run", () =>
    expect(html(<CopyLink />)).toMatch(/<button type="button" class="btn scripted">/));
});

describe("state in the address", () => {
  it("changing the date keeps the rest of it", () => {
    const markup = html(
      <DateForm
        path="/departements/63"
        query={{ vue: "communes", date: "2024-01-01" }}
        asOf="2024-01-01"
        today="2026-11-23"
        previous={null}
        next="2024-12-01"
      />,
    );
    expect(markup).toContain('<input type="hidden" name="vue" value="communes"/>');
    expect(markup.match(/name="date"/g)).toHaveLength(1);
    expect(markup).toContain('href="/departements/63?vue=communes&amp;date=2024-12-01"');
    expect(markup).toMatch(/<label for="date">Situation au<\/label>/);
    expect(text(markup)).toContain("Changement suivant, 01/12/2024");
  });

  it("says what of the address was ignored, and why", () => {
    expect(html(<IgnoredNotice ignored={[null]} />)).toBe("");
    const said = text(
      html(<IgnoredNotice ignored={[{ parameter: "date", value: "<b>", reason: "n’est pas une date" }]} />),
    );
    expect(said).toContain("« &lt;b&gt; » n’est pas une date (paramètre date)");
  });
});
