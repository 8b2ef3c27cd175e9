import { Deliveries } from "./deliveries.js";
import { renderRepository, renderUser } from "./render.js";
import type { Account, Installation, Repository, State } from "./state.js";

/** The state with what keeps it whole: ids, the clock, people who come to exist, events that go out. */
export class World {
  readonly deliveries: Deliveries;
  /** `http://127.0.0.1:PORT`; known when the server listens. */
  origin = "";
  #lastId = 1000;

  constructor(readonly state: State) {
    this.deliveries = new Deliveries(
      state,
      () => this.nextId(),
      () => this.now(),
    );
  }

  /** One row of numbers for everything: a larger one is younger. */
  nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  /** The moment, to the second, as the API writes it. */
  now(): string {
    return new Date().toISOString().replace(/\.\d+Z$/, "Z");
  }

  /** The account of a login; people come to exist when they are first heard of. */
  account(login: string, type: Account["type"] = login.endsWith("[bot]") ? "Bot" : "User"): Account {
    const known = this.state.accounts.get(login);
    if (known !== undefined) return known;
    const account = { id: this.nextId(), login, type };
    this.state.accounts.set(login, account);
    return account;
  }

  /** The repository `OWNER/NAME`, in whatever case. */
  find(fullName: string): Repository | null {
    const wanted = fullName.toLowerCase();
    return this.state.repositories.find(({ owner, name }) => `${owner}/${name}`.toLowerCase() === wanted) ?? null;
  }

  byId(id: number): Repository | null {
    return this.state.repositories.find((one) => one.id === id) ?? null;
  }

  /** The installation that sees a repository, suspended or not. */
  installationOf({ id }: Repository): Installation | null {
    return this.state.installations.find((one) => !one.removed && one.repositories.includes(id)) ?? null;
  }

  /** Tells the App what happened in a repository, if it is installed there and asked for such events. */
  tell(repository: Repository, event: string, action: string | null, by: string, payload: object): void {
    const installation = this.installationOf(repository);
    if (installation === null || installation.suspended || !installation.events.includes(event)) return;
    this.deliveries.send({
      event,
      action,
      installation: installation.id,
      repository: repository.id,
      payload: {
        ...(action === null ? {} : { action }),
        ...payload,
        repository: renderRepository(this, repository),
        sender: renderUser(this, by),
        installation: { id: installation.id, node_id: `MDI${installation.id}` },
      },
    });
  }

  /** Tells the App what happened to an installation; that needs no subscription. */
  tellInstallation(installation: Installation, event: string, action: string, by: string, payload: object): void {
    this.deliveries.send({
      event,
      action,
      installation: installation.id,
      repository: null,
      payload: { action, ...payload, sender: renderUser(this, by) },
    });
  }
}
