import { charactersOf, widthOf } from "./width.js";

/**
 * Folds text to a width. wrap-ansi takes a Chinese sentence for one long word
 * and cuts paths anywhere; here a line may end between any two wide characters
 * (never before closing punctuation) and, where a name is longer than a line,
 * after one of its separators.
 */
export function fold(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of words(text)) {
    if (widthOf(line + word.trimEnd()) <= width) {
      line += word;
      continue;
    }
    if (line.trim() !== "") lines.push(line.trimEnd());
    line = "";
    for (const piece of pieces(word, width)) {
      if (widthOf(line + piece.trimEnd()) > width) {
        lines.push(line.trimEnd());
        line = "";
      }
      line += piece;
    }
  }
  return line.trim() === "" && lines.length > 0 ? lines : [...lines, line.trimEnd()];
}

/** Pads with spaces to a display width. */
export function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

const CLOSING = /^[，。、；：！？）》」』】…”’,.;:!?)\]}]/u;
const OPENING = /[（《「『【“‘([{]$/u;
/** Where a name that is longer than a line is cut: the best places first. */
const SEPARATORS = [/(?<=[/,])/u, /(?<=[=;:(])/u, /(?<=[._-])/u];

/** Pieces between which a line may end; a piece keeps the spaces after it. */
function words(text: string): string[] {
  const found: string[] = [];
  let previousWide = false;
  for (const character of charactersOf(text)) {
    const last = found.at(-1);
    const wide = widthOf(character) > 1;
    const glued = last !== undefined && (character === " " || CLOSING.test(character) || OPENING.test(last));
    const sameWord = last !== undefined && !last.endsWith(" ") && !wide && !previousWide;
    if (glued || sameWord) found[found.length - 1] = last + character;
    else found.push(character);
    previousWide = wide;
  }
  return found;
}

/** Cuts a word that is longer than a line: after its best separators, and where that is not enough, anywhere. */
function pieces(word: string, width: number): string[] {
  let found = [word];
  for (const separator of SEPARATORS) {
    found = found.flatMap((piece) => (widthOf(piece.trimEnd()) <= width ? [piece] : piece.split(separator)));
  }
  return found.flatMap((piece) => (widthOf(piece.trimEnd()) <= width ? [piece] : cut(piece, width)));
}

function cut(piece: string, width: number): string[] {
  const found: string[] = [];
  for (const character of charactersOf(piece)) {
    const last = found.at(-1);
    if (last === undefined || widthOf(last + character) > width) found.push(character);
    else found[found.length - 1] = last + character;
  }
  return found;
}
