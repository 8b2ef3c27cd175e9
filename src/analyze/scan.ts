import { FactTable, type RefBehavior, seedNames, type WantedName } from "../behavior/index.js";
import type { LanguageFrontEnd } from "../languages/index.js";
import type { Pack } from "../rules/index.js";
import { Agenda, type Search } from "./agenda.js";
import { TreeEvaluator } from "./evaluate-trees.js";
import { HeldBlobs, type ReadBlobs } from "./held-blobs.js";
import { KeptBlobs } from "./kept-blobs.js";
import { type Needle, needleFinder } from "./needles.js";
import type { Listener } from "./progress.js";
import { chooseScouts } from "./scouts.js";
import type { Sameness, Tree, TreeBehaviors } from "./tree.js";

/** Remembers the blobs in which nothing was found; may forget at any time. */
export interface BarrenBlobs {
  /** The blobs among these of which the question is known to find nothing. */
  known(question: string, blobs: readonly string[]): Promise<ReadonlySet<string>>;
  remember(question: string, barren: readonly string[]): Promise<void>;
}

export interface ScanResult {
  readonly packs: readonly TreeBehaviors[];
  /** Blobs that could not be read. */
  readonly unread: ReadonlyMap<string, "missing" | "too-large">;
  /** The declarations of a blob in which the packs' names, or those that they led to, occur. */
  readonly textsIn: (blob: string) => readonly string[];
  /** A pack on further trees of these blobs, with what was found in them. */
  readonly evaluate: (pack: Pack, trees: readonly Tree[]) => readonly RefBehavior[];
}

/** Rounds of looking for what the last one found wanting. */
const MAXIMUM_ROUNDS = 5;

/**
 * So many trees, as different as can be, teach what to look for in the others: one for what all are
 * missing, a few for what some are, and of a long history more for what few are.
 */
const SCOUTS = [1, 8, 48];

/** How a scan reads, and what it may take for granted. */
interface ScanOptions {
  readonly read: ReadBlobs;
  /** Null to remember nothing. */
  readonly barren: BarrenBlobs | null;
  readonly listen: Listener;
  readonly sameness?: Sameness;
  /** Names that are looked for from the beginning. */
  readonly wanted?: readonly WantedName[];
}

/**
 * Reads the sources of trees and evaluates packs on them. The first round looks for the names
 * of the packs, the next ones for the callers, constants and helpers that evaluation missed. What
 * one tree is missing is mostly what all are missing, so one goes ahead, and then a few: then most
 * blobs are read once, and most trees evaluated once.
 */
export class Scan {
  readonly #look: Look;
  readonly #held: HeldBlobs;
  readonly #agenda: Agenda;
  readonly #evaluators: readonly TreeEvaluator[];

  constructor(
    private readonly packs: readonly Pack[],
    private readonly trees: readonly Tree[],
    language: LanguageFrontEnd,
    { read, barren, listen, sameness = "blobs", wanted = [] }: ScanOptions,
  ) {
    const readsGenerated = packs.some((pack) => pack.sources.generated);
    const kept = new KeptBlobs(language, new FactTable(language), readsGenerated);
    this.#held = new HeldBlobs(read, (blob) => !kept.isClosed(blob));
    this.#look = { kept, readsGenerated, read: this.#held.read, barren, unread: new Map(), listen };
    this.#evaluators = packs.map((pack) => new TreeEvaluator(pack, kept, language, sameness));
    this.#agenda = new Agenda(trees);
    this.#agenda.seed(packs.flatMap((pack) => seedNames(pack).names));
    this.#agenda.want(wanted);
  }

  /** The packs on some of the trees, before all others; what these teach is known then. */
  async ahead(trees: readonly Tree[]): Promise<readonly TreeBehaviors[]> {
    const { listen } = this.#look;
    let evaluated: TreeBehaviors[] = [];
    let searches = this.#agenda.admit(trees);
    for (let round = 0; round < MAXIMUM_ROUNDS && (searches.length > 0 || round === 0); round++) {
      await lookFor(searches, this.#look);
      evaluated = this.#evaluators.map((evaluator) => evaluator.evaluate(trees));
      listen({ kind: "stage", name: "facts", done: round + 1, total: MAXIMUM_ROUNDS });
      searches = this.#agenda.want(wantedBy(evaluated));
    }
    return evaluated;
  }

  /** The packs on all trees. */
  async all(): Promise<ScanResult> {
    let evaluated: readonly TreeBehaviors[] = [];
    for (const wave of wavesOf(this.trees)) {
      evaluated = await this.ahead(wave);
      this.#held.release();
    }
    const { kept, unread } = this.#look;
    return {
      packs: evaluated,
      unread,
      textsIn: (blob) => kept.textsIn(blob),
      evaluate: (pack, others) => this.#evaluators[this.packs.indexOf(pack)]?.evaluate(others).behaviors ?? [],
    };
  }
}

function wavesOf(trees: readonly Tree[]): (readonly Tree[])[] {
  return [...SCOUTS.filter((count) => 2 * count <= trees.length).map((count) => chooseScouts(trees, count)), trees];
}

function wantedBy(evaluated: readonly TreeBehaviors[]): WantedName[] {
  return evaluated
    .filter(({ applies }) => applies)
    .flatMap(({ behaviors }) => [...new Set(behaviors)].flatMap(({ wanted }) => wanted));
}

interface Look {
  readonly kept: KeptBlobs;
  readonly readsGenerated: boolean;
  readonly read: ReadBlobs;
  readonly barren: BarrenBlobs | null;
  readonly unread: Map<string, "missing" | "too-large">;
  readonly listen: Listener;
}

async function lookFor(searches: readonly Search[], look: Look): Promise<void> {
  const { kept, read, barren, unread, listen } = look;
  const total = searches.reduce((sum, { blobs }) => sum + blobs.length, 0);
  let done = 0;
  for (const { needles, blobs } of searches) {
    const question = questionOf(needles, look);
    const known = (await barren?.known(question, blobs)) ?? new Set<string>();
    const asked = blobs.filter((blob) => !known.has(blob) && !kept.isClosed(blob));
    const find = needleFinder(needles);
    const empty: string[] = [];
    done += blobs.length - asked.length;
    await read(asked, (blob, content, problem) => {
      if (content === null) unread.set(blob, problem ?? "missing");
      else if (!kept.look(blob, content, find)) empty.push(blob);
      if (++done % 256 === 0) listen({ kind: "stage", name: "blobs", done, total });
    });
    await barren?.remember(question, empty);
  }
}

/** All that decides whether something is found in a blob. */
function questionOf(needles: readonly Needle[], { readsGenerated }: Look): string {
  const names = needles.map(({ text, whole }) => `${whole ? "word" : "text"} ${text}`).sort();
  return [`generated ${readsGenerated}`, ...names].join("\n");
}
