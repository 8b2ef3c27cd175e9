import { doormen } from "./events/index.js";
import { command } from "./jobs/command.js";
import { mergeGroup } from "./jobs/merge-group.js";
import { reconcile } from "./jobs/reconcile.js";
import { review } from "./jobs/review.js";
import { sweep } from "./jobs/sweep.js";
import { tidy } from "./jobs/tidy.js";
import type { App } from "./work.js";

/** Volteface on GitHub: what it listens to, and what its jobs do. */
export const volteface: App = {
  doorman: (app, enqueue) => {
    for (const each of doormen) each(app, enqueue);
  },
  handlers: { review, mergeGroup, command, sweep, reconcile, tidy },
};
