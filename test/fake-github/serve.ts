import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { type Answer, json, notFound, Refusal } from "./answer.js";
import { actorOf, type Caller, callerOf, checkAccess } from "./caller.js";
import type { Fault, Faults } from "./faults.js";
import { askGit } from "./git-http.js";
import { askApi } from "./rest-api.js";
import type { Asked, Budget } from "./state.js";
import type { World } from "./world.js";

const GIT = /^\/(?<name>[^/]+\/[^/]+)\.git(?<path>\/.*)$/;

/** Where the API of a server of one's own is; here it is at the origin, too. */
const API = /^\/api\/v3(?=\/|$)/;

/** Answers one request of any kind, or lets it meet its fault. */
export async function serve(world: World, faults: Faults, request: IncomingMessage, response: ServerResponse) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const { method = "GET" } = request;
  const url = new URL((request.url ?? "/").replace(API, "") || "/", "http://fake");
  const asked: Asked = {
    method,
    path: url.pathname + url.search,
    actor: "",
    authorization: request.headers.authorization ?? "",
    body: understood(body),
    status: 0,
    done: false,
  };
  world.state.requests.push(asked);
  const fault = faults.meet(`${method} ${asked.path}`);
  if (fault?.kind === "hang") return;
  if (fault?.kind === "first") await fault.act();
  const answer = fault?.kind === "answer" ? fault.answer : await answerOf(world, asked, request, url, body);
  const given = fault?.kind === "lost" ? fault.answer : answer;
  asked.status = given.status;
  asked.done = fault?.kind !== "answer" && answer.status < 300;
  await write(response, given, fault);
}

async function answerOf(world: World, asked: Asked, request: IncomingMessage, url: URL, body: Buffer): Promise<Answer> {
  try {
    const caller = callerOf(asked.authorization, world.state);
    asked.actor = actorOf(caller, world.state);
    const repository = GIT.exec(url.pathname)?.groups;
    if (repository !== undefined) return await gitAnswer(world, caller, request, url, body, repository);
    const budget = budgetOf(caller);
    if (budget !== null && budget.used >= budget.limit) return withBudget(spent, budget);
    if (budget !== null) budget.used += 1;
    const [root = ""] = API.exec(request.url ?? "") ?? [];
    return withBudget(await askApi(world, { method: asked.method, root, url, body }, caller), budget);
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    return json(500, { message: String(error) });
  }
}

async function gitAnswer(
  world: World,
  caller: Caller,
  { method = "GET", headers }: IncomingMessage,
  url: URL,
  body: Buffer,
  { name = "", path = "" }: Record<string, string>,
): Promise<Answer> {
  const repository = world.find(name);
  try {
    if (repository === null) throw notFound();
    checkAccess(caller, repository, { contents: "read" });
    return await askGit({ directory: repository.directory, method, path, query: url.search.slice(1), headers, body });
  } catch (error) {
    if (caller.kind !== "anonymous" || !(error instanceof Refusal)) throw error;
    return { ...json(401, { message: error.message }), headers: { "www-authenticate": 'Basic realm="GitHub"' } };
  }
}

/** Only installations have a budget here. */
const budgetOf = (caller: Caller): Budget | null =>
  caller.kind === "token" ? (caller.installation?.budget ?? null) : null;

const spent: Answer = new Refusal(403, "API rate limit exceeded").answer;

function withBudget(answer: Answer, budget: Budget | null): Answer {
  if (budget === null) return answer;
  const { limit, used, reset } = budget;
  const told = {
    "x-ratelimit-limit": String(limit),
    "x-ratelimit-remaining": String(limit - used),
    "x-ratelimit-used": String(used),
    "x-ratelimit-reset": String(reset),
    "x-ratelimit-resource": "core",
  };
  return { ...answer, headers: { ...told, ...answer.headers } };
}

async function write(response: ServerResponse, { status, headers, body }: Answer, fault: Fault | null): Promise<void> {
  response.writeHead(status, { ...headers, "content-length": String(body.length) });
  if (fault?.kind === "truncate") {
    response.write(body.subarray(0, body.length >> 1), () => response.destroy());
  } else if (fault?.kind === "slow") {
    await trickle(response, body, fault.bytesPerSecond);
  } else {
    response.end(body);
  }
}

async function trickle(response: ServerResponse, body: Buffer, bytesPerSecond: number): Promise<void> {
  const piece = Math.max(1, Math.ceil(bytesPerSecond / 20));
  for (let at = 0; at < body.length && !response.destroyed; at += piece) {
    response.write(body.subarray(at, at + piece));
    await sleep(50);
  }
  response.end();
}

function understood(body: Buffer): unknown {
  try {
    return body.length === 0 ? null : JSON.parse(body.toString("utf8"));
  } catch {
    return `${body.length} bytes`;
  }
}
