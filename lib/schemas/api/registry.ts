import { z } from "zod";

/** The schemas that the OpenAPI document names, by the name it gives them. */
export const API_SCHEMAS = z.registry<{ id: string }>();

/**
 * Gives a schema its name and description in the OpenAPI document. Objects are strict here, so that a test
 * notices a field that nobody described; the document leaves answers open, so that fields may be added.
 */
export function named<T extends z.ZodType>(id: string, description: string, schema: T): T {
  const described = schema.describe(description);
  API_SCHEMAS.add(described, { id });
  return described;
}
