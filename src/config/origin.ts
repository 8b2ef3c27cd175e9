/** Where a setting comes from. */
export type Origin =
  | { readonly kind: "default" }
  /** `line` is 1-based. */
  | { readonly kind: "file"; readonly file: string; readonly line: number }
  /** `--lang` */
  | { readonly kind: "flag"; readonly name: string }
  /** An input of the Action: `language`. */
  | { readonly kind: "input"; readonly name: string };
