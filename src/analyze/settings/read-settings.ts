import { type EffectiveSettings, effectiveSettings, loadSettings, type SettingsLayer } from "../../config/index.js";
import type { Repository } from "../../git/index.js";
import { SETTINGS_PATH } from "../../primitives/index.js";
import { InvalidFile, isPackFile, type PackReference, readBeginning } from "../../rules/index.js";
import { filesAt } from "./files-at.js";
import { packAt } from "./pack-at.js";

/** Whose settings count. */
export interface SettingsRequest {
  /** `--config`: a file on disk instead of the repository's own; null for the latter. */
  readonly file: string | null;
  /** The base of a change, as typed; null for the default branch. Never its head. */
  readonly ref: string | null;
  /** What comes on top, in order: inputs of the Action, then flags. */
  readonly layers: readonly SettingsLayer[];
}

export interface RepositorySettings extends EffectiveSettings {
  /** The file as messages call it, `main:.github/volteface.yml`; null when there is none. */
  readonly file: string | null;
  /** The packs that are asked for, a repository's own as they are in the base commit; empty for all that apply. */
  readonly packs: readonly PackReference[];
}

/**
 * The settings that hold for a repository. Its own file and the packs it names are read from a commit
 * through git, so that nobody's change can rewrite the rules it is judged by. Fails with `InvalidFile`
 * when the file is wrong, and with `config.no-such-pack` when it names a pack that the commit does not have.
 */
export async function readSettings(repository: Repository, request: SettingsRequest): Promise<RepositorySettings> {
  const { name, commit } = await baseOf(repository, request);
  const file = request.file ?? `${name}:${SETTINGS_PATH}`;
  const source =
    request.file === null
      ? (await filesAt(repository, commit, [SETTINGS_PATH])).get(SETTINGS_PATH)
      : await readBeginning(request.file);
  const own = source === undefined ? [] : [await layerOf(file, source)];
  const effective = effectiveSettings([...own, ...request.layers]);
  const onDisk = isFromDisk(effective, request);
  const packs = (effective.settings.packs ?? []).map((reference) =>
    onDisk || !isPackFile(reference) ? reference : packAt(repository, { name, commit }, reference),
  );
  return { ...effective, file: source === undefined ? null : file, packs: await Promise.all(packs) };
}

/** Paths mean files on disk where a person at this machine wrote them: as a flag, or in a file given by one. */
function isFromDisk({ origins }: EffectiveSettings, { file }: SettingsRequest): boolean {
  const kind = origins.packs?.kind;
  return kind === "flag" || (kind === "file" && file !== null);
}

async function baseOf(repository: Repository, { ref }: SettingsRequest): Promise<{ name: string; commit: string }> {
  const name = ref ?? (await repository.defaultRefs())[0] ?? "HEAD";
  const [base] = await repository.resolve([name]);
  if (base === undefined) throw new Error("resolving one ref answers one commit");
  return { name, commit: base.commit };
}

async function layerOf(file: string, source: Uint8Array): Promise<SettingsLayer> {
  // A rule that this version does not know is for `config check` to tell; no review should fail over it.
  const read = await loadSettings(file, source, null);
  if (!read.ok) throw new InvalidFile("config.invalid", file, read.problems);
  return read.layer;
}
