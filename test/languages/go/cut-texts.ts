import { goFrontEnd } from "../../../src/languages/index.js";

/** A source's declarations as text, and what went wrong, as `line: message`. */
export function cutTexts(source: string): { texts: readonly string[]; problems: readonly string[] } {
  const bytes = Buffer.from(source);
  const { pieces, problems } = goFrontEnd.cut(bytes);
  return {
    texts: pieces.map(({ start, end }) => bytes.toString("utf8", start, end)),
    problems: problems.map(({ line, message }) => `${line}: ${message}`),
  };
}
