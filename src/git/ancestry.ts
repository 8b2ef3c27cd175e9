import type { Commands } from "./commands.js";

/** The best common ancestor of two commits, null when their histories never meet (in this clone). */
export async function findMergeBase(commands: Commands, a: string, b: string): Promise<string | null> {
  return (await commands.run("merge-base", "--end-of-options", a, b)).split("\n")[0] || null;
}

/** Whether `ancestor` is `commit` or in its history: exactly when it is their common ancestor. */
export async function isAncestor(commands: Commands, ancestor: string, commit: string): Promise<boolean> {
  return (await findMergeBase(commands, ancestor, commit)) === ancestor;
}
