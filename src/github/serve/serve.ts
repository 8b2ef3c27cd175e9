import { openQueue } from "../../queue/index.js";
import { openDatabase } from "../../store/index.js";
import { openGithub } from "../api/index.js";
import { openMirrors } from "../mirror/index.js";
import { type App, jobKinds } from "../work.js";
import { Budgets } from "./budgets.js";
import { Closers } from "./closers.js";
import { closeServer, httpServer, listen } from "./http.js";
import { type Log, openLog } from "./log.js";
import { Metrics } from "./metrics.js";
import { claimMirrorPlace } from "./mirror-place.js";
import { observeQueue } from "./observe-queue.js";
import { openProbot } from "./probot.js";
import { routes } from "./routes.js";
import { readSettings, type Settings, secretsOf } from "./settings.js";
import type { Environment } from "./variables.js";
import { catchUp, enqueueIn, workOnJobs } from "./work-on-jobs.js";

/** What answers under way are given to end, in milliseconds. */
const ANSWERING_MS = 10_000;

/** The App while it runs. */
export interface Serving {
  /** `http://HOST:PORT` */
  readonly address: string;
  /** Takes nothing more, lets what runs end or hands it back, lets go of everything. May be called twice. */
  stop(): Promise<void>;
}

/**
 * Runs the App in this process until it is stopped.
 *
 * @param environment the settings, as docs/self-hosting.md lists them
 * @param write takes the log, one line of JSON at a time
 * @throws Failures, Failure when it cannot start
 */
export async function serve(app: App, environment: Environment, write: (line: string) => void): Promise<Serving> {
  const settings = readSettings(environment);
  const log = openLog(settings.logLevel, secretsOf(settings), write);
  const closers = new Closers();
  try {
    const address = await start(app, settings, log, closers);
    return { address, stop: () => closers.close() };
  } catch (error) {
    await closers.close();
    throw error;
  }
}

async function start(app: App, settings: Settings, log: Log, closers: Closers): Promise<string> {
  const { role, dataDirectory, webhookSecret, bodyLimit } = settings;
  const database = await openDatabase({
    url: settings.databaseUrl,
    directory: dataDirectory,
    lost: (error) => log.warn("a connection to the database was lost", { err: error }),
  });
  closers.add(() => database.close());

  const budgets = new Budgets();
  const metrics = new Metrics(budgets);
  const queue = await openQueue({ database, kinds: Object.values(jobKinds), listen: observeQueue(log, metrics) });
  closers.add(() => queue.stop(settings.shutdownSeconds * 1000));
  metrics.watchQueue(() => queue.depths());

  const probot = await openProbot(settings, log);
  const enqueue = enqueueIn(queue);
  app.doorman(probot, enqueue);
  const reception = webhookSecret === null ? null : { app: probot, database, log, secret: webhookSecret, bodyLimit };
  const server = httpServer(routes({ reception, database, metrics }), (error) =>
    log.error("a request failed", { err: error }),
  );
  closers.add(() => closeServer(server, ANSWERING_MS));

  if (role !== "web") {
    const place = await claimMirrorPlace(dataDirectory);
    closers.add(place.release);
    const mirrors = await openMirrors(place.directory, settings.mirrors);
    const { apiUrl: baseUrl, appId, privateKey, restraint } = settings;
    const github = openGithub({ baseUrl, appId, privateKey, restraint, onBudget: (budget) => budgets.tell(budget) });
    await catchUp(queue);
    await workOnJobs(queue, app.handlers, settings.concurrency, { github, mirrors, database, enqueue, log });
  }
  const address = await listen(server, settings.host, settings.port);
  log.info("serving", { address, role, store: database.kind });
  return address;
}
