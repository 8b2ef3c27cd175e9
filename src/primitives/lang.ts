/** The languages in which Volteface speaks to people. */
export const langs = ["en", "zh-CN"] as const;
export type Lang = (typeof langs)[number];
