import { openRepository } from "../../../src/git/index.js";
import type { Undoes, Undone } from "../../../src/history/lines/answer.js";
import { type UndoesOptions, undoes } from "../../../src/history/lines/undoes.js";
import type { TinyRepository } from "../../git/tiny-repository.js";

/** The ports of a little network: what `port.go` is before anybody mends it. */
export const PORT = [
  "package ports",
  "",
  "func FinishMigration(port Port, failed bool) error {",
  "\tchassis := port.SourceChassis",
  "\treturn client.SetRequestedChassis(port.Name, chassis)",
  "}",
  "",
  "func ListPorts(namespace string) ([]Port, error) {",
  "\treturn client.PortsOfNamespace(namespace)",
  "}",
  "",
];

/** `PORT` after the fix: the port follows its machine. */
export const FIXED_PORT = replace(PORT, "\tchassis := port.SourceChassis", [
  "\tchassis := port.TargetChassis",
  "\tif failed {",
  "\t\tchassis = port.SourceChassisBeforeMigration",
  "\t}",
  '\tdefer metrics.CountFinishedMigration(port.Name, "finished")',
]);

export function text(lines: readonly string[]): string {
  return lines.join("\n");
}

/** The lines with one of them replaced. */
export function replace(lines: readonly string[], line: string, by: readonly string[]): string[] {
  if (!lines.includes(line)) throw new Error(`no line ${JSON.stringify(line)}`);
  return lines.flatMap((each) => (each === line ? by : [each]));
}

export async function ask(world: TinyRepository, typed: readonly string[], options?: UndoesOptions): Promise<Undoes> {
  const repository = await openRepository(world.directory);
  try {
    return await undoes(repository, typed, { main: "main", ...options });
  } finally {
    await repository.close();
  }
}

/** What HEAD takes back, a line for each commit. */
export async function outline(world: TinyRepository, typed = "HEAD", options?: UndoesOptions): Promise<string[]> {
  const { answers } = await ask(world, [typed], options);
  return (answers[0]?.undone ?? []).map(describe);
}

function describe({ subject, kind, coverage, confidence, declared }: Undone): string {
  return `${subject}: ${kind} ${coverage}, ${confidence}${declared ? ", declared" : ""}`;
}
