import { Failure, nearest } from "../primitives/index.js";
import { type Lang, langs } from "../report/index.js";

/**
 * The language must be known before the command line is understood, because
 * its errors and the help are told in it. The system's locale has no say: the
 * same command gives the same bytes everywhere.
 */
export function chooseLang(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Lang {
  return parseLang(flagValue(argv) ?? "") ?? parseLang(env.VOLTEFACE_LANG ?? "") ?? "en";
}

/** `zh`, `zh-CN`, `zh_CN.UTF-8`, `en_US`, in any case. */
export function parseLang(text: string): Lang | null {
  const [language] = text.toLowerCase().split(/[-_.]/);
  return langs.find((lang) => lang.toLowerCase().split("-")[0] === language) ?? null;
}

export function unknownLang(value: string, flag: string): Failure {
  return new Failure("usage.unknown-value", {
    value,
    flag,
    nearest: nearest(value, langs) ?? "",
    known: langs.join(", "),
  });
}

function flagValue(argv: readonly string[]): string | undefined {
  const end = argv.indexOf("--");
  const flags = end === -1 ? argv : argv.slice(0, end);
  const at = flags.findLastIndex((word) => word === "--lang" || word.startsWith("--lang="));
  const word = flags[at];
  return word === "--lang" ? flags[at + 1] : word?.slice("--lang=".length);
}
