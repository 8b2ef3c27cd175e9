import { tidy } from "./jobs/tidy.js";
import type { App, Doorman } from "./work.js";

/** Who listens to which events, a file each; a new one is a line here. */
const doormen: readonly Doorman[] = [];

/** Volteface on GitHub: what it listens to, and what its jobs do. */
export const volteface: App = {
  doorman: (app, enqueue) => {
    for (const each of doormen) each(app, enqueue);
  },
  handlers: { tidy },
};
