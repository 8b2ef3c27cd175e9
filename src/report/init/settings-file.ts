import type { Lang } from "../../primitives/index.js";
import { type Messages, messagesIn } from "../locales/index.js";
import { plain, printable } from "../terminal/escape.js";
import { fold } from "../terminal/fold.js";
import { prose, say, type Text } from "../text.js";
import { guessPolicy, type Surveyed } from "./survey.js";

/** A settings file fitted to a repository, with comments that tell what may be changed. It says what holds without it. */
export function settingsFile(surveyed: Surveyed, lang: Lang): string {
  const { file } = messagesIn(lang).config.init;
  const blocks = [
    comment(file.head),
    packsBlock(surveyed, file),
    branchesBlock(surveyed, file),
    [...comment(file.rules), "# rules:", ...surveyed.rules.map(({ id, mode }) => `#   ${id}: ${mode}`)],
    [...comment(file.ignore), "ignore: []"],
    [...comment(file.rest), `language: ${lang}`, "comment: on", "annotations: 10"],
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

type Words = Messages["config"]["init"]["file"];

function packsBlock({ packs }: Surveyed, words: Words): string[] {
  if (packs.length === 0) return [...comment(words.noPacks), "# packs: [rules/our-lifecycle.yml]"];
  return [
    ...comment(words.packs),
    "packs:",
    ...packs.map(({ id, title, general }) => {
      const note = general ? say`${prose(title)} (${words.general})` : prose(title);
      return `  - ${id} # ${plain(note)}`;
    }),
  ];
}

function branchesBlock({ branches, lastCommit }: Surveyed, words: Words): string[] {
  if (branches.length === 0) return comment(words.noBranches);
  return [
    ...comment(words.branches),
    "# branches:",
    ...branches.map(({ name, lastCommit: day }) => {
      const pattern = printable(quoted(literally(name)));
      const note = day === "" ? "" : ` # ${plain(words.lastCommit(day))}`;
      return `#   - { pattern: ${pattern}, policy: ${guessPolicy(day, lastCommit)} }${note}`;
    }),
  ];
}

const WIDTH = 100;

function comment(text: Text): string[] {
  return fold(plain(text), WIDTH - 2).map((line) => `# ${line.trimEnd()}`);
}

/** A branch's name as a glob that matches nothing else. */
function literally(name: string): string {
  return name.replace(/[\\*?[\]{}()!+@|]/g, "\\$&");
}

/** As YAML reads it: a name that is nothing but a word needs no quotes. */
function quoted(text: string): string {
  return /^[A-Za-z][\w./-]*$/.test(text) ? text : `'${text.replaceAll("'", "''")}'`;
}
