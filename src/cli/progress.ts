import type { ProgressEvent } from "../analyze/index.js";
import { codedMessage, fold, plain } from "../report/index.js";
import type { Session } from "./session.js";

/** Short work is over before a line of progress could be read. */
const PATIENCE = 400;
const PAUSE = 80;

/** Shows what is being done on one line of a terminal, and remarks on lines of their own. */
export interface Progress {
  readonly listen: (event: ProgressEvent) => void;
  /** Clears the line; the result may be written now. */
  stop(): Promise<void>;
}

export function showProgress({ io, messages }: Session): Progress {
  const { stderr } = io;
  let writing: Promise<void> = Promise.resolve();
  let shown = false;
  let next = Date.now() + PATIENCE;
  const write = (text: string) => {
    writing = writing.then(() => stderr.write(text));
  };
  const clear = () => {
    if (shown) write("\r\u001b[K");
    shown = false;
  };
  return {
    listen: (event) => {
      if (event.kind === "remark") {
        clear();
        write(`volteface: ${plain(codedMessage(messages.remarks, event.code, event.fields))}\n`);
      } else if (stderr.isTTY && Date.now() >= next) {
        const line = messages.cli.progressLine(messages.cli.progress[event.name], event.done, event.total);
        write(`\r\u001b[K${fold(plain(line), Math.max(20, (stderr.columns ?? 80) - 1))[0] ?? ""}`);
        shown = true;
        next = Date.now() + PAUSE;
      }
    },
    stop: () => {
      clear();
      return writing;
    },
  };
}
