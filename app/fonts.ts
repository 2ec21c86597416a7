import localFont from "next/font/local";

// Served by the product itself: no request leaves for a font. The latin subset holds all of French.
// Without its range in the font face, the width axis stays at 100 % whatever a table asks for.
export const roman = localFont({
  src: "../node_modules/@fontsource-variable/radio-canada/files/radio-canada-latin-standard-normal.woff2",
  weight: "300 700",
  style: "normal",
  declarations: [{ prop: "font-stretch", value: "75% 100%" }],
  display: "swap",
  // app/styles/fonts.css does it for more machines, and for each weight and width.
  adjustFontFallback: false,
  variable: "--font-roman",
});

/** Only hypotheses are set in italics: not worth a place before the first paint. */
export const italic = localFont({
  src: "../node_modules/@fontsource-variable/radio-canada/files/radio-canada-latin-standard-italic.woff2",
  weight: "300 700",
  style: "italic",
  declarations: [{ prop: "font-stretch", value: "75% 100%" }],
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  variable: "--font-italic",
});
