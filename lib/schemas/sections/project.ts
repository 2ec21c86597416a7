import { z } from "zod";
import { MISSIONS } from "../../record/cpts";
import type { Contents } from "../../record/sections";
import { choice, listOf, optionalDay, optionalText, requiredText } from "./fields";

const MOST_AXES = 20;
const MOST_OBJECTIVES = 30;

export const projectForm = z.object({
  summary: optionalText(4_000),
  axes: listOf(
    z.object({
      title: requiredText(200, "est obligatoire\u00a0: donnez un titre à l’axe, ou retirez-le"),
      description: optionalText(2_000),
      mission: z
        .enum(MISSIONS, "n’est pas une mission de l’ACI")
        .or(z.literal(""))
        .nullish()
        .transform((value) => value || null),
    }),
    MOST_AXES,
    "axes",
  ),
}) satisfies z.ZodType<Contents["project"]>;

export const missionsForm = z.object({
  missions: listOf(
    z
      .object({
        mission: choice(MISSIONS, "est obligatoire\u00a0: choisissez la mission"),
        startedOn: optionalDay,
        endedOn: optionalDay,
        objectives: listOf(
          requiredText(500, "est vide\u00a0: écrivez l’objectif, ou retirez la ligne"),
          MOST_OBJECTIVES,
          "objectifs",
        ),
      })
      .superRefine(({ startedOn, endedOn }, context) => {
        if (endedOn === null) return;
        const message =
          startedOn === null
            ? "est donnée sans jour de démarrage"
            : "doit suivre le jour de démarrage de la mission";
        if (startedOn === null || endedOn <= startedOn)
          context.addIssue({ code: "custom", path: ["endedOn"], message });
      }),
    MISSIONS.length,
    "missions",
  )
    .superRefine((missions, context) => {
      missions.forEach(({ mission }, index) => {
        if (missions.findIndex((one) => one.mission === mission) < index)
          context.addIssue({ code: "custom", path: [index, "mission"], message: "est déjà dans la liste" });
      });
    })
    .transform((missions) =>
      MISSIONS.flatMap((mission) => missions.filter((one) => one.mission === mission)),
    ),
}) satisfies z.ZodType<Contents["missions"]>;
