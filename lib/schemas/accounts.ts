import { z } from "zod";
import { passwordFault } from "./password";

const LONGEST_EMAIL = 254;
const LONGEST_NAME = 120;
const MOST_SCOPES = 60;

export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .min(1, "Indiquez une adresse électronique.")
  .max(LONGEST_EMAIL, "Cette adresse est trop longue.")
  .refine(
    (value) => value === "" || z.email().safeParse(value).success,
    "Cette adresse n’en est pas une. Exemple\u00a0: prenom.nom@ars.sante.fr",
  );

export const nameSchema = z
  .string()
  .trim()
  .min(1, "Indiquez votre prénom et votre nom.")
  .max(LONGEST_NAME, `Ce nom dépasse ${LONGEST_NAME} caractères\u00a0: abrégez-le.`)
  .refine((value) => !/[\p{Cc}<>]/u.test(value), "Un nom ne contient ni chevrons ni retours à la ligne.");

const codes = z.array(z.string().max(80)).max(MOST_SCOPES, `Choisissez-en ${MOST_SCOPES} au plus.`);

export const INVITED_ROLES = ["coordinator", "agent", "analyst", "administrator"] as const;

/** Whom to invite, by role: each has its own scope. What belongs to another role is left out. */
export const invitationSchema = z.discriminatedUnion(
  "role",
  [
    z.object({
      role: z.literal("coordinator"),
      email: emailSchema,
      /** Slugs. */
      cpts: codes.min(1, "Choisissez au moins une CPTS."),
    }),
    z
      .object({
        role: z.literal("agent"),
        email: emailSchema,
        organisation: z.enum(["ars", "cpam"], "Choisissez l’ARS ou l’Assurance Maladie."),
        departments: codes.default([]),
        regions: codes.default([]),
      })
      .refine(({ departments, regions }) => departments.length + regions.length > 0, {
        path: ["departments"],
        message: "Choisissez au moins un département ou une région.",
      }),
    z.object({
      role: z.literal("analyst"),
      email: emailSchema,
      organisation: z.enum(["ars", "cpam", "other"], "Choisissez l’organisme."),
    }),
    z.object({
      role: z.literal("administrator"),
      email: emailSchema,
      organisation: z.enum(["ars", "cpam", "other"], "Choisissez l’organisme."),
    }),
  ],
  { error: "Choisissez un rôle." },
);
export type InvitationInput = z.infer<typeof invitationSchema>;

export const PASSWORDS_DIFFER = "Les deux mots de passe diffèrent\u00a0: retapez le second.";

/** A person's name and the password they choose; their address where they may type it. */
export function newAccountSchema(email: string | null) {
  return z
    .object({
      name: nameSchema,
      // The invitation says the address, whatever is sent.
      email:
        email === null
          ? emailSchema
          : z
              .unknown()
              .optional()
              .transform((): string => email),
      password: z.string(),
    })
    .superRefine(({ name, email: address, password }, context) => {
      const fault = passwordFault(password, { name, email: address });
      if (fault !== null) context.addIssue({ code: "custom", path: ["password"], message: fault });
    });
}

export const signInSchema = z.object({
  email: emailSchema,
  password: z.string().min(1, "Indiquez votre mot de passe.").max(4_096, "Ce mot de passe est trop long."),
});
