import { posix } from "node:path";
import {
  buildProgram,
  evaluateBehavior,
  FactTable,
  isPackage,
  type KeptFile,
  type RefBehavior,
  seedNames,
  type WantedName,
} from "../behavior/index.js";
import type { OnBlob, SourceEntry } from "../git/index.js";
import type { LanguageFrontEnd } from "../languages/index.js";
import type { Pack } from "../rules/index.js";
import { KeptBlobs } from "./kept-blobs.js";
import { needlesFor } from "./needles.js";
import type { Listener } from "./progress.js";

/** Reads blobs, wherever they are. */
export type ReadBlobs = (blobs: readonly string[], onBlob: OnBlob) => Promise<void>;

/** Remembers which blobs hold none of some names; may forget at any time. */
export interface BarrenBlobs {
  /** The blobs among these that are known to hold none of the names. */
  known(names: readonly string[], blobs: readonly string[]): Promise<ReadonlySet<string>>;
  remember(names: readonly string[], barren: readonly string[]): Promise<void>;
}

/** One tree to be evaluated: its source files. */
export type Tree = readonly SourceEntry[];

export interface TreeBehaviors {
  readonly pack: Pack;
  /** In the order of the trees; trees with the same sources share one value. */
  readonly behaviors: readonly RefBehavior[];
  /** The pack's own names occur somewhere. */
  readonly applies: boolean;
}

export interface ScanResult {
  readonly packs: readonly TreeBehaviors[];
  /** Blobs that could not be read. */
  readonly unread: ReadonlyMap<string, "missing" | "too-large">;
  /** The blob has declarations that the packs' names occur in. */
  readonly holds: (blob: string) => boolean;
}

/**
 * When two trees count as having the same sources: the same blobs, so that every
 * line number is right, or the same declarations, wherever in their files they
 * stand. The second is enough for history, and shared by many more trees.
 */
export type Sameness = "blobs" | "declarations";

/** Rounds of looking for what the last one found wanting. */
const MAXIMUM_ROUNDS = 5;

/**
 * Reads the sources of all trees and evaluates packs on them. Each distinct blob
 * is streamed once per round; the first round looks for the names of the packs,
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
  const kept = new KeptBlobs(
    language,
    new FactTable(language),
    packs.some((pack) => pack.sources.generated),
  );
  const directories = directoriesOf(trees);
  const unread = new Map<string, "missing" | "too-large">();
  const looked = new Set<string>();
  let wanted: readonly WantedName[] = packs
    .flatMap((pack) => seedNames(pack).names)
    .map((name) => ({ name, within: null }));
  let evaluated: TreeBehaviors[] = [];
  for (let round = 0; round < MAXIMUM_ROUNDS; round++) {
    const fresh = wanted.filter(
      ({ name, within }) => !looked.has(`${name}\n${within ?? ""}`) && !looked.has(`${name}\n`),
    );
    const blobs = fresh.length === 0 ? [] : blobsFor(fresh, directories);
    for (const { name, within } of fresh) looked.add(`${name}\n${within ?? ""}`);
    if (blobs.length === 0 && round > 0) break;
    await lookFor([...new Set(fresh.map(({ name }) => name))].sort(), blobs, { kept, read, barren, unread, listen });
    evaluated = packs.map((pack) => evaluateTrees(pack, trees, kept, language, sameness));
    listen({ kind: "stage", name: "facts", done: round + 1, total: MAXIMUM_ROUNDS });
    wanted = evaluated
      .filter(({ applies }) => applies)
      .flatMap(({ behaviors }) => [...new Set(behaviors)].flatMap((behavior) => behavior.wanted));
  }
  return { packs: evaluated, unread, holds: (blob) => kept.get(blob) !== undefined };
}

/** Every distinct blob, with the directories it lies in on any ref. */
function directoriesOf(trees: readonly Tree[]): Map<string, Set<string>> {
  const directories = new Map<string, Set<string>>();
  for (const { path, blob } of trees.flat()) {
    const known = directories.get(blob);
    if (known === undefined) directories.set(blob, new Set([posix.dirname(path)]));
    else known.add(posix.dirname(path));
  }
  return directories;
}

/** The blobs in which the names can occur. */
function blobsFor(wanted: readonly WantedName[], directories: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  if (wanted.some(({ within }) => within === null)) return [...directories.keys()];
  const homes = [...new Set(wanted.map(({ within }) => within ?? ""))];
  const verdicts = new Map<string, boolean>();
  const isHome = (directory: string): boolean => {
    let verdict = verdicts.get(directory);
    if (verdict === undefined) verdicts.set(directory, (verdict = homes.some((home) => isPackage(home, directory))));
    return verdict;
  };
  return [...directories].filter(([, inside]) => [...inside].some(isHome)).map(([blob]) => blob);
}

interface Look {
  readonly kept: KeptBlobs;
  readonly read: ReadBlobs;
  readonly barren: BarrenBlobs | null;
  readonly unread: Map<string, "missing" | "too-large">;
  readonly listen: Listener;
}

async function lookFor(
  names: readonly string[],
  blobs: readonly string[],
  { kept, read, barren, unread, listen }: Look,
): Promise<void> {
  const needles = needlesFor(names);
  const known = (await barren?.known(names, blobs)) ?? new Set<string>();
  const asked = blobs.filter((blob) => !known.has(blob));
  const empty: string[] = [];
  let done = 0;
  await read(asked, (blob, content, problem) => {
    done++;
    if (content === null) unread.set(blob, problem ?? "missing");
    else if (!needles.inBytes(content)) empty.push(blob);
    else kept.look(blob, content, needles);
    if (done % 256 === 0) listen({ kind: "stage", name: "blobs", done, total: asked.length });
  });
  await barren?.remember(names, empty);
}

function evaluateTrees(
  pack: Pack,
  trees: readonly Tree[],
  kept: KeptBlobs,
  language: LanguageFrontEnd,
  sameness: Sameness,
): TreeBehaviors {
  const identity = identityOf(kept, sameness);
  const known = new Map<string, RefBehavior>();
  const behaviors = trees.map((tree) => {
    const entries = tree.filter(({ blob }) => kept.get(blob) !== undefined);
    const key = entries.map(({ path, blob }) => `${identity(blob)} ${path}`).join("\n");
    let behavior = known.get(key);
    if (behavior === undefined)
      known.set(
        key,
        (behavior = evaluateBehavior(
          buildProgram(
            entries.map((entry) => keptFile(entry, kept)),
            language,
          ),
          pack,
        )),
      );
    return behavior;
  });
  const applies = behaviors.some(
    ({ operations, writers, stages, unplaced }) =>
      operations.length + writers.length + unplaced.length > 0 || stages.some(({ calls }) => calls.length > 0),
  );
  return { pack, behaviors, applies };
}

/** A text that is equal for blobs which count as the same. */
function identityOf(kept: KeptBlobs, sameness: Sameness): (blob: string) => string {
  if (sameness === "blobs") return (blob) => blob;
  const identities = new Map<string, string>();
  return (blob) => {
    const known = identities.get(blob);
    if (known !== undefined) return known;
    const identity = kept.contentKey(blob);
    identities.set(blob, identity);
    return identity;
  };
}

function keptFile({ path, blob }: SourceEntry, kept: KeptBlobs): KeptFile {
  const { cut, declarations } = kept.get(blob) ?? {
    cut: { module: "", imports: [], pieces: [], problems: [] },
    declarations: new Map<number, never>(),
  };
  return { path, module: cut.module, imports: cut.imports, declarations: [...declarations.values()] };
}
