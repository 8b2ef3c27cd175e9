import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type LineCounter,
  type Node,
  type Pair,
  type YAMLMap,
} from "yaml";
import type { Kind } from "./fault.js";
import type { Path, Place } from "./problem.js";

interface Found {
  readonly node: Node | null;
  readonly state: "there" | "empty" | "missing";
}

/** The way back from a value to its place in the file. */
export class Locator {
  readonly #pairs = new WeakMap<YAMLMap, Map<string, Pair>>();

  constructor(
    readonly file: string,
    readonly text: string,
    readonly document: Document,
    readonly lines: LineCounter,
  ) {}

  /** Where the value at `path` begins, or the nearest thing above it that exists. */
  value(path: Path, offset = 0): Place {
    const { node } = this.#find(path);
    return this.#at(node === null ? 0 : isScalar(node) ? inside(this.text, node, offset) : start(node));
  }

  /** Where the name of the field at `path` stands. */
  name(path: Path): Place {
    const last = path.at(-1);
    const { node, state } = this.#find(path.slice(0, -1));
    if (state !== "there" || last === undefined || !isMap(node)) return this.value(path);
    const key = this.#pair(node, String(last))?.key as Node | null | undefined;
    return key ? this.#at(start(key)) : this.value(path);
  }

  /** What is written at `path`. */
  kind(path: Path): Kind {
    const { node, state } = this.#find(path);
    if (state !== "there") return state;
    if (isMap(node)) return "mapping";
    if (isSeq(node)) return "list";
    const value = isScalar(node) ? node.value : null;
    if (value === null) return "empty";
    if (typeof value === "boolean") return "boolean";
    return typeof value === "string" ? "text" : "number";
  }

  /** The value at `path` as the author wrote it. */
  written(path: Path): string {
    const { node } = this.#find(path);
    return node?.range ? this.text.slice(node.range[0], node.range[1]) : "";
  }

  #at(offset: number): Place {
    const { line, col } = this.lines.linePos(offset);
    return { file: this.file, line: Math.max(1, line), column: Math.max(1, col) };
  }

  /** The node at `path`; where there is none, the nearest one above it, or the name of a field without a value. */
  #find(path: Path): Found {
    let node = this.#follow(this.document.contents);
    for (const step of path) {
      if (node === null) break;
      if (standsAlone(node, step)) continue;
      const pair = isMap(node) ? this.#pair(node, String(step)) : undefined;
      const below = isSeq(node) ? node.items[Number(step)] : pair?.value;
      if (pair !== undefined && below === null) return { node: pair.key as Node, state: "empty" };
      if (below === undefined || below === null) return { node, state: "missing" };
      node = this.#follow(below as Node);
    }
    return { node, state: node === null ? "missing" : "there" };
  }

  #follow(node: Node | null): Node | null {
    return isAlias(node) ? (node.resolve(this.document) ?? null) : node;
  }

  #pair(map: YAMLMap, name: string): Pair | undefined {
    let pairs = this.#pairs.get(map);
    if (pairs === undefined) {
      pairs = new Map();
      for (const pair of map.items) {
        const key = isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
        if (!pairs.has(key)) pairs.set(key, pair);
      }
      this.#pairs.set(map, pairs);
    }
    return pairs.get(name);
  }
}

/** `functions: Set` is read as `functions: [{ name: Set }]`, `asymmetry: off` as `{ mode: off }`: what stands alone is its own element, name and mode. */
function standsAlone(node: Node, step: string | number): boolean {
  if (isSeq(node)) return false;
  return isMap(node) ? typeof step === "number" : step === 0 || step === "name" || step === "mode";
}

function start(node: Node): number {
  return node.range?.[0] ?? 0;
}

/** The place of the `offset`-th character of a scalar; its beginning where the layout folds or escapes. */
function inside(text: string, node: Node, offset: number): number {
  const [from, to] = node.range ?? [0, 0];
  const written = text.slice(from, to);
  if (offset === 0 || /[\r\n]/.test(written)) return from;
  const quote = written[0];
  if (quote !== "'" && quote !== '"') return from + offset;
  const twoForOne = quote === "'" ? "''" : "\\";
  let position = 1;
  for (let read = 0; read < offset && position < written.length - 1; read += 1)
    position += written.startsWith(twoForOne, position) ? 2 : 1;
  return from + position;
}
