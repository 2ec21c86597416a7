import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { SiteFooter } from "@/components/layout/SiteFooter";
import { SiteHeader } from "@/components/layout/SiteHeader";
import { HatchDefs } from "@/components/ui/HatchDefs";
import { italic, roman } from "./fonts";
import "./styles/index.css";

export const metadata: Metadata = {
  title: { default: "Maillage, couverture et financement des CPTS", template: "%s · Maillage" },
  description:
    "Tableau de bord ouvert de la couverture de la France par les communautés professionnelles territoriales de santé (CPTS) et de leur financement, chaque chiffre avec sa source.",
};

export const viewport: Viewport = { themeColor: "#0f4c5c" };

export default function RootLayout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="fr" className={`${roman.variable} ${italic.variable}`}>
      <body>
        <a className="skip" href="#main">
          Aller au contenu
        </a>
        <HatchDefs />
        <SiteHeader />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <SiteFooter />
      </body>
    </html>
  );
}
