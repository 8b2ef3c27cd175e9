import { playScenarios, type Scenarios } from "../behavior/index.js";
import { openRepository } from "../git/index.js";
import { Failure } from "../primitives/index.js";
import { findPacks, type Pack, type PackReference } from "../rules/index.js";
import { askedRefs } from "./asked-refs.js";
import type { Listener } from "./progress.js";
import { scanRefs } from "./scan-refs.js";
import { completeRequest, type SettledBySettings } from "./settings/complete-request.js";
import { evaluatedRefs } from "./view-ref.js";

/** What scenarios are asked for. */
export interface ScenarioRequest extends SettledBySettings {
  readonly directory: string;
  /** As typed; empty for the default branch and all release-like branches. */
  readonly refs: readonly string[];
  readonly cache: boolean;
}

export interface ScenarioAnswer {
  readonly scenarios: Scenarios;
  readonly pack: Pack;
  readonly webUrl: string | null;
}

/** The stories of every pack that applies, played on every ref: one answer per behavior, in the order of the packs. */
export async function scenario(asked: ScenarioRequest, listen: Listener): Promise<ScenarioAnswer[]> {
  const repository = await openRepository(asked.directory);
  try {
    const request = await completeRequest(asked, repository);
    await refuseWithoutStories(request.rules);
    const refs = await repository.resolve(await askedRefs(request.refs, repository, listen));
    listen({ kind: "stage", name: "refs", done: refs.length, total: refs.length });
    const scanned = await scanRefs(request, refs, repository, listen);
    const webUrl = await repository.webUrl();
    return scanned.flatMap((each) =>
      each.result.packs.map(({ pack, behaviors }) => ({
        scenarios: playScenarios(pack, evaluatedRefs(refs, each, behaviors)),
        pack,
        webUrl,
      })),
    );
  } finally {
    await repository.close();
  }
}

/** Rules that were asked for and tell nothing are a mistake worth a word before the work begins. */
async function refuseWithoutStories(rules: readonly PackReference[]): Promise<void> {
  const packs = await findPacks(rules);
  const [first] = packs;
  if (first !== undefined && packs.every(({ scenarios }) => scenarios.length === 0))
    throw new Failure("scenario.none", { pack: first.id });
}
