import next from "eslint-config-next/core-web-vitals";
import typescript from "eslint-config-next/typescript";
import prettier from "eslint-config-prettier";

const PURE_ROOMS = ["kernel", "funding", "coverage", "territory", "record", "quality"].map(
  (room) => `lib/${room}/**`,
);

export default [
  {
    ignores: [
      "generated/**",
      ".next/**",
      "data/**",
      "public/**",
      "next-env.d.ts",
      "test-results/**",
      "playwright-report/**",
    ],
  },
  ...next,
  ...typescript,
  prettier,
  { files: ["*.mjs"], rules: { "import/no-anonymous-default-export": "off" } },
  {
    // Pages are documents, answered whole from the front's memory: a plain link is quicker than fetching React's
    // data and needs no JavaScript (docs/decisions/0008).
    rules: { "@next/next/no-html-link-for-pages": "off" },
  },
  {
    files: PURE_ROOMS,
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message:
            "Time is a parameter in the pure rooms: take asOf or today from the caller (docs/decisions/0006).",
        },
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message:
            "Time is a parameter in the pure rooms: take asOf or today from the caller (docs/decisions/0006).",
        },
      ],
    },
  },
  {
    // React's SSR writes style attributes into the HTML, which the content security policy refuses.
    files: ["app/**", "components/**"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: "JSXAttribute[name.name='style']",
          message: "The content security policy refuses style attributes: use a class or SVG attributes.",
        },
      ],
    },
  },
];
