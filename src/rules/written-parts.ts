import * as z from "zod";

/** Accepts `x` where `[x]` is meant. */
export const oneOrMany = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (Array.isArray(value) || value === undefined ? value : [value]), z.array(item).min(1));

export const text = z.string().min(1);
export const pattern = text.max(500);
export const name = text.regex(/^[\p{L}\p{N}][\p{L}\p{N}._/-]*$/u, "names");
