import type { Repository, ResolvedRef, Snapshot } from "../git/index.js";
import { goFrontEnd } from "../languages/index.js";
import type { Pack } from "../rules/index.js";
import { barrenBlobs } from "./barren-blobs.js";
import type { Listener } from "./progress.js";
import { Scan, type ScanResult } from "./scan.js";
import { sourceFilter } from "./source-filter.js";

/** Packs scanned together, because they read the same files. */
export interface Scanned {
  readonly result: ScanResult;
  readonly snapshots: readonly Snapshot[];
}

/** A scan of packs that read the same files, on refs; begins where it is first asked for something. */
export class GroupScan {
  #begun: { readonly scan: Scan; readonly snapshots: readonly Snapshot[] } | null = null;

  constructor(
    private readonly packs: readonly [Pack, ...Pack[]],
    private readonly refs: readonly ResolvedRef[],
    private readonly repository: Repository,
    private readonly cache: boolean,
    private readonly listen: Listener,
  ) {}

  /** Whether one of the packs does something on the first so many refs; the others are not looked at for it. */
  async appliesToFirst(count: number): Promise<boolean> {
    const { scan, snapshots } = await this.#begin();
    const seen = await scan.ahead(snapshots.slice(0, count).map(({ entries }) => entries));
    return seen.some(({ applies }) => applies);
  }

  /** All packs on all refs. */
  async finish(): Promise<Scanned> {
    const { scan, snapshots } = await this.#begin();
    return { result: await scan.all(), snapshots };
  }

  async #begin() {
    this.#begun ??= await this.#listed();
    return this.#begun;
  }

  async #listed() {
    const { packs, refs, repository, cache, listen } = this;
    const snapshots = await repository.snapshots(
      refs.map(({ commit }) => commit),
      sourceFilter(packs[0].sources, goFrontEnd),
    );
    listen({ kind: "stage", name: "trees", done: snapshots.length, total: snapshots.length });
    const trees = snapshots.map(({ entries }) => entries);
    const barren = cache ? barrenBlobs() : null;
    return { scan: new Scan(packs, trees, goFrontEnd, { read: repository.readBlobs, barren, listen }), snapshots };
  }
}
