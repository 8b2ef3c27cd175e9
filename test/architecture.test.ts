import { readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { Node, Project, type SourceFile } from "ts-morph";
import { expect, test } from "vitest";

/**
 * The folders of src in the order of the pipeline. A folder imports only from
 * folders above it. This is the only list; docs/architecture.md explains it.
 */
const ranks = [
  "primitives",
  "git",
  "languages",
  "rules",
  "behavior",
  "history",
  "review",
  "config",
  "stories",
  "store",
  "analyze",
  "report",
  "queue",
  "github",
  "cli",
];

/** Arrows that the ranks would allow. */
const closed: Partial<Record<string, { only?: string[]; never?: string[]; why: string }>> = {
  languages: { never: ["git"], why: "a front-end is given bytes; it does not ask where they come from" },
  stories: { only: ["primitives", "git"], why: "to a story, files are bytes" },
  report: {
    only: ["primitives", "rules", "behavior", "history", "review", "config"],
    why: "a renderer turns finished answers into text; whatever it needs must be in the answer",
  },
  store: { only: ["primitives"], why: "a store keeps values and does not know what they mean" },
  queue: {
    only: ["primitives", "store"],
    why: "a queue keeps its jobs in the store and does not know what a job means",
  },
};

/** From these folders report knows the shape of answers and nothing that runs. */
const answers = ["rules", "behavior", "history", "review", "config"];

/** The spelling of a cell, which is part of the answers (`before`, `after`) and so the same everywhere. */
const spelling = new Set(["NOTHING", "callText", "callsText", "effectsText", "triggerText"]);

/** The only files that may lead back to each other, because what they read does. */
const recursive = [/^languages\/go\/parse-[a-z-]+\.ts$/];

const root = fileURLToPath(new URL("../src/", import.meta.url));
const project = new Project({ skipFileDependencyResolution: true, compilerOptions: { allowJs: false } });
const files = project.addSourceFilesAtPaths(`${root}**/*.ts`);

interface Import {
  readonly file: string;
  readonly line: number;
  /** The imported file below src, as a .ts path. */
  readonly target: string;
  /** What is imported to run; null when that cannot be told by name (`*`, a call of import, only an effect). */
  readonly values: readonly string[] | null;
}

const imports = files.flatMap(importsOf);

function importsOf(file: SourceFile): Import[] {
  return file
    .getImportStringLiterals()
    .filter((literal) => literal.getLiteralValue().startsWith("."))
    .map((literal) => ({
      file: relative(root, file.getFilePath()),
      line: literal.getStartLineNumber(),
      target: relative(root, join(dirname(file.getFilePath()), literal.getLiteralValue().replace(/\.js$/, ".ts"))),
      values: valuesOf(literal.getParentOrThrow()),
    }));
}

function valuesOf(declaration: Node): string[] | null {
  if (Node.isImportDeclaration(declaration) || Node.isExportDeclaration(declaration)) {
    if (declaration.isTypeOnly()) return [];
    const names = Node.isImportDeclaration(declaration) ? declaration.getNamedImports() : declaration.getNamedExports();
    return names.length === 0 ? null : names.filter((name) => !name.isTypeOnly()).map((name) => name.getName());
  }
  // import("...") where a type stands; anywhere else it is a call.
  return Node.isCallExpression(declaration) ? null : [];
}

function folderOf(path: string): string | null {
  return path.includes("/") ? (path.split("/")[0] ?? null) : null;
}

/** What is wrong with an import, and what to do instead; null when it is fine. */
function objection({ file, line, target, values }: Import): string | null {
  const from = folderOf(file);
  const to = folderOf(target);
  // src/index.ts, the public API, has no rank: it shows what the doors offer.
  if (from === to) return null;
  const here = `src/${file}:${line} imports src/${target}`;
  if (to === null) return `${here}: nothing imports the public API; import from the folder's door instead`;
  if (from !== null) {
    if (ranks.indexOf(to) > ranks.indexOf(from)) {
      return `${here}: ${from} stands above ${to} in the pipeline. Pass the value in from a folder below both, or move what you need to a folder above ${from}`;
    }
    const rule = closed[from];
    if (rule?.never?.includes(to) || rule?.only?.includes(to) === false)
      return `${here}: ${from} and ${to} do not meet, because ${rule.why}`;
    if (from === "report" && answers.includes(to) && values?.every((name) => spelling.has(name)) !== true) {
      return `${here}: report takes only types from ${to}, because ${closed.report?.why}; write import type, or move what runs into the answer`;
    }
  }
  if (target !== `${to}/index.ts`) {
    return `${here}: a folder has one door. Import from src/${to}/index.ts, and export it there if it is not yet`;
  }
  return null;
}

test("there are files and imports to judge", () => {
  expect(files.length).toBeGreaterThan(20);
  expect(imports.length).toBeGreaterThan(40);
  expect(imports.some((one) => one.values?.length === 0)).toBe(true);
});

test("every folder of src has a rank, and only the public API stands outside of one", () => {
  const entries = readdirSync(root, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  expect(folders.filter((folder) => !ranks.includes(folder))).toEqual([]);
  expect(entries.filter((entry) => entry.isFile()).map((entry) => entry.name)).toEqual(
    ["index.ts"].slice(0, entries.length - folders.length),
  );
});

test("arrows point one way, through doors", () => {
  expect(imports.map(objection).filter((problem) => problem !== null)).toEqual([]);
});

test("nothing inside a folder goes around by its own door", () => {
  const around = imports.filter(({ file, target }) => target === `${folderOf(file)}/index.ts` && file !== target);
  expect(around.map(({ file, line }) => `src/${file}:${line}: import the file that declares it`)).toEqual([]);
});

test("every door opens with a few lines: what comes in, what goes out, what it refuses to know", () => {
  // Nobody imports from cli: the process comes in at main.ts.
  const doors = ranks
    .filter((folder) => files.some((file) => file.getFilePath().startsWith(`${root}${folder}/`)))
    .map((folder) => (folder === "cli" ? "cli/main.ts" : `${folder}/index.ts`));
  const silent = doors.filter((door) => {
    const text = project.getSourceFile(root + door)?.getFullText() ?? "";
    return !text.replace(/^#!.*\n/, "").startsWith("/**\n * ");
  });
  expect(silent.map((door) => `src/${door} is missing, or does not open with a doc comment`)).toEqual([]);
});

test("no file depends on itself, however far around", () => {
  expect(circles().map((circle) => circle.join(" → "))).toEqual([]);
});

/**
 * Circles of imports, each told once: `a → b → a`. Types may name each other,
 * they are gone when the program runs; a recursive grammar is left out, too.
 */
function circles(): string[][] {
  const targets = new Map<string, Set<string>>();
  for (const { file, target, values } of imports) {
    if (values?.length !== 0) targets.set(file, (targets.get(file) ?? new Set()).add(target));
  }
  const done = new Set<string>();
  const path: string[] = [];
  const found: string[][] = [];
  function visit(file: string): void {
    const at = path.indexOf(file);
    if (at >= 0) found.push([...path.slice(at), file]);
    if (at >= 0 || done.has(file)) return;
    path.push(file);
    for (const target of targets.get(file) ?? []) visit(target);
    path.pop();
    done.add(file);
  }
  for (const file of targets.keys()) visit(file);
  return found.filter((circle) => !recursive.some((grammar) => circle.every((file) => grammar.test(file))));
}
