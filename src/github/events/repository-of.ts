import type { RepositoryName } from "../work.js";

/** What every event of a repository tells of it. */
interface FromRepository {
  readonly installation?: { readonly id: number } | undefined;
  readonly repository?: {
    readonly id: number;
    readonly name: string;
    readonly owner: { readonly login: string } | null;
  };
}

/** The repository of an event as jobs name it; null when the event does not come from an installation of the App. */
export function repositoryOf({ installation, repository }: FromRepository): RepositoryName | null {
  const owner = repository?.owner ?? null;
  if (installation === undefined || repository === undefined || owner === null) return null;
  const { id, name } = repository;
  return { installation: installation.id, repository: id, owner: owner.login, name };
}
