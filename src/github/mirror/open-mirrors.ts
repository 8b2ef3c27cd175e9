import { rm } from "node:fs/promises";
import { Failure } from "../../primitives/index.js";
import { clearLeftovers, dropPullRequests, initBare, isSound, pointHead, tidy } from "./bare-repository.js";
import type { Mirror, MirrorLimits, MirrorRequest, Mirrors } from "./contract.js";
import { MirrorDirectory } from "./mirror-directory.js";
import { nameOf, parseRepositoryUrl } from "./repository-url.js";
import { DamagedMirror, transfer } from "./transfer.js";
import { Turns } from "./turns.js";

/** Opens the mirrors under a directory, which is made when it is not there. */
export async function openMirrors(directory: string, limits: MirrorLimits): Promise<Mirrors> {
  const folder = new MirrorDirectory(directory);
  await withSpace(directory, () => folder.prepare());
  return new BareMirrors(folder, limits);
}

class BareMirrors implements Mirrors {
  readonly #turns = new Turns();
  /** Repositories whose turn it is, or who wait for it. */
  readonly #busy = new Map<number, number>();
  readonly #distrusted = new Set<number>();
  /** Those that this process has looked at: what a former one left behind is cleared away. */
  readonly #known = new Set<number>();

  constructor(
    private readonly folder: MirrorDirectory,
    private readonly limits: MirrorLimits,
  ) {}

  async fetch(request: MirrorRequest, signal: AbortSignal): Promise<Mirror> {
    const repository = nameOf(parseRepositoryUrl(request.url));
    const { repositoryId: id } = request;
    this.#busy.set(id, (this.#busy.get(id) ?? 0) + 1);
    try {
      return await this.#turns.take(id, signal, () => withSpace(repository, () => this.#refresh(request, signal)));
    } finally {
      const left = (this.#busy.get(id) ?? 1) - 1;
      if (left === 0) this.#busy.delete(id);
      else this.#busy.set(id, left);
    }
  }

  distrust(repositoryId: number): void {
    this.#distrusted.add(repositoryId);
  }

  async #refresh(request: MirrorRequest, signal: AbortSignal): Promise<Mirror> {
    const { repositoryId: id } = request;
    const missing = (await this.#update(request, signal)) ?? (await this.#make(request, signal));
    await this.folder.touch(id);
    const close = this.folder.read(id);
    await this.#makeRoom();
    return { directory: this.folder.pathOf(id), missing, [Symbol.dispose]: close };
  }

  /** Removes mirrors unused for longest until all fit, save those that somebody uses or waits for. */
  async #makeRoom(): Promise<void> {
    const never = new AbortController().signal;
    for (const id of await this.folder.byLastUse()) {
      if (this.folder.bytes <= this.limits.totalBytes) return;
      if (this.#busy.has(id) || this.folder.isRead(id)) continue;
      // In its turn: whoever wants it meanwhile finds it gone, and not half gone.
      await this.#turns.take(id, never, () => this.folder.remove(id));
    }
  }

  /** Brings a mirror up to date; null when there is none, or none that can be. */
  async #update(request: MirrorRequest, signal: AbortSignal): Promise<number[] | null> {
    const { repositoryId: id } = request;
    const directory = this.folder.pathOf(id);
    if (!this.#known.has(id)) await clearLeftovers(directory);
    this.#known.add(id);
    if (this.#distrusted.has(id) || !(await isSound(directory, signal))) return null;
    try {
      return await this.#bring(directory, request, signal);
    } catch (error) {
      if (error instanceof DamagedMirror) return null;
      await clearLeftovers(directory);
      // Much of it may be what nobody names any more: then a new one is smaller.
      if (error instanceof Failure && error.code === "mirror.too-large" && !this.folder.isRead(id)) return null;
      throw error;
    }
  }

  /** Makes a mirror beside its place, and puts it there when it is whole. */
  async #make(request: MirrorRequest, signal: AbortSignal): Promise<number[]> {
    const made = this.folder.newPath();
    try {
      await initBare(made, signal);
      const missing = await this.#bring(made, request, signal);
      await this.folder.settle(request.repositoryId, made);
      this.#distrusted.delete(request.repositoryId);
      return missing;
    } catch (error) {
      await rm(made, { recursive: true, force: true, maxRetries: 3 });
      if (!(error instanceof DamagedMirror)) throw error;
      const repository = nameOf(parseRepositoryUrl(request.url));
      throw new Failure("mirror.fetch-failed", { repository, detail: error.message }, { cause: error });
    }
  }

  async #bring(directory: string, request: MirrorRequest, signal: AbortSignal): Promise<number[]> {
    const missing = await transfer(directory, request, this.limits, signal);
    await pointHead(directory, request.defaultBranch, signal);
    if (this.folder.isRead(request.repositoryId)) return missing;
    const gone = new Set(missing);
    await dropPullRequests(
      directory,
      request.pullRequests.filter((number) => !gone.has(number)),
      signal,
    );
    await tidy(directory, signal);
    return missing;
  }
}

/** Says so when the disk is full, whoever noticed. */
async function withSpace<T>(repository: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (code !== "ENOSPC" && code !== "EDQUOT") throw error;
    throw new Failure("mirror.no-space", { repository, detail: code }, { cause: error });
  }
}
