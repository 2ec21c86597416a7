import net from "node:net";
import { stop } from "../setup.mjs";

const DEFAULT_PORT = 3000;

/** @returns {number} */
export function port() {
  const value = process.env.PORT ?? String(DEFAULT_PORT);
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || number > 65535) {
    stop(
      `PORT=${value} n’est pas un port : indiquez un nombre de 1 à 65535, par exemple PORT=3001 npm start.`,
    );
  }
  return number;
}

/** Loopback in both families unless HOST opens the server to the network. @returns {string[]} */
export function hosts() {
  return process.env.HOST ? [process.env.HOST] : ["127.0.0.1", "::1"];
}

/** Said before minutes of installation rather than after. */
export async function requireFreePort() {
  for (const host of hosts()) {
    const fault = await tryListen(host, port());
    if (fault) stop(fault);
  }
}

/** @param {string} host @param {number} wanted @returns {Promise<string | null>} */
function tryListen(host, wanted) {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once("error", (error) => resolve(listenFault(error, host, wanted)));
    probe.listen({ port: wanted, host }, () => probe.close(() => resolve(null)));
  });
}

/**
 * A plain sentence for a listening fault; null where the fault is only a missing address family.
 * @param {Error & { code?: string }} error @param {string} host @param {number} wanted
 */
export function listenFault(error, host, wanted) {
  switch (error.code) {
    case "EADDRINUSE":
      return (
        `Le port ${wanted} est déjà utilisé par un autre programme (peut-être Maillage lui-même).\n` +
        `  Arrêtez-le, ou choisissez un autre port : PORT=${wanted + 1} npm start. Rien n’a été modifié.`
      );
    case "EACCES":
      return `Le port ${wanted} est réservé : choisissez un port au-dessus de 1023, par exemple PORT=3000 npm start.`;
    case "EADDRNOTAVAIL":
    case "EAFNOSUPPORT":
      if (host === "::1") return null;
      return `L’adresse HOST=${host} n’existe pas sur cette machine.`;
    default:
      return `Le serveur n’a pas pu écouter sur ${host}:${wanted} (${error.message}).`;
  }
}
