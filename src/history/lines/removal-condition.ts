/** Comments that say until when a line is needed, in English and Chinese. */
const CONDITION =
  /\b(?:remove|drop|delete|revert|get rid of)\b.{0,60}\b(?:once|when|after|until|if|as soon as)\b|\b(?:once|when|after|until)\b.{0,80}\b(?:remove|drop|delete|revert)\b|\b(?:temporar(?:y|ily)|work-?around)\b.{0,60}\b(?:for|until|because|due)\b|(?:之后|以后|修复后|时).{0,20}(?:删除|移除|去掉)|临时.{0,20}(?:方案|处理|规避)/i;

/** The first of the removed lines that states a condition for its removal, trimmed; null if none does. */
export function findRemovalCondition(removed: readonly string[]): string | null {
  return removed.find((line) => CONDITION.test(line))?.trim() ?? null;
}
