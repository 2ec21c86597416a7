import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { ANONYMOUS, type Viewer } from "@/lib/auth/can";
import { callerOf, localPath } from "@/lib/auth/origin";
import { signedInBy, type SignedIn } from "@/lib/auth/session";

/** Who is signed in, asked once per request; null for anonymous visitors. */
export const currentPerson = cache(async (): Promise<SignedIn | null> =>
  signedInBy(await headers(), new Date()),
);

/** Who asks: the account signed in, else an anonymous visitor. */
export async function currentViewer(): Promise<Viewer> {
  return (await currentPerson())?.viewer ?? ANONYMOUS;
}

/** The person signed in; anybody else is sent to sign in, then back to `returnTo`. */
export async function signedInPerson(returnTo: string): Promise<SignedIn> {
  return (await currentPerson()) ?? redirect(signInAddress(returnTo));
}

/** As {@link signedInPerson}, for what only asks who may do what. */
export async function signedInViewer(returnTo: string): Promise<SignedIn["viewer"]> {
  return (await signedInPerson(returnTo)).viewer;
}

/** Where one signs in, to come back to a path of this site. */
export function signInAddress(returnTo: string): string {
  const path = localPath(returnTo);
  return path === null ? "/connexion" : `/connexion?retour=${encodeURIComponent(path)}`;
}

/** The caller's address, for limits. */
export async function currentCaller(): Promise<string> {
  return callerOf(await headers());
}
