import type { Disposition } from "../../review/index.js";
import { type AskedCommand, type Disposition as Decided, listCommands, listDispositions } from "../../store/index.js";
import type { Asked } from "../analysis/index.js";
import { questionOf } from "../commands/index.js";
import type { PullRequestName, Tools } from "../work.js";

/** So many answers find room in one comment. */
const MOST = 3;

/** What people said about a pull request in commands. */
export async function saidAbout(
  { repository, number }: PullRequestName,
  { database }: Tools,
): Promise<{ readonly commands: readonly Asked[]; readonly dispositions: readonly Disposition[] }> {
  const [asked, decided] = await Promise.all([
    listCommands(database, repository, number),
    listDispositions(database, repository, number),
  ]);
  return { commands: toBeAnswered(asked), dispositions: decided.map(dispositionOf) };
}

/** The youngest of each kind, in the order in which they were asked; what was not understood is answered until something else is asked. */
export function toBeAnswered(asked: readonly AskedCommand[]): Asked[] {
  const youngest = asked.filter(
    ({ verb }, at) =>
      asked.findLastIndex((other) => other.verb === verb) === at && (verb !== "refused" || at === asked.length - 1),
  );
  return youngest.slice(-MOST).flatMap(({ author, ...record }) => {
    const command = questionOf(record);
    return command === null ? [] : [{ command, author }];
  });
}

function dispositionOf({ finding, reason, author, at }: Decided): Disposition {
  return { finding, reason, who: author, when: at.toISOString() };
}
