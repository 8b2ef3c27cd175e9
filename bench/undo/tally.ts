/** Shares of cases: how many were asked, and of how many each thing is true. */
export class Tally {
  readonly #counts = new Map<string, number>();
  cases = 0;

  /** Notes one case and what is true of it. */
  note(facts: Readonly<Record<string, boolean>>): void {
    this.cases += 1;
    for (const [fact, holds] of Object.entries(facts))
      if (holds) this.#counts.set(fact, (this.#counts.get(fact) ?? 0) + 1);
  }

  add(other: Tally): void {
    this.cases += other.cases;
    for (const [fact, count] of other.#counts) this.#counts.set(fact, (this.#counts.get(fact) ?? 0) + count);
  }

  /** In per cent with one decimal, or a dash when nothing was asked. */
  share(fact: string): string {
    return this.cases === 0 ? "–" : `${((100 * (this.#counts.get(fact) ?? 0)) / this.cases).toFixed(1)} %`;
  }
}

/** Rows of cells as a table in Markdown. */
export function table(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  const widths = head.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  const line = (row: readonly string[]) =>
    `| ${widths.map((width, column) => (row[column] ?? "").padEnd(width)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...body.map(line)].join("\n");
}
