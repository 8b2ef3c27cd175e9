/** JSON leaves these as they are; a terminal or an editor that shows the text would act on them. */
const ACTIVE = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;

/** One line of JSON whose text is the same value, with invisible and active characters spelled out. */
export function jsonLine(value: unknown): string {
  return `${JSON.stringify(value).replace(ACTIVE, escapeUnits)}\n`;
}

function escapeUnits(character: string): string {
  return Array.from({ length: character.length }, (_, index) => {
    return `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`;
  }).join("");
}
