import * as z from "zod";
import type { Path } from "./problem.js";

/** What the form says about the place `path`: what it means, and which fields may stand in it. */
export interface Meaning {
  readonly meaning: string;
  readonly fields: readonly string[];
}

/** An element or an entry without words of its own has those of the field it stands in. */
export function schemaAt(schema: z.ZodType, path: Path): Meaning {
  let here: z.ZodType | undefined = schema;
  let meaning = schema.description ?? "";
  for (const step of path) {
    here = below(unwrap(here), step);
    if (here === undefined) break;
    meaning = here.description ?? unwrap(here).description ?? meaning;
  }
  const inner = here === undefined ? undefined : unwrap(here);
  return { meaning, fields: inner instanceof z.ZodObject ? Object.keys(inner.shape) : [] };
}

function below(schema: z.ZodType, step: string | number): z.ZodType | undefined {
  if (schema instanceof z.ZodObject)
    return (Object.hasOwn(schema.shape, step) ? schema.shape[step] : schema.def.catchall) as z.ZodType | undefined;
  if (schema instanceof z.ZodRecord) return schema.valueType as z.ZodType;
  if (schema instanceof z.ZodArray) return schema.element as z.ZodType;
  return undefined;
}

function unwrap(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault)
    return unwrap(schema.unwrap() as z.ZodType);
  return schema instanceof z.ZodPipe ? unwrap(schema.out as z.ZodType) : schema;
}
