import * as z from "zod";
import { shorthands, writtenSettings } from "./written-settings.js";

/** The settings file as JSON Schema (draft 2020-12), for completion and checks while it is written. */
export function settingsSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = toJson(writtenSettings);
  return { $schema, title: "Settings of Volteface", ...schema };
}

function toJson(schema: z.core.$ZodType): Record<string, unknown> {
  return z.toJSONSchema(schema, {
    io: "input",
    override: ({ zodSchema, jsonSchema }) => {
      const short = shorthands.get(zodSchema);
      if (short === undefined) return;
      const { description, id: _id, ...full } = jsonSchema;
      for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
      const { $schema: _, ...shortened } = toJson(short);
      Object.assign(jsonSchema, description === undefined ? {} : { description }, { anyOf: [shortened, full] });
    },
  });
}
