/** How the sending of one file ended: kept, or why not, in French. */
export interface Sent {
  readonly isKept: boolean;
  readonly why: string;
  /** The session has ended: signing in again is the way on. */
  readonly isSignedOut: boolean;
}

interface Problem {
  readonly detail?: string;
  readonly errors?: readonly { readonly message: string }[];
}

/**
 * Sends one file and tells how far it is, from 0 to 1. `fetch` cannot tell: hence the older request.
 * Never fails: what goes wrong is said.
 */
export function sendFile(
  address: string,
  file: File,
  meeting: string,
  onProgress: (share: number) => void,
): Promise<Sent> {
  const form = new FormData();
  form.set("file", file);
  if (meeting !== "") form.set("meeting", meeting);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.setRequestHeader("Accept", "application/json");
    request.upload.onprogress = ({ lengthComputable, loaded, total }) => {
      if (lengthComputable) onProgress(loaded / total);
    };
    request.onload = () => resolve(endOf(request.status, request.responseText));
    request.onerror = () => resolve({ isKept: false, isSignedOut: false, why: CUT });
    request.send(form);
  });
}

const CUT = "L’envoi a été coupé. Vérifiez votre connexion, puis recommencez.";
const BROKEN = "Le serveur n’a pas pu garder ce fichier. Réessayez dans un moment.";

function endOf(status: number, body: string): Sent {
  if (status >= 200 && status < 300) return { isKept: true, isSignedOut: false, why: "" };
  let problem: Problem = {};
  try {
    problem = JSON.parse(body) as Problem;
  } catch {
    // Whatever stands before the server may refuse in its own words: ours are below.
  }
  const why = problem.errors?.[0]?.message;
  const detail =
    status === 413 ? "Ce fichier est trop volumineux\u00a0: 10\u00a0Mo au plus." : problem.detail;
  return {
    isKept: false,
    isSignedOut: status === 401,
    why: why ? `Ce fichier ${why}${why.endsWith(".") ? "" : "."}` : (detail ?? BROKEN),
  };
}
