import type { Listener } from "../analyze/index.js";
import type { RenderContext } from "../report/index.js";
import { formatOf } from "./flags.js";
import { prepareOutput } from "./output.js";
import { paperFor } from "./paper.js";
import { showProgress } from "./progress.js";
import type { Call } from "./session.js";
import { githubUrl } from "./web-url.js";

type Engine = typeof import("../analyze/index.js");
export type Paper = Pick<RenderContext, "lang" | "width" | "color" | "webUrl">;

/** What a command asks, and how an answer is told. */
export interface Question<Answer extends { readonly webUrl: string | null }, Format extends string> {
  readonly ask: (engine: Engine, listen: Listener) => Promise<readonly Answer[]>;
  readonly render: (answer: Answer, format: Format, paper: Paper) => string;
  readonly formats: readonly Format[];
}

/** Asks the engine, and writes its answers, one after the other, in their order. Mistakes in flags are told before work begins. */
export async function answer<Answer extends { readonly webUrl: string | null }, Format extends string>(
  { flags, session }: Call,
  { ask, render, formats }: Question<Answer, Format>,
): Promise<readonly Answer[]> {
  const format = formatOf(flags, formats);
  const output = await prepareOutput(flags.output, session.io);
  const progress = showProgress(session);
  const answers = await askEngine(ask, progress.listen).finally(progress.stop);
  const webUrl = githubUrl(flags, session.io.env);
  const texts = answers.map((each) =>
    render(each, format, { ...paperFor(session, flags), webUrl: webUrl ?? each.webUrl }),
  );
  await output.write(texts.join(format === "json" ? "" : "\n"));
  return answers;
}

/** Loaded when needed: help and mistakes on the command line should not wait for the engine. */
async function askEngine<Answer>(
  ask: (engine: Engine, listen: Listener) => Promise<readonly Answer[]>,
  listen: Listener,
): Promise<readonly Answer[]> {
  return ask(await import("../analyze/index.js"), listen);
}
