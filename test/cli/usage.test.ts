import { describe, expect, it } from "vitest";
import { volteface } from "./fake-io.js";

/** What each mistake on the command line is answered with: one line, and exit code 2. */
const mistakes: readonly [argv: readonly string[], line: string][] = [
  [["matirx"], 'there is no command "matirx"; did you mean "matrix"?'],
  [
    ["xyzzy"],
    'there is no command "xyzzy"; the commands are matrix, timeline, undoes, backports, review, replay, report, rules, explain, config, init, serve, demo.',
  ],
  [["rules", "chek"], 'there is no command "chek"; did you mean "check"?'],
  [["matrix", "--fromat", "json"], 'there is no flag "--fromat"; did you mean "--format"?'],
  [["matrix", "--fromat=json"], 'there is no flag "--fromat"; did you mean "--format"?'],
  [["matrix", "--evidense"], 'there is no flag "--evidense"; did you mean "--evidence"?'],
  [["rules", "list", "--xyzzy"], 'there is no flag "--xyzzy"; volteface rules list --help lists them.'],
  [["rules", "list", "-x"], 'there is no flag "-x"; volteface rules list --help lists them.'],
  [["rules", "list", "--format", "jsno"], '--format cannot be "jsno"; did you mean "json"?'],
  [["rules", "list", "--format", "pdf"], '--format cannot be "pdf"; it is one of terminal, markdown, json.'],
  [["rules", "list", "--format", ""], '--format cannot be ""; it is one of terminal, markdown, json.'],
  [["--lang", "fr"], '--lang cannot be "fr"; it is one of en, zh-CN.'],
  [["demo", "--fail-on", "warnings"], '--fail-on cannot be "warnings"; did you mean "warning"?'],
  [["matrix", "--github", "kube-ovn"], '--github cannot be "kube-ovn"; write it as OWNER/REPO.'],
  [["matrix", "--align", "master"], '--align cannot be "master"; write it as X=Y.'],
  [["matrix", "--align", "=master"], '--align cannot be "=master"; write it as X=Y.'],
  [["matrix", "--repo"], "the flag --repo <dir> needs a value."],
  [["demo", "master"], 'volteface demo does not take the argument "master".'],
  [["rules", "explain"], "an argument is missing: volteface rules explain id|file."],
  [
    ["rules", "explain", "kube-ovn/live-migratoin"],
    'there are no rules "kube-ovn/live-migratoin"; did you mean "kube-ovn/live-migration"?',
  ],
  [["rules", "explain", "nowhere.yml"], "there is no file nowhere.yml."],
  [["matrix", "--repo", "/nowhere"], "there is no directory /nowhere."],
  [["matrix", "--repo", "/"], "/ is not in a git repository; go into one, or name it with --repo."],
  [["rules", "list", "--output", "/nowhere/x.txt"], "cannot write /nowhere/x.txt: there is no directory /nowhere."],
  [["rules", "list", "--output", "/"], "cannot write /: it is a directory."],
  [
    ["\u001b[31mred\nline"],
    'there is no command "\\x1b[31mred\\nline"; the commands are matrix, timeline, undoes, backports, review, replay, report, rules, explain, config, init, serve, demo.',
  ],
];

describe("a mistake on the command line", () => {
  it.each(mistakes)("%j is told in one line", async (argv, line) => {
    expect(await volteface(argv)).toEqual({ code: 2, out: "", err: `volteface: ${line}\n` });
  });

  it("is told in the reader's language, wherever --lang stands", async () => {
    const line = "volteface: 没有命令“matirx”；是不是想写“matrix”？\n";
    expect(await volteface(["--lang", "zh-CN", "matirx"])).toEqual({ code: 2, out: "", err: line });
    expect(await volteface(["matirx", "--lang=zh_CN.UTF-8"])).toEqual({ code: 2, out: "", err: line });
    expect(await volteface(["matirx"], { env: { VOLTEFACE_LANG: "zh" } })).toEqual({ code: 2, out: "", err: line });
  });

  it("in VOLTEFACE_LANG is told, too", async () => {
    const err = 'volteface: VOLTEFACE_LANG cannot be "klingon"; it is one of en, zh-CN.\n';
    expect(await volteface(["rules", "list"], { env: { VOLTEFACE_LANG: "klingon" } })).toEqual({
      code: 2,
      out: "",
      err,
    });
  });

  it("never follows the system's locale", async () => {
    const { err } = await volteface(["matirx"], { env: { LANG: "zh_CN.UTF-8", LC_ALL: "zh_CN.UTF-8" } });
    expect(err).toContain("there is no command");
  });
});

describe("help", () => {
  it("is shown for nothing, for --help and for help, on standard output", async () => {
    const { out } = await volteface(["--help"]);
    expect(out).toContain("Usage: volteface [flags] [command]");
    expect(await volteface([])).toEqual({ code: 0, out, err: "" });
    const matrix = await volteface(["matrix", "--help"]);
    expect(matrix.out).toContain("--align <X=Y>");
    expect(matrix.out).toContain("--fail-on <severity>");
    expect(await volteface(["help", "matrix"])).toEqual(matrix);
  });

  it("speaks Chinese and stays inside 80 columns", async () => {
    const { out } = await volteface(["matrix", "--help", "--lang", "zh-CN"]);
    expect(out).toContain("用法： volteface matrix [选项] [ref...]");
    expect(out).not.toMatch(/Usage|Options|Arguments|display help/);
  });

  it("has the version", async () => {
    expect((await volteface(["--version"])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
