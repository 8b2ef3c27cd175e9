import { isUtf8 } from "node:buffer";
import { spawn } from "node:child_process";
import { gitEnvironment } from "./environment.js";
import { gitFailure } from "./git-failure.js";

/** How much of what git complains about is kept. */
const WORDS = 8_192;
const LINE_FEED = 10;
/** Through the index, git would find `.gitattributes`, which can turn sources into binaries. */
const NO_INDEX = "/nonexistent/index";

/**
 * Runs git on an input and hands out its output line by line as it comes.
 * Gives null when git ended well, else its last words: what the dead git had written counts.
 *
 * Pathspecs are read with their magic, unlike elsewhere in this folder.
 */
export function runLines(
  gitDirectory: string,
  command: readonly string[],
  input: string,
  onLine: (line: string) => void,
): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const child = spawn("git", command, {
      cwd: gitDirectory,
      env: { ...gitEnvironment(gitDirectory), GIT_LITERAL_PATHSPECS: "0", GIT_INDEX_FILE: NO_INDEX },
      stdio: ["pipe", "pipe", "pipe"],
      windowsHide: true,
    });
    const output = new LineOutput(onLine);
    let words = "";
    // A broken pipe is told by the end of the process, with the reason.
    child.stdin.on("error", () => undefined);
    child.stderr.on("data", (chunk: Buffer) => {
      words = (words + chunk.toString("utf8")).slice(-WORDS);
    });
    child.stdout.on("data", (chunk: Buffer) => {
      try {
        output.push(chunk);
      } catch (error) {
        child.stdout.destroy();
        child.kill();
        reject(error);
      }
    });
    child.on("error", (error) => reject(gitFailure(command[0] ?? "", gitDirectory, error.message, error)));
    child.on("close", (code, signal) => {
      try {
        output.end();
        resolve(code === 0 ? null : words || `stopped by ${signal ?? `exit ${code ?? "?"}`}`);
      } catch (error) {
        reject(error);
      }
    });
    child.stdin.end(input);
  });
}

/** Bytes to lines. A line that is not UTF-8 is read as latin1, so that different bytes stay different. */
class LineOutput {
  #rest: Buffer[] = [];

  constructor(private readonly onLine: (line: string) => void) {}

  push(chunk: Buffer): void {
    const end = chunk.lastIndexOf(LINE_FEED);
    if (end < 0) {
      this.#rest.push(chunk);
      return;
    }
    const lines = chunk.subarray(0, end);
    const whole = this.#rest.length === 0 ? lines : Buffer.concat([...this.#rest, lines]);
    // A copy: the rest of the chunk must not keep all of it.
    this.#rest = end + 1 < chunk.length ? [Buffer.from(chunk.subarray(end + 1))] : [];
    this.#hand(whole);
  }

  end(): void {
    if (this.#rest.length > 0) this.#hand(Buffer.concat(this.#rest));
    this.#rest = [];
  }

  #hand(whole: Buffer): void {
    if (isUtf8(whole)) {
      splitLines(whole.toString("utf8"), this.onLine);
      return;
    }
    splitLines(whole.toString("latin1"), (line) => {
      const bytes = Buffer.from(line, "latin1");
      this.onLine(isUtf8(bytes) ? bytes.toString("utf8") : line);
    });
  }
}

function splitLines(text: string, onLine: (line: string) => void): void {
  let from = 0;
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", from)) {
    onLine(text.slice(from, end));
    from = end + 1;
  }
  onLine(text.slice(from));
}
