/**
 * A sentence for a person, with what came from outside (names, paths, code,
 * prose of packs) kept apart from our own words. Each format escapes the
 * foreign parts where it draws them, so no message can forget to.
 */
export type Text = readonly Part[];

export type Part =
  /** Our own words, from a catalogue. */
  | string
  /** A foreign name or piece of code, shown as such; with the address it leads to, where a format has links. */
  | { readonly name: string; readonly href?: string }
  /** Foreign prose. */
  | { readonly prose: string };

/** What a message may hold: a foreign name, a number, or another sentence. */
export type Value = string | number | Text;

/** Builds a sentence: the template is ours, every string put into it is foreign. */
export function say(template: TemplateStringsArray, ...values: readonly Value[]): Text {
  return template.flatMap((words, index) => {
    const value = values[index];
    const part = value === undefined ? [] : toText(value);
    return words === "" ? part : [words, ...part];
  });
}

export function prose(text: string): Text {
  return [{ prose: text }];
}

export function name(text: string): Text {
  return [{ name: text }];
}

/** A name that leads somewhere. The address must come from permalink.ts: nothing in it is escaped again. */
export function linked(text: string, href: string | null): Text {
  return [href === null ? { name: text } : { name: text, href }];
}

export function join(texts: readonly Text[], separator: string): Text {
  return texts.flatMap((text, index) => (index === 0 ? text : [separator, ...text]));
}

function toText(value: Value): Text {
  if (typeof value === "string") return [{ name: value }];
  return typeof value === "number" ? [String(value)] : value;
}
