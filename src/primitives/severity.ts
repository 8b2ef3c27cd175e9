/** How much attention something deserves, least first. Never translated. */
export const severities = ["notice", "warning", "failure"] as const;
export type Severity = (typeof severities)[number];
