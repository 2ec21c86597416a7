"use client";

import ErrorPage from "./error";
import "./styles/index.css";

/** The same, where the frame of the pages itself failed. */
export default function GlobalError(props: React.ComponentProps<typeof ErrorPage>) {
  return (
    <html lang="fr">
      <body>
        <title>Erreur · Maillage</title>
        <main id="main">
          <ErrorPage {...props} />
        </main>
      </body>
    </html>
  );
}
