import { renderInstallation } from "./render.js";
import type { Access, Installation, Permissions, Repository } from "./state.js";
import { issueToken } from "./tokens.js";
import type { World } from "./world.js";

/** What owners of repositories decide: where the App is installed, and what tokens are worth. */
export class Owners {
  constructor(private readonly world: World) {}

  /** Installs the App on some repositories of one account, with what it asks for or with less. */
  install(
    repositories: readonly Repository[],
    granted: { readonly permissions?: Permissions; readonly events?: readonly string[] } = {},
  ): Installation {
    const { app, installations } = this.world.state;
    const account = repositories[0]?.owner ?? "nobody";
    const installation: Installation = {
      id: this.world.nextId(),
      account,
      permissions: granted.permissions ?? app.permissions,
      events: granted.events ?? app.events,
      repositories: repositories.map(({ id }) => id),
      suspended: false,
      removed: false,
      budget: { limit: 5000, used: 0, reset: Math.floor(Date.now() / 1000) + 3600 },
    };
    installations.push(installation);
    this.#tell(installation, "created");
    return installation;
  }

  remove(installation: Installation): void {
    installation.removed = true;
    this.#tell(installation, "deleted");
  }

  suspend(installation: Installation, suspended = true): void {
    installation.suspended = suspended;
    this.#tell(installation, suspended ? "suspend" : "unsuspend");
  }

  addRepository(installation: Installation, repository: Repository): void {
    installation.repositories = [...installation.repositories, repository.id];
    this.#tellRepositories(installation, "added", [repository]);
  }

  removeRepository(installation: Installation, repository: Repository): void {
    installation.repositories = installation.repositories.filter((id) => id !== repository.id);
    this.#tellRepositories(installation, "removed", [repository]);
  }

  /** The token of a person, who may do there what a collaborator with such access may. */
  personToken(login: string, repositories: readonly Repository[], access: Access = "write"): string {
    const names = ["metadata", "contents", "pull_requests", "issues", "checks"];
    // Only Apps may write checks.
    const permissions = Object.fromEntries(names.map((name) => [name, name === "checks" ? "read" : access]));
    return this.#token(login, repositories, permissions);
  }

  /** The token that a workflow has; for pull requests from forks it only reads. */
  workflowToken(repository: Repository, permissions: Permissions): string {
    return this.#token("github-actions[bot]", [repository], permissions);
  }

  /** Ends every token that was given out. */
  expireTokens(): void {
    for (const token of this.world.state.tokens) token.expires = 0;
  }

  #token(actor: string, repositories: readonly Repository[], permissions: Permissions): string {
    const ids = repositories.map(({ id }) => id);
    return issueToken(this.world.state, { actor, installation: null, permissions, repositories: ids }).value;
  }

  #tell(installation: Installation, action: string): void {
    const payload = {
      installation: renderInstallation(this.world, installation),
      repositories: this.#listed(installation.repositories),
    };
    this.world.tellInstallation(installation, "installation", action, installation.account, payload);
  }

  #tellRepositories(
    installation: Installation,
    change: "added" | "removed",
    repositories: readonly Repository[],
  ): void {
    const ids = repositories.map(({ id }) => id);
    const payload = {
      installation: renderInstallation(this.world, installation),
      repository_selection: "selected",
      repositories_added: change === "added" ? this.#listed(ids) : [],
      repositories_removed: change === "removed" ? this.#listed(ids) : [],
    };
    this.world.tellInstallation(installation, "installation_repositories", change, installation.account, payload);
  }

  #listed(ids: readonly number[]): object[] {
    return this.world.state.repositories
      .filter(({ id }) => ids.includes(id))
      .map(({ id, owner, name, ...rest }) => ({ id, name, full_name: `${owner}/${name}`, private: rest.private }));
  }
}
