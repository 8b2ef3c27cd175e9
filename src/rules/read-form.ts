import type { ReadForm } from "./form.js";

/** What `formOf` says of a file. The parser is loaded when there is one: it takes longer than many a question to it. */
export async function readForm(file: string, source: string | Uint8Array): Promise<ReadForm> {
  const { formOf } = await import("./form.js");
  return formOf(file, source);
}
