/**
 * The neutral tree every language front-end lowers function bodies to. It knows
 * statements and expressions that the field's languages share, and no language.
 *
 * Positions are relative to the text of the declaration that was lowered:
 * `start`/`end` are UTF-16 offsets (end exclusive), `line` counts from 0. Facts
 * therefore depend on a declaration's text only, wherever the file puts it.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** A local or package-level name. */
export interface Name extends Span {
  readonly kind: "name";
  readonly name: string;
}
/** A literal; strings and characters are decoded, numbers kept as written. */
export interface Literal extends Span {
  readonly kind: "literal";
  readonly type: "string" | "number" | "character";
  readonly value: string;
}
/** `object.name` */
export interface Member extends Span {
  readonly kind: "member";
  readonly object: Expression;
  readonly name: string;
}
/** `object[index]`, also a generic instantiation, which looks the same. */
export interface Index extends Span {
  readonly kind: "index";
  readonly object: Expression;
  readonly indices: readonly Expression[];
}
/** `object[low:high:max]` */
export interface Slice extends Span {
  readonly kind: "slice";
  readonly object: Expression;
  readonly bounds: readonly (Expression | null)[];
}
/** `callee(arguments...)`; a conversion such as `string(x)` is a call, too. */
export interface Call extends Span {
  readonly kind: "call";
  readonly callee: Expression;
  readonly arguments: readonly Expression[];
  /** The last argument is spread (`xs...`). */
  readonly spread: boolean;
}
export interface Unary extends Span {
  readonly kind: "unary";
  readonly operator: string;
  readonly operand: Expression;
}
export interface Binary extends Span {
  readonly kind: "binary";
  readonly operator: string;
  readonly left: Expression;
  readonly right: Expression;
}
/** `Type{key: value, ...}`; `type` is null where the language elides it. */
export interface Composite extends Span {
  readonly kind: "composite";
  readonly type: Expression | null;
  readonly entries: readonly { readonly key: Expression | null; readonly value: Expression }[];
}
/** A closure. */
export interface FunctionLiteral extends Span {
  readonly kind: "function";
  readonly parameters: readonly Parameter[];
  readonly results: readonly Parameter[];
  readonly body: Block;
}
/** `object.(type)`; `type` is null in a type switch. */
export interface Assertion extends Span {
  readonly kind: "assertion";
  readonly object: Expression;
  readonly type: Expression | null;
}
/** A type written where an expression may stand, as canonical text. */
export interface TypeText extends Span {
  readonly kind: "type";
  readonly text: string;
}
export type Expression =
  | Name
  | Literal
  | Member
  | Index
  | Slice
  | Call
  | Unary
  | Binary
  | Composite
  | FunctionLiteral
  | Assertion
  | TypeText;

/** One parameter or result; `name` is null where none is given. */
export interface Parameter {
  readonly name: string | null;
  /** Canonical type text, e.g. `*v1.Pod`, `map[string]string`. */
  readonly type: string;
  readonly variadic: boolean;
}

/** `targets operator values`; `declares` for `:=`. `x++` is `x += 1`. */
export interface Assign extends Span {
  readonly kind: "assign";
  readonly targets: readonly Expression[];
  readonly operator: string;
  readonly values: readonly Expression[];
  readonly declares: boolean;
}
/** `var names type = values`, also local constants. */
export interface Declare extends Span {
  readonly kind: "declare";
  readonly names: readonly string[];
  readonly type: string | null;
  readonly values: readonly Expression[];
  readonly constant: boolean;
}
export interface ExpressionStatement extends Span {
  readonly kind: "expression";
  readonly expression: Expression;
}
/** `channel <- value` */
export interface Send extends Span {
  readonly kind: "send";
  readonly channel: Expression;
  readonly value: Expression;
}
export interface If extends Span {
  readonly kind: "if";
  readonly init: Statement | null;
  readonly condition: Expression;
  readonly then: Block;
  readonly otherwise: Block | If | null;
}
export interface SwitchClause extends Span {
  /** Empty for the default clause. */
  readonly values: readonly Expression[];
  readonly isDefault: boolean;
  readonly body: readonly Statement[];
  /** The body runs on into the next clause. */
  readonly fallsThrough: boolean;
}
/** A switch. Without a subject each value is a condition. */
export interface Switch extends Span {
  readonly kind: "switch";
  readonly init: Statement | null;
  readonly subject: Expression | null;
  /** Set for a type switch: values are types, `binds` is the name it gives the subject. */
  readonly byType: { readonly binds: string | null } | null;
  readonly clauses: readonly SwitchClause[];
}
export interface Loop extends Span {
  readonly kind: "loop";
  /** The header as written, whitespace folded: `for _, name := range names`. */
  readonly header: string;
  readonly init: Statement | null;
  readonly condition: Expression | null;
  readonly post: Statement | null;
  readonly range: {
    readonly targets: readonly Expression[];
    readonly over: Expression;
    readonly declares: boolean;
  } | null;
  readonly body: Block;
}
export interface SelectClause extends Span {
  /** The communication, or null for the default clause. */
  readonly communication: Statement | null;
  readonly body: readonly Statement[];
}
export interface Select extends Span {
  readonly kind: "select";
  readonly clauses: readonly SelectClause[];
}
/** `defer call` (runs when the function ends) or `go call` (runs beside it). */
export interface Later extends Span {
  readonly kind: "later";
  readonly when: "deferred" | "concurrent";
  readonly call: Expression;
}
export interface Return extends Span {
  readonly kind: "return";
  readonly values: readonly Expression[];
}
export interface Branch extends Span {
  readonly kind: "branch";
  readonly to: "break" | "continue" | "goto" | "fallthrough";
  readonly label: string | null;
}
export interface Labeled extends Span {
  readonly kind: "labeled";
  readonly label: string;
  readonly statement: Statement | null;
}
export interface Block extends Span {
  readonly kind: "block";
  readonly statements: readonly Statement[];
}
export type Statement =
  | Assign
  | Declare
  | ExpressionStatement
  | Send
  | If
  | Switch
  | Loop
  | Select
  | Later
  | Return
  | Branch
  | Labeled
  | Block;

/** A function or method, lowered. */
export interface FunctionDeclaration extends Span {
  readonly kind: "function";
  readonly name: string;
  /** The receiver: its local name and its type's bare name (no pointer, no type arguments). */
  readonly receiver: { readonly name: string | null; readonly type: string } | null;
  readonly parameters: readonly Parameter[];
  readonly results: readonly Parameter[];
  /** Null for a declaration without a body. */
  readonly body: Block | null;
}
/** Package-level constants or variables: one entry per name. */
export interface ValueDeclaration extends Span {
  readonly kind: "values";
  readonly constant: boolean;
  readonly entries: readonly {
    readonly name: string;
    readonly type: string | null;
    /** Null where none is written (also iota repetition). */
    readonly value: Expression | null;
    readonly line: number;
  }[];
}
/** Anything else (types, imports): nothing to lower. */
export interface OtherDeclaration extends Span {
  readonly kind: "other";
}
export type Declaration = FunctionDeclaration | ValueDeclaration | OtherDeclaration;
