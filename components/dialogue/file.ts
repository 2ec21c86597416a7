import type { DialogueFile, DialogueYear } from "@/lib/queries/money";

/** The file of a CPTS that has a contract: there is no dialogue de gestion before. */
export type FileOfYear = DialogueFile & { readonly of: DialogueYear };

export const isOfYear = (file: DialogueFile): file is FileOfYear => file.of !== null;
