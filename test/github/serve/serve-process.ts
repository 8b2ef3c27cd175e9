import { appendFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { serve } from "../../../src/github/serve/serve.js";
import type { App } from "../../../src/github/work.js";

/**
 * The server in a process of its own, with reviews that take as long as asked and leave a line
 * in a file when they begin and when they are done; for faults.test.ts.
 */
const [file = "", milliseconds = "0"] = process.argv.slice(2);

const app: App = {
  doorman: (probot, enqueue) => {
    probot.on("pull_request.opened", async ({ payload }) => {
      const { id: repository, name, owner } = payload.repository;
      await enqueue("review", { installation: 1, repository, owner: owner.login, name, number: payload.number });
    });
  },
  handlers: {
    review:
      () =>
      async ({ number }, { signal }) => {
        appendFileSync(file, `began ${number}\n`);
        await wait(Number(milliseconds), undefined, { signal });
        appendFileSync(file, `done ${number}\n`);
      },
  },
};

const serving = await serve(app, process.env, (line) => process.stderr.write(line));
process.stdout.write(`${serving.address}\n`);
process.once("SIGTERM", () => void serving.stop().then(() => process.exit(0)));
