import { optionalText, requiredText } from "./sections/fields";

/** Longest texts that go with a round: what a coordinator adds to it, what an agent answers. */
export const MOST_MESSAGE = 2_000;
export const MOST_COMMENT = 4_000;

/** What a coordinator says to the agents beside the proposal. */
export const proposalMessage = optionalText(MOST_MESSAGE);
/** What an agent adds to an agreement. */
export const acceptComment = optionalText(MOST_COMMENT);
/** What is to be mended, without which nothing is sent back. */
export const returnComment = requiredText(
  MOST_COMMENT,
  "est obligatoire pour renvoyer la proposition\u00a0: dites à la CPTS ce qui est à reprendre",
);
