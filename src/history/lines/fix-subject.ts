/** Words by which subjects say that something was broken and is mended, in English and Chinese. */
const MENDED =
  /\b(?:fix(?:e[sd]|ing|up)?|bug(?:fix)?|hotfix|correct(?:s|ed|ly)?|repair(?:s|ed)?|resolve[sd]?|prevent(?:s|ed)?|regression|panic|crash(?:es|ed)?|leak(?:s|ed|age)?|dead ?lock|race|CVE-\d+-\d+)\b|修复|修正|修改.*(?:错误|问题)|解决|避免|防止/i;

/** Whether a subject says that the commit mends something. */
export function isFix(subject: string): boolean {
  return MENDED.test(subject);
}
