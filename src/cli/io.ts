/** The world as the command line sees it; tests bring their own. */
export interface Io {
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
}

export interface Sink {
  readonly isTTY: boolean;
  readonly columns: number | undefined;
  /** Resolves when the text is on its way; also when nobody reads any more (`| head`). */
  write(text: string): Promise<void>;
}

export function processIo(): Io {
  return { stdout: sinkOf(process.stdout), stderr: sinkOf(process.stderr), env: process.env, cwd: process.cwd() };
}

function sinkOf(stream: NodeJS.WriteStream): Sink {
  let closed = false;
  // Without a listener a reader that left would end the program with a stack trace.
  stream.on("error", () => {
    closed = true;
  });
  return {
    get isTTY() {
      return stream.isTTY === true;
    },
    get columns() {
      return stream.isTTY === true ? stream.columns : undefined;
    },
    write: (text) =>
      new Promise((resolve, reject) => {
        if (closed || text === "") return resolve();
        stream.write(text, (error) => {
          if (error == null || isClosedPipe(error)) resolve();
          else reject(error);
        });
      }),
  };
}

function isClosedPipe(error: Error): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === "EPIPE" || code === "ERR_STREAM_DESTROYED" || code === "ECONNRESET";
}
