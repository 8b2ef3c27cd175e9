import picocolors from "picocolors";

/** The few ways in which terminal text may stand out; every one must also be readable without colour. */
export type Style = "plain" | "strong" | "faint" | "differs" | "added" | "removed" | "warning";

export type Paint = (style: Style, text: string) => string;

export function painter(color: boolean): Paint {
  const { bold, dim, red, green, yellow } = picocolors.createColors(color);
  const brushes: Readonly<Record<Style, (text: string) => string>> = {
    plain: (text) => text,
    strong: bold,
    faint: dim,
    differs: yellow,
    added: green,
    removed: red,
    warning: yellow,
  };
  return (style, text) => (text === "" ? "" : brushes[style](text));
}
