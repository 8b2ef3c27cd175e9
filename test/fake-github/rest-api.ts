import { type Answer, json, notFound, Refusal } from "./answer.js";
import { actorOf, type Caller, checkAccess } from "./caller.js";
import { type Call, matchRoute, type Route } from "./route.js";
import { appRoutes } from "./routes/app.js";
import { checkRoutes } from "./routes/checks.js";
import { codeScanningRoutes } from "./routes/code-scanning.js";
import { commentRoutes } from "./routes/comments.js";
import { pullRoutes } from "./routes/pulls.js";
import { repositoryRoutes } from "./routes/repositories.js";
import type { World } from "./world.js";

const routes: readonly Route[] = [
  {
    pattern: "GET /",
    by: "anybody",
    reply: ({ world }) => json(200, { repository_url: `${world.origin}/repos/{owner}/{repo}` }),
  },
  {
    pattern: "GET /rate_limit",
    by: "installation",
    reply: ({ installation }) => json(200, { resources: { core: installation.budget } }),
  },
  ...appRoutes,
  ...repositoryRoutes,
  ...pullRoutes,
  ...commentRoutes,
  ...checkRoutes,
  ...codeScanningRoutes,
];

export interface ApiQuestion {
  readonly method: string;
  /** The address without the root of the API, and that root: links in answers have it. */
  readonly url: URL;
  readonly root: string;
  readonly body: Buffer;
}

/** Answers one request to the REST API; throws a `Refusal`. */
export async function askApi(world: World, question: ApiQuestion, caller: Caller): Promise<Answer> {
  const { method, url, root, body } = question;
  for (const route of routes) {
    const params = matchRoute(route.pattern, method, url.pathname);
    if (params === null) continue;
    const path = root + url.pathname;
    return reply(route, { world, path, params, query: url.searchParams, body: parseBody(body) }, caller);
  }
  throw notFound();
}

function reply(route: Route, call: Call, caller: Caller): Answer | Promise<Answer> {
  if (route.by === "anybody") return route.reply(call);
  if (route.by === "app") {
    if (caller.kind !== "app") throw new Refusal(401, "A JSON web token could not be decoded");
    return route.reply(call);
  }
  if (route.by === "installation") {
    if (caller.kind !== "token" || caller.installation === null) throw new Refusal(403, "Resource not accessible");
    return route.reply({ ...call, token: caller.token, installation: caller.installation });
  }
  const repository = call.world.find(`${call.params.owner}/${call.params.repo}`);
  if (repository === null) throw notFound();
  checkAccess(caller, repository, route.needs);
  return route.reply({ ...call, repository, caller, actor: actorOf(caller, call.world.state) });
}

function parseBody(body: Buffer): Readonly<Record<string, unknown>> {
  if (body.length === 0) return {};
  try {
    const value: unknown = JSON.parse(body.toString("utf8"));
    if (typeof value === "object" && value !== null) return value as Record<string, unknown>;
  } catch {
    // Said below.
  }
  throw new Refusal(400, "Problems parsing JSON");
}
