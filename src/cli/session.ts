import type { Lang, Messages } from "../report/index.js";
import type { Flags } from "./flags.js";
import type { Io } from "./io.js";

/** One run of the program, as its commands see it. */
export interface Session {
  readonly io: Io;
  readonly lang: Lang;
  readonly messages: Messages;
}

/** A command that was called: what stood on the line, understood. */
export interface Call<Own = Readonly<Record<string, unknown>>> {
  readonly args: readonly string[];
  readonly flags: Flags;
  /** The command's own flags. */
  readonly own: Own;
  readonly session: Session;
}

/** Answers the exit code: 0 fine, 1 findings. */
export type Handler = (call: Call) => Promise<number>;

/** How a command joins the program: it describes itself, and `act` connects what it does. */
export interface CommandFile {
  readonly name: string;
  define(command: import("commander").Command, messages: Messages, act: Act): void;
}
export type Act = (handler: Handler) => (...given: unknown[]) => Promise<void>;
