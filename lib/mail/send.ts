import { createTransport } from "nodemailer";
import { codeOf } from "../db/faults";

export interface Message {
  readonly to: string;
  readonly subject: string;
  /** Plain text: it is read everywhere, and hides no link. */
  readonly text: string;
}

/** Whether a message left; why not, in French. */
export type Delivery = { readonly sent: true } | { readonly sent: false; readonly why: string };

/** A mail server that answers nothing must not hold a page. */
const CONNECT_MS = 8_000;
const TALK_MS = 15_000;

/** `SMTP_URL`: `smtp://user:password@host:587`, or `smtps://`. Without it nothing is sent. */
export function isMailConfigured(): boolean {
  return Boolean(process.env.SMTP_URL);
}

/** Sends one message, or says why it could not; never throws. */
export async function sendMail({ to, subject, text }: Message): Promise<Delivery> {
  const transport = createTransport({
    url: process.env.SMTP_URL,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: TALK_MS,
  });
  try {
    await transport.sendMail({
      from: process.env.SMTP_FROM || "Maillage <maillage@localhost>",
      to: { name: "", address: to },
      subject,
      text,
    });
    return { sent: true };
  } catch (error) {
    console.error("Un message n’est pas parti :", error instanceof Error ? error.message : error);
    return { sent: false, why: reasonOf(error) };
  } finally {
    transport.close();
  }
}

function reasonOf(error: unknown): string {
  switch (codeOf(error)) {
    case "EAUTH":
      return "le serveur de messagerie refuse l’identifiant ou le mot de passe de SMTP_URL.";
    case "EENVELOPE":
    case "EMESSAGE":
      return "le serveur de messagerie refuse l’adresse du destinataire ou de l’expéditeur.";
    case "ETLS":
      return "la liaison chiffrée avec le serveur de messagerie n’a pas pu s’établir.";
    default:
      return "le serveur de messagerie ne répond pas.";
  }
}
