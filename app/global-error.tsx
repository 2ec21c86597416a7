"use client";

import ErrorPage from "./error";
import { italic, roman } from "./fonts";
import "./styles/index.css";

/** The same, where the frame of the pages itself failed. */
export default function GlobalError(props: React.ComponentProps<typeof ErrorPage>) {
  return (
    <html lang="fr" className={`${roman.variable} ${italic.variable}`}>
      <body>
        <title>Erreur · Maillage</title>
        <main id="main">
          <ErrorPage {...props} />
        </main>
      </body>
    </html>
  );
}
