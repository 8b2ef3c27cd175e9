import type { Lang } from "../../primitives/index.js";
import { markdown, messagesIn } from "../../report/index.js";
import { usages, type Verb } from "../commands/index.js";

/** Every command and what it does, as Markdown. */
export function commandsIn(lang: Lang): string {
  const { about, ...means } = messagesIn(lang).app.help;
  const verbs = Object.keys(usages) as Verb[];
  const lines = verbs.map((verb) => `- ${markdown([{ name: usages[verb] }])}: ${markdown(means[verb])}`);
  return [markdown(about), "", ...lines].join("\n");
}
