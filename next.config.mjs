const VINTAGE_FOREVER = "public, max-age=31536000, immutable";

/** @type {import("next").NextConfig} */
export default {
  // The front (scripts/serve) compresses once per revision, with brotli where the browser takes it.
  compress: false,
  // `npm test` checks types, tests included: whoever starts the product need not wait for it.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ["@electric-sql/pglite", "pg", "@prisma/client", "@prisma/adapter-pg", "pdfkit"],
  // Pages answer 403 by `forbidden()`, not 200 with an apology.
  // A file of payments is sent by a form (5 MB); the front refuses what is larger than its address takes.
  experimental: { authInterrupts: true, serverActions: { bodySizeLimit: "6mb" } },
  turbopack: { root: import.meta.dirname },
  outputFileTracingRoot: import.meta.dirname,
  async headers() {
    // The folder is named after its vintage: a new vintage is a new address.
    return [{ source: "/geo/:path*", headers: [{ key: "Cache-Control", value: VINTAGE_FOREVER }] }];
  },
};
