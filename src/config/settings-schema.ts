import type { core } from "zod";

/** The settings file as JSON Schema (draft 2020-12), for completion and checks while it is written. */
export async function settingsSchema(): Promise<Readonly<Record<string, unknown>>> {
  const [{ toJSONSchema }, { shorthands, writtenSettings }] = await Promise.all([
    import("zod"),
    import("./written-settings.js"),
  ]);
  const toJson = (schema: core.$ZodType): Record<string, unknown> =>
    toJSONSchema(schema, {
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
  const { $schema, ...schema } = toJson(writtenSettings);
  return { $schema, title: "Settings of Volteface", ...schema };
}
