import { FactTable, seedNames, type WantedName } from "../behavior/index.js";
import type { OnBlob } from "../git/index.js";
import type { LanguageFrontEnd } from "../languages/index.js";
import type { Pack } from "../rules/index.js";
import { Agenda, type Search } from "./agenda.js";
import { TreeEvaluator } from "./evaluate-trees.js";
import { KeptBlobs } from "./kept-blobs.js";
import { needlesFor } from "./needles.js";
import type { Listener } from "./progress.js";
import type { Sameness, Tree, TreeBehaviors } from "./tree.js";

/** Reads blobs, wherever they are. */
export type ReadBlobs = (blobs: readonly string[], onBlob: OnBlob) => Promise<void>;

/** Remembers which blobs hold none of some names; may forget at any time. */
export interface BarrenBlobs {
  /** The blobs among these that are known to hold none of the names. */
  known(names: readonly string[], blobs: readonly string[]): Promise<ReadonlySet<string>>;
  remember(names: readonly string[], barren: readonly string[]): Promise<void>;
}

export interface ScanResult {
  readonly packs: readonly TreeBehaviors[];
  /** Blobs that could not be read. */
  readonly unread: ReadonlyMap<string, "missing" | "too-large">;
  /** The blob has declarations that the packs' names occur in. */
  readonly holds: (blob: string) => boolean;
}

/** Rounds of looking for what the last one found wanting. */
const MAXIMUM_ROUNDS = 5;

/**
 * Reads the sources of all trees and evaluates packs on them. Each distinct blob
 * is streamed at most once per round; the first round looks for the names of the packs,
 * the next ones for the callers, constants and helpers that evaluation missed.
 */
export async function scan(
  packs: readonly Pack[],
  trees: readonly Tree[],
  language: LanguageFrontEnd,
  read: ReadBlobs,
  barren: BarrenBlobs | null,
  listen: Listener,
  sameness: Sameness = "blobs",
): Promise<ScanResult> {
  const readsGenerated = packs.some((pack) => pack.sources.generated);
  const kept = new KeptBlobs(language, new FactTable(language), readsGenerated);
  const look: Look = { kept, read, barren, unread: new Map(), listen };
  const agenda = new Agenda(trees);
  const evaluators = packs.map((pack) => new TreeEvaluator(pack, trees, kept, language, sameness));
  let searches = agenda.searchesFor(seedsOf(packs));
  let evaluated: TreeBehaviors[] = [];
  for (let round = 0; round < MAXIMUM_ROUNDS && (searches.length > 0 || round === 0); round++) {
    // The names of a pack are part of longer names that matter as well; what evaluation wants is exactly that.
    await lookFor(searches, round === 0 ? "anywhere" : "words", look);
    evaluated = evaluators.map((evaluator) => evaluator.evaluate());
    listen({ kind: "stage", name: "facts", done: round + 1, total: MAXIMUM_ROUNDS });
    searches = agenda.searchesFor(wantedBy(evaluated));
  }
  return { packs: evaluated, unread: look.unread, holds: (blob) => kept.get(blob) !== undefined };
}

function seedsOf(packs: readonly Pack[]): WantedName[] {
  return packs.flatMap((pack) => seedNames(pack).names).map((name) => ({ name, within: null }));
}

function wantedBy(evaluated: readonly TreeBehaviors[]): WantedName[] {
  return evaluated
    .filter(({ applies }) => applies)
    .flatMap(({ behaviors }) => [...new Set(behaviors)].flatMap(({ wanted }) => wanted));
}

interface Look {
  readonly kept: KeptBlobs;
  readonly read: ReadBlobs;
  readonly barren: BarrenBlobs | null;
  readonly unread: Map<string, "missing" | "too-large">;
  readonly listen: Listener;
}

async function lookFor(
  searches: readonly Search[],
  where: "anywhere" | "words",
  { kept, read, barren, unread, listen }: Look,
): Promise<void> {
  const total = searches.reduce((sum, { blobs }) => sum + blobs.length, 0);
  let done = 0;
  for (const { names, blobs } of searches) {
    const needles = needlesFor(names, where);
    const known = (await barren?.known(names, blobs)) ?? new Set<string>();
    const empty: string[] = [];
    done += known.size;
    await read(
      blobs.filter((blob) => !known.has(blob)),
      (blob, content, problem) => {
        done++;
        if (content === null) unread.set(blob, problem ?? "missing");
        else if (!needles.inBytes(content)) empty.push(blob);
        else kept.look(blob, content, needles);
        if (done % 256 === 0) listen({ kind: "stage", name: "blobs", done, total });
      },
    );
    await barren?.remember(names, empty);
  }
}
