import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { deliverInvitation } from "@/lib/commands/accounts/deliver";
import { acceptInvitation } from "@/lib/commands/accounts/accept";
import { firstAdministratorPath } from "@/lib/commands/accounts/first-administrator";
import { mailReset, resetPassword } from "@/lib/commands/accounts/reset";
import type { Database } from "@/lib/db/database";
import { describeEmbedded, useDatabase, type Engine } from "./harness";
import { NOW, PASSWORD } from "./signed-in";

const ORIGIN = "https://maillage.exemple.fr";
const INVITED = {
  id: "x",
  email: "claire@exemple.fr",
  role: "coordinator",
  path: "/invitation/secret",
  expiresAt: new Date("2026-11-30T13:05:00Z"),
} as const;

describeEmbedded("mail, by a real SMTP server", (engine: Engine) => {
  const received: { to: string[]; text: string }[] = [];
  let server: SMTPServer;
  let port: number;
  let database: Database;

  beforeAll(async () => {
    database = await engine.copy();
    useDatabase(database);
    server = new SMTPServer({
      disabledCommands: ["STARTTLS"],
      authOptional: true,
      onAuth: ({ password }, _, callback) =>
        password === "bon" ? callback(null, { user: "m" }) : callback(new Error("Invalid login")),
      onRcptTo: ({ address }, _, callback) =>
        callback(address.startsWith("refuse") ? new Error("no such mailbox") : null),
      onData: (stream, session, callback) => {
        const chunks: Buffer[] = [];
        stream.on("data", (chunk: Buffer) => chunks.push(chunk));
        stream.on("end", () => {
          received.push({
            to: session.envelope.rcptTo.map(({ address }) => address),
            text: Buffer.concat(chunks).toString("utf8"),
          });
          callback();
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    port = (server.server.address() as AddressInfo).port;
  });
  afterAll(async () => {
    await new Promise<void>((resolve) => server.close(() => resolve()));
    await database.close();
  });
  afterEach(() => vi.unstubAllEnvs());

  const configure = (url: string) => vi.stubEnv("SMTP_URL", url);

  test("an invitation leaves for its address alone, with its link and its term", async () => {
    configure(`smtp://m:bon@127.0.0.1:${port}`);
    vi.stubEnv("SMTP_FROM", "Maillage <maillage@exemple.fr>");
    expect(await deliverInvitation(INVITED, ORIGIN)).toEqual({ sent: true });
    const [message] = received;
    expect(message?.to).toEqual(["claire@exemple.fr"]);
    const text = decoded(message?.text ?? "");
    expect(text).toContain("https://maillage.exemple.fr/invitation/secret");
    expect(text).toContain("30/11/2026 à 14:05");
    expect(message?.text).toContain("From: Maillage <maillage@exemple.fr>");
  });

  test("without a mail server nothing is sent, and nobody is told that it was", async () => {
    vi.stubEnv("SMTP_URL", "");
    expect(await deliverInvitation(INVITED, ORIGIN)).toBeNull();
  });

  test("a mail server that fails is told in words; the caller keeps the link", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    configure(`smtp://m:faux@127.0.0.1:${port}`);
    expect(await deliverInvitation(INVITED, ORIGIN)).toMatchObject({
      why: expect.stringContaining("identifiant ou le mot de passe"),
    });
    configure(`smtp://127.0.0.1:${port}`);
    const refused = await deliverInvitation({ ...INVITED, email: "refuse@exemple.fr" }, ORIGIN);
    expect(refused).toMatchObject({ sent: false, why: expect.stringContaining("refuse l’adresse") });
    configure("smtp://127.0.0.1:9");
    expect(await deliverInvitation(INVITED, ORIGIN)).toMatchObject({
      sent: false,
      why: expect.stringContaining("ne répond pas"),
    });
    expect(await deliverInvitation(INVITED, null)).toMatchObject({
      why: expect.stringContaining("PUBLIC_URL"),
    });
  });

  test("a forgotten password is mailed to its account, and to no stranger", async () => {
    configure(`smtp://127.0.0.1:${port}`);
    const path = (await firstAdministratorPath(database, NOW)) ?? "";
    const bearer = { token: path.split("/").at(-1) ?? "", caller: "192.0.2.1", now: NOW };
    const who = { name: "Maud Berger", email: "maud@exemple.fr", password: PASSWORD };
    expect((await acceptInvitation(bearer, who)).ok).toBe(true);
    received.length = 0;
    await mailReset("inconnu@exemple.fr", ORIGIN, NOW);
    expect(received).toEqual([]);
    await mailReset("maud@exemple.fr", ORIGIN, NOW);
    expect(received.map(({ to }) => to)).toEqual([["maud@exemple.fr"]]);
    const [, token = ""] = /\/mot-de-passe\/([\w-]{43})/.exec(decoded(received[0]?.text ?? "")) ?? [];
    expect((await resetPassword({ ...bearer, token }, "Trois lacs au pied du puy")).ok).toBe(true);
  });
});

/** The text of a message in quoted-printable or base64. */
function decoded(message: string): string {
  const [head = "", ...rest] = message.split("\r\n\r\n");
  const body = rest.join("\r\n\r\n");
  if (/base64/i.test(head)) return Buffer.from(body, "base64").toString("utf8");
  const bytes = body
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return /quoted-printable/i.test(head) ? Buffer.from(bytes, "latin1").toString("utf8") : body;
}
