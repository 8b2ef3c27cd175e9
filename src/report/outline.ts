import type { Text } from "./text.js";

/** A report as an outline: every format draws the same items in its own way. */
export interface Outline {
  readonly opening: Text;
  readonly paragraphs: readonly { readonly text: Text; readonly bullet: boolean }[];
  readonly chapters: readonly Chapter[];
}

/** A part of a report under its title; what it has of these stands in this order. */
export interface Chapter {
  readonly title: Text;
  readonly notes?: readonly Text[];
  /** Lines of a Mermaid diagram and words about it; only Markdown draws it, so text must tell the same. */
  readonly diagram?: { readonly lines: readonly string[]; readonly notes: readonly Text[] };
  readonly table?: Table;
  readonly items: readonly Item[];
  /** Where there are folds, so many items are seen at once, and the others are behind one with a title of its own. */
  readonly open?: { readonly most: number; readonly rest: (count: number) => Text };
  /** Lines to be copied as they are, without links. */
  readonly copy?: readonly Text[];
  /** Behind the main thing: faint on a terminal, folded away in Markdown. */
  readonly aside?: boolean;
}

export interface Item {
  readonly text: Text;
  readonly items: readonly Item[];
  readonly tone?: Tone;
}

/** How text stands out; it must be readable without. */
export type Tone = "plain" | "strong" | "faint" | "differs" | "added" | "removed" | "warning";

export interface Table {
  /** What the first column holds. */
  readonly corner: Text;
  readonly columns: readonly Text[];
  readonly rows: readonly Row[];
}

export interface Row {
  readonly head: Text;
  readonly tone: Tone;
  /** As many as there are columns. */
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly lines: readonly { readonly text: Text; readonly tone: Tone }[];
  /** Stands beside the cell where a reader should look; "" for none. */
  readonly mark: string;
}

export function item(text: Text, items: readonly Item[] = [], tone: Tone = "plain"): Item {
  return { text, items, tone };
}
