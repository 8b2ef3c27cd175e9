/** https://go.dev/ref/spec#Comments, #String_literals and #Rune_literals; in source that is Go, each match is whole. */
const ASIDE = /\/\/[^\n]*|\/\*.*?\*\/|"(?:\\.|[^"\\\n])*"|`[^`]*`|'(?:\\.|[^'\\\n])*'/gs;

/** The text with spaces in place of comments and of what stands in quotes; see the contract. */
export function blank(text: string, keep: { readonly comments: boolean; readonly strings: boolean }): string {
  return text.replace(ASIDE, (aside) => {
    const isComment = aside.startsWith("/");
    if (isComment ? keep.comments : keep.strings) return aside;
    const quote = isComment ? " " : aside.charAt(0);
    return quote + aside.slice(1, -1).replace(/[^\n]/g, " ") + quote;
  });
}
