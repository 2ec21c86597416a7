/**
 * The arrows of the house, all one way (docs/decisions/0006-one-way-house.md):
 * kernel ← funding, territory, coverage, record, quality ← import ← schemas ← db, auth, export, format
 *        ← queries, commands ← app → components.
 */
const lib = (...rooms) => `^lib/(${rooms.join("|")})/`;

/** @param {string} name @param {string} comment @param {string} from @param {string} to @param {object} [more] */
const forbid = (name, comment, from, to, more = {}) => ({
  name,
  comment,
  severity: "error",
  from: { path: from },
  to: { path: to, ...more },
});

const PURE = ["funding", "coverage", "territory", "record", "quality"];
const others = (/** @type {string} */ room) => PURE.filter((r) => r !== room && r !== "record");

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    {
      name: "no-cycle",
      comment: "Two files that need each other are one file, or hide a third.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "kernel-imports-nothing",
      comment: "The kernel is the ground floor: money, days, rates. It stands on nothing.",
      severity: "error",
      from: { path: lib("kernel") },
      to: { pathNot: lib("kernel") },
    },
    ...PURE.map((room) =>
      forbid(
        `${room}-is-pure`,
        "Domain rooms know only the kernel (and the record's plain types); they meet in lib/queries.",
        lib(room),
        `^(app|components|prisma|generated)/|${lib("db", "auth", "export", "format", "schemas", "queries", "commands", ...others(room))}`,
      ),
    ),
    forbid(
      "record-knows-no-other-room",
      "The record's types are plain; whoever computes on them imports them, never the reverse.",
      lib("record"),
      lib("funding", "coverage", "territory", "quality"),
    ),
    forbid(
      "pure-rooms-touch-no-machine",
      "No file, network or process under the pure rooms: the caller passes what they need.",
      lib("kernel", ...PURE),
      "^(node:)?(fs|path|http|https|net|child_process|process|os)(/|$)",
    ),
    {
      name: "funding-has-one-door",
      comment: "Import lib/funding (its index.ts): what is behind may change without asking.",
      severity: "error",
      from: { pathNot: "^(lib/funding/|tests/unit/funding/)" },
      to: { path: "^lib/funding/.+", pathNot: "^lib/funding/index\\.ts$" },
    },
    forbid(
      "schemas-below-storage",
      "Schemas describe inputs; they know the domain, not where it is stored or shown.",
      lib("schemas"),
      `^(app|components|generated)/|${lib("db", "auth", "export", "format", "queries", "commands")}`,
    ),
    forbid(
      "storage-below-use-cases",
      "Repositories, exports, imports and formats serve the queries and commands; they never call them.",
      lib("db", "auth", "export", "format", "import"),
      `^(app|components)/|${lib("queries", "commands")}`,
    ),
    forbid(
      "use-cases-below-pages",
      "Queries and commands return read models; pages decide how they look.",
      lib("queries", "commands"),
      "^(app|components)/",
    ),
    forbid(
      "pages-ask-use-cases",
      "A page asks a query or a command, which authorises; it never reaches the database itself.",
      "^app/",
      `^generated/|${lib("db")}`,
    ),
    forbid(
      "components-take-props",
      "Components receive read models as props: they fetch nothing and know no storage.",
      "^components/",
      `^(app|generated|prisma)/|${lib("db", "auth", "export", "commands")}`,
    ),
    forbid(
      "components-know-only-the-shape-of-queries",
      "A component may name the type of a read model, never run the query.",
      "^components/",
      lib("queries"),
      { dependencyTypesNot: ["type-only"] },
    ),
    forbid(
      "product-needs-no-scripts",
      "Scripts build and start the product; the product must not need them.",
      "^(app|components|lib)/",
      "^(scripts|tests)/",
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(node_modules|\\.next|generated/prisma/internal)" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".mjs", ".js", ".json"] },
  },
};
