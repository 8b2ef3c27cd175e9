import { type Command, Option } from "commander";
import { Failure, nearest, type Severity, severities } from "../primitives/index.js";
import type { Lang, Messages } from "../report/index.js";
import { plain } from "../report/index.js";
import { parseLang, unknownLang } from "./language.js";

/** The common flags as understood. */
export interface Flags {
  readonly repo: string;
  readonly rules: readonly string[];
  /** Settings to use instead of the repository's own. */
  readonly config: string | null;
  /** Each command says which formats it has. */
  readonly format: string;
  readonly lang: Lang | null;
  readonly output: string | null;
  /** `OWNER/REPO` */
  readonly github: string | null;
  readonly failOn: Severity | null;
  readonly debug: boolean;
  readonly color: boolean;
}

/** The flags that every command takes; they may stand before or after the command's name. */
export function addFlags(program: Command, { flag }: Messages["cli"]["help"]): void {
  program
    .option("--repo <dir>", plain(flag.repo))
    .option("--rules <id|file>", plain(flag.rules), collect)
    .option("--config <file>", plain(flag.config))
    .option("--format <format>", plain(flag.format))
    .addOption(new Option("--lang <lang>", plain(flag.lang)).argParser(langOf))
    .option("--output <file>", plain(flag.output))
    .addOption(new Option("--github <owner/repo>", plain(flag.github)).argParser(githubOf))
    .addOption(new Option("--fail-on <severity>", plain(flag.failOn)).argParser(severityOf))
    .option("--debug", plain(flag.debug))
    .option("--no-color", plain(flag.noColor));
}

export function readFlags(command: Command): Flags {
  const given: Partial<Flags> = command.optsWithGlobals();
  return {
    repo: given.repo ?? ".",
    rules: given.rules ?? [],
    config: given.config ?? null,
    format: given.format ?? "terminal",
    lang: given.lang ?? null,
    output: given.output ?? null,
    github: given.github ?? null,
    failOn: given.failOn ?? null,
    debug: given.debug ?? false,
    color: given.color ?? true,
  };
}

/** One of a few words, or a failure that names the nearest. */
function oneOf<T extends string>(value: string, known: readonly T[], flag: string): T {
  const found = known.find((each) => each === value);
  if (found !== undefined) return found;
  throw new Failure("usage.unknown-value", {
    value,
    flag,
    nearest: nearest(value, known) ?? "",
    known: known.join(", "),
  });
}

/** The formats of results that are tables or lists. */
export function formatOf<Format extends string>(flags: Flags, known: readonly Format[]): Format {
  return oneOf(flags.format, known, "--format");
}

function collect(value: string, earlier: readonly string[] | undefined): readonly string[] {
  return [...(earlier ?? []), value];
}

function langOf(value: string): Lang {
  const lang = parseLang(value);
  if (lang === null) throw unknownLang(value, "--lang");
  return lang;
}

function severityOf(value: string): Severity {
  return oneOf(value, severities, "--fail-on");
}

function githubOf(value: string): string {
  if (/^[\w.-]+\/[\w.-]+$/.test(value)) return value;
  throw new Failure("usage.bad-value", { value, flag: "--github", form: "OWNER/REPO" });
}
