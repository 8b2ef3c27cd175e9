import { isMapping, type Problem, readForm } from "../rules/index.js";

/** A pack that a settings file names, and where. */
export interface WrittenPackReference {
  readonly reference: string;
  readonly place: Pick<Problem, "file" | "line" | "column">;
}

/** The packs that a settings file names, however wrong the rest of it is. */
export async function writtenPacks(
  file: string,
  source: string | Uint8Array,
): Promise<readonly WrittenPackReference[]> {
  const read = await readForm(file, source);
  if (!read.ok || !isMapping(read.form.value)) return [];
  const { packs } = read.form.value;
  const references: readonly unknown[] = Array.isArray(packs) ? packs : [packs];
  return references.flatMap((reference, index) =>
    typeof reference === "string" && reference !== ""
      ? [{ reference, place: read.form.placeOf(["packs", index]) }]
      : [],
  );
}
