/** What a person may ask for in a comment, understood. */
export type Command =
  | { readonly verb: "compare"; readonly refs: readonly string[] }
  | { readonly verb: "timeline" }
  | { readonly verb: "explain"; readonly id: string }
  | { readonly verb: "intended"; readonly reason: string }
  | { readonly verb: "ignore"; readonly id: string; readonly reason: string }
  | { readonly verb: "help" };
export type Verb = Command["verb"];

export const problems = ["unknown", "needs", "several", "no-finding"] as const;

/** Why a command was not understood, or could not be followed; the words are those of the locales. */
export interface BadCommand {
  readonly problem: (typeof problems)[number];
  /** The command as far as it was understood: its name, the word that is none, or the id that no finding has. */
  readonly word: string;
}

/** Longer reasons are cut, and more refs are not compared. */
const LONGEST_REASON = 500;
const MOST_REFS = 8;
const LONGEST_WORD = 200;

/** Every command: what stands behind its name, and what that means; null when something is missing. A new one is a line here. */
const grammar: { readonly [Name in Verb]: (rest: string) => Command | null } = {
  compare: (rest) => {
    const refs = [...new Set(wordsOf(rest))].slice(0, MOST_REFS);
    return refs.length === 0 ? null : { verb: "compare", refs };
  },
  timeline: () => ({ verb: "timeline" }),
  explain: (rest) => {
    const [id] = wordsOf(rest);
    return id === undefined ? null : { verb: "explain", id };
  },
  intended: (rest) => (rest === "" ? null : { verb: "intended", reason: reasonOf(rest) }),
  ignore: (rest) => {
    const [id, ...reason] = wordsOf(rest);
    return id === undefined || reason.length === 0 ? null : { verb: "ignore", id, reason: reasonOf(reason.join(" ")) };
  },
  help: () => ({ verb: "help" }),
};

/** What each command wants, as it is written. */
export const usages: Readonly<Record<Verb, string>> = {
  compare: "/volteface compare REF...",
  timeline: "/volteface timeline",
  explain: "/volteface explain ID",
  intended: "/volteface intended REASON",
  ignore: "/volteface ignore ID REASON",
  help: "/volteface help",
};

/** At the beginning of a line; what is quoted or stands in a block of code is somebody else's, or an example. */
const COMMAND = /^ {0,3}\/volteface(?:[ \t]+([^\r\n]*))?$/gim;
const FENCED = /^ {0,3}(`{3,}|~{3,})[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|(?![\s\S]))/gm;

/** Whether a comment has a command in it, understood or not. */
export function hasCommand(body: string): boolean {
  return linesOf(body).length > 0;
}

/** The command of a comment; null when it has none. A comment asks for one thing. */
export function parseCommand(body: string): Command | BadCommand | null {
  const [line, ...more] = linesOf(body);
  if (line === undefined) return null;
  if (more.length > 0) return { problem: "several", word: "" };
  const [, name = "", rest = ""] = /^(\S*)\s*(.*)$/.exec(line) ?? [];
  const verb = name === "" ? "help" : name.toLowerCase();
  if (!isVerb(verb)) return { problem: "unknown", word: name.slice(0, LONGEST_WORD) };
  return grammar[verb](rest.trim()) ?? { problem: "needs", word: verb };
}

export function isVerb(word: string): word is Verb {
  return Object.hasOwn(grammar, word);
}

function linesOf(body: string): string[] {
  return [...body.replaceAll("\r\n", "\n").replace(FENCED, "").matchAll(COMMAND)].map(([, rest = ""]) => rest.trim());
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== "" && word.length <= LONGEST_WORD);
}

function reasonOf(text: string): string {
  return Array.from(text.trim()).slice(0, LONGEST_REASON).join("");
}
