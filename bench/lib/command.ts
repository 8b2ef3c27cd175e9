/** A program to be run from start to end. What it prints is thrown away. */
export interface Command {
  readonly name: string;
  readonly program: string;
  readonly words: readonly string[];
  /** Added to our own environment. */
  readonly environment?: Readonly<Record<string, string>>;
}
