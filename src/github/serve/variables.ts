import * as z from "zod";
import { Failure } from "../../primitives/index.js";

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads environment variables and collects what is wrong with them. What may be secret is not quoted. */
export class Variables {
  readonly problems: Failure[] = [];

  constructor(private readonly environment: Environment) {}

  problem(code: string, fields: Readonly<Record<string, string | number>> = {}): void {
    this.problems.push(new Failure(code, fields));
  }

  /** Null when the variable is missing or empty. */
  optional(variable: string): string | null {
    const value = (this.environment[variable] ?? "").trim();
    return value === "" ? null : value;
  }

  /** "" beside a problem when it is missing. */
  text(variable: string): string {
    const value = this.optional(variable);
    if (value === null) this.problem("serve.missing", { variable });
    return value ?? "";
  }

  /** A whole number; needed when there is no other. */
  number(variable: string, range: { minimum: number; maximum: number; otherwise: number | null }): number {
    const { minimum, maximum, otherwise } = range;
    const value = otherwise === null ? this.text(variable) : this.optional(variable);
    if (value === null || value === "") return otherwise ?? minimum;
    const form = z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(minimum).max(maximum));
    const understood = form.safeParse(value);
    if (!understood.success) this.problem("serve.not-a-number", { variable, value, minimum, maximum });
    return understood.data ?? minimum;
  }

  word<Word extends string>(variable: string, known: readonly Word[], otherwise: Word): Word {
    const value = this.optional(variable) ?? otherwise;
    const understood = z.literal(known).safeParse(value);
    if (!understood.success) this.problem("serve.unknown-word", { variable, value, known: known.join(", ") });
    return known.find((word) => word === value) ?? otherwise;
  }

  /** An address, as it is written; null when it is missing. */
  address(variable: string, { protocols, form }: { protocols: readonly string[]; form: string }): string | null {
    const value = this.optional(variable);
    const fits = z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol));
    if (value !== null && !fits.safeParse(value).success) this.problem("serve.not-an-address", { variable, form });
    return value;
  }
}
