import { BehaviorEvaluator, type KeptFile, type RefBehavior } from "../behavior/index.js";
import type { LanguageFrontEnd } from "../languages/index.js";
import type { Pack } from "../rules/index.js";
import type { KeptBlobs } from "./kept-blobs.js";
import type { Sameness, Tree, TreeBehaviors } from "./tree.js";

/** Evaluates one pack on trees, again whenever more of their sources is kept; the same sources once. */
export class TreeEvaluator {
  readonly #evaluator: BehaviorEvaluator;
  #known = new Map<string, RefBehavior>();
  /** Those of the last tree: the next one mostly has the same. */
  #files = new Map<string, KeptFile>();

  constructor(
    private readonly pack: Pack,
    private readonly kept: KeptBlobs,
    language: LanguageFrontEnd,
    private readonly sameness: Sameness,
  ) {
    this.#evaluator = new BehaviorEvaluator(pack, language);
  }

  evaluate(trees: readonly Tree[]): TreeBehaviors {
    const before = this.#known;
    this.#known = new Map();
    const keyOf = memoized((blob) => this.kept.keyOf(blob, this.sameness));
    const behaviors = trees.map((tree) => {
      const entries = tree.filter(({ blob }) => this.kept.get(blob) !== undefined);
      const key = entries.map(({ path, blob }) => `${keyOf(blob)} ${path}`).join("\n");
      const behavior = this.#known.get(key) ?? before.get(key) ?? this.#behaviorOf(entries);
      this.#known.set(key, behavior);
      return behavior;
    });
    return { pack: this.pack, behaviors, applies: behaviors.some(doesSomething) };
  }

  #behaviorOf(tree: Tree): RefBehavior {
    const files = new Map<string, KeptFile>();
    for (const { path, blob } of tree) {
      const file = this.kept.fileAt(path, blob, this.#files.get(path) ?? null);
      if (file !== null) files.set(path, file);
    }
    this.#files = files;
    return this.#evaluator.evaluate([...files.values()]);
  }
}

/** The pack's names mean something in the sources. A call that does nothing known may be of any namesake. */
export function doesSomething({ operations, writers, stages, unplaced }: RefBehavior): boolean {
  const calls = [...unplaced, ...stages.flatMap((each) => each.calls)];
  return operations.length + writers.length > 0 || calls.some(({ call }) => call.effects.length > 0);
}

function memoized(compute: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const value = known.get(text) ?? compute(text);
    known.set(text, value);
    return value;
  };
}
