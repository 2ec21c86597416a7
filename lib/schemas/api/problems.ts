/** Every problem the API answers: the key names its response in the OpenAPI document. */
export const PROBLEMS = {
  BadRequest: {
    status: 400,
    title: "Requête mal formée",
    description: "A parameter or the JSON makes no sense.",
  },
  Unauthorized: {
    status: 401,
    title: "Connexion demandée",
    description: "This address asks for an access key that holds, in the header Authorization.",
  },
  Forbidden: {
    status: 403,
    title: "Demande refusée",
    description: "The account may not do this, or the request comes from another site.",
  },
  NotFound: {
    status: 404,
    title: "Introuvable",
    description:
      "Nothing has this address. For the code of a former commune, `successors` names those of today: no redirection, so that a program that adds up communes never counts one twice.",
  },
  MethodNotAllowed: {
    status: 405,
    title: "Méthode non admise",
    description: "The header Allow lists the methods of this address.",
  },
  ContentTooLarge: { status: 413, title: "Corps trop long", description: "The body exceeds 64 kB." },
  UnprocessableContent: {
    status: 422,
    title: "Données refusées",
    description: "The JSON is read but a field makes no sense; `errors` lists them all.",
  },
  TooManyRequests: {
    status: 429,
    title: "Trop d’essais",
    description: "The header Retry-After says when to try again, in seconds.",
  },
  InternalError: { status: 500, title: "Erreur interne", description: "Our fault; nothing was recorded." },
  ServiceUnavailable: {
    status: 503,
    title: "Service indisponible",
    description: "The database does not answer.",
  },
} as const;

export type ProblemName = keyof typeof PROBLEMS;
