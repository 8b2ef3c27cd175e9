/**
 * What GitHub's code scanning accepts and shows.
 * https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 * https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit
 * A file has one run, far from the 20 that it may have.
 */
export const limits = {
  /** More make GitHub refuse the file. */
  results: 25_000,
  /** Of these, GitHub keeps the most severe. */
  resultsShown: 5_000,
  /** The first stands for the finding, the others show it, too; beyond them GitHub drops places silently. */
  locations: 100,
  /** Characters. */
  name: 255,
  description: 1_024,
  /** Not limited by GitHub; a longer message is no message. */
  message: 4_096,
} as const;
