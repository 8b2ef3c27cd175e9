/** Characters that a reader cannot see, or that change how others are drawn. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
/** They only choose between two drawings of the character before them. */
const VARIATION_SELECTORS = /[\ufe00-\ufe0f]/gu;

/** Spells out control characters, escape sequences, direction changes and invisible characters: what is left draws as itself. */
export function visible(text: string): string {
  return text.replace(VARIATION_SELECTORS, "").replace(INVISIBLE, spellOut);
}

const SHORT: Readonly<Record<string, string>> = { "\n": "\\n", "\t": "\\t", "\r": "\\r" };

function spellOut(character: string): string {
  const short = SHORT[character];
  if (short !== undefined) return short;
  const code = character.codePointAt(0) ?? 0;
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, "0")}`;
  return code <= 0xffff ? `\\u${code.toString(16).padStart(4, "0")}` : `\\u{${code.toString(16)}}`;
}
