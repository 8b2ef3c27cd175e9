import { type ClientOptions, createClient, type GithubClient } from "./client.js";

/** So many installations keep their client, and with it their token. */
const KEPT = 500;

/** Who the App is on GitHub. */
export interface Self {
  readonly id: number;
  /** The name under which it writes: `volteface[bot]`. */
  readonly login: string;
}

/** GitHub as the App sees it. */
export interface Github {
  /** Asks as the App itself. */
  readonly app: GithubClient;
  /** Asked once; fails as the client does. */
  self(): Promise<Self>;
  /** Asks as one of its installations. */
  installation(id: number): GithubClient;
  /** Gets a new token that may read the contents of one repository and nothing else, for git. */
  contentsToken(installation: number, repository: number): Promise<string>;
}

/** Opens GitHub for an App. Asks nothing yet. */
export function openGithub(options: ClientOptions): Github {
  const app = createClient(options, null);
  const clients = new Map<number, GithubClient>();
  let self: Promise<Self> | null = null;
  const newClient = (id: number): GithubClient => {
    const client = createClient(options, id);
    // A token that ended before its time would be presented until then.
    client.hook.error("request", (error) => {
      if ((error as { status?: unknown }).status === 401 && clients.get(id) === client) clients.delete(id);
      throw error;
    });
    return client;
  };
  return {
    app,
    self() {
      self ??= askSelf(app);
      self.catch(() => {
        self = null;
      });
      return self;
    },
    installation(id) {
      const client = clients.get(id) ?? newClient(id);
      // The one used last stands last, the first is let go of.
      clients.delete(id);
      clients.set(id, client);
      for (const oldest of clients.keys()) {
        if (clients.size <= KEPT) break;
        clients.delete(oldest);
      }
      return client;
    },
    async contentsToken(installation, repository) {
      const { data } = await app.rest.apps.createInstallationAccessToken({
        installation_id: installation,
        repository_ids: [repository],
        permissions: { contents: "read" },
      });
      return data.token;
    },
  };
}

async function askSelf(app: GithubClient): Promise<Self> {
  const { data } = await app.rest.apps.getAuthenticated();
  if (data === null) throw new Error("an App is known to itself");
  return { id: data.id, login: `${data.slug}[bot]` };
}
