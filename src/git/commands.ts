import { type SimpleGit, simpleGit } from "simple-git";
import { Failure } from "../primitives/index.js";
import { gitEnvironment } from "./environment.js";
import { gitFailure } from "./git-failure.js";

/** Runs git commands whose answer is small enough to hold as one text. */
export interface Commands {
  /** Where they run, absolute. */
  readonly directory: string;
  /**
   * Runs `git …` and gives its standard output. A command that exits with an error
   * and says nothing gives what it wrote (git's way to say "no").
   */
  run(...words: string[]): Promise<string>;
  /** Ends what is running. */
  close(): Promise<void>;
}

/** Opens one simple-git instance for a directory; with `gitDirectory`, git searches no further. */
export function openCommands(directory: string, gitDirectory?: string): Commands {
  const environment = gitEnvironment(gitDirectory);
  const stop = new AbortController();
  const git = hardened(directory, environment, stop.signal);
  const running = new Set<Promise<unknown>>();
  const run = async (...words: string[]): Promise<string> => {
    if (stop.signal.aborted) throw new Failure("interrupted");
    const answer = git.raw(words);
    running.add(answer);
    try {
      const text = await answer;
      if (stop.signal.aborted) throw new Failure("interrupted");
      return text;
    } catch (error) {
      if (stop.signal.aborted) throw new Failure("interrupted", {}, { cause: error });
      throw translate(error, words[0] ?? "", directory);
    } finally {
      running.delete(answer);
    }
  };
  const close = async (): Promise<void> => {
    stop.abort();
    await Promise.allSettled(running);
  };
  return { directory, run, close };
}

/** What we say for a git that says nothing; simple-git passes on the words of an error, and not the error. */
const SILENT = "ended without a word: ";

function translate(error: unknown, command: string, directory: string): Failure {
  const words = error instanceof Error ? error.message : String(error);
  const detail = words.split(SILENT)[1];
  if (detail === undefined) return gitFailure(command, directory, words, error);
  return new Failure("git-stopped", { command: `git ${command}`, directory, detail }, { cause: error });
}

/**
 * To simple-git an end without words on standard error is a success. For git that is
 * so with exit 1, which says "no", and not when a signal ended it.
 */
function judge(
  error: Buffer | Error | undefined,
  { exitCode }: { exitCode: number | null },
): Buffer | Error | undefined {
  if (error !== undefined || exitCode === 0 || exitCode === 1) return error;
  return new Error(SILENT + (exitCode === null ? "killed" : `exit ${exitCode}`));
}

/**
 * simple-git refuses the very variables that make git safe, unless each is
 * allowed by name. `onExit: false` waits for the end of the output: the default
 * takes what has arrived 50 ms after the exit.
 */
function hardened(baseDir: string, environment: Record<string, string>, abort: AbortSignal): SimpleGit {
  return simpleGit({
    baseDir,
    abort,
    errors: judge,
    completion: { onClose: true, onExit: false },
    maxConcurrentProcesses: 4,
    allowEnvironment: Object.keys(environment),
    unsafe: {
      allowUnsafeAskPass: true,
      allowUnsafeConfigEnvCount: true,
      allowUnsafeConfigPaths: true,
      allowUnsafeCredentialHelper: true,
      allowUnsafeFsMonitor: true,
      allowUnsafeHooksPath: true,
      allowUnsafeProtocolOverride: true,
    },
  }).env(environment);
}
