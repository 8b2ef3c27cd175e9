/** Where a setting comes from. */
export type Origin =
  | { readonly kind: "default" }
  /** Line and column are 1-based. */
  | { readonly kind: "file"; readonly file: string; readonly line: number; readonly column: number }
  /** `--lang` */
  | { readonly kind: "flag"; readonly name: string }
  /** An input of the Action: `language`. */
  | { readonly kind: "input"; readonly name: string };
