import { randomBytes } from "node:crypto";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import { join } from "node:path";
import { Failure } from "../../primitives/index.js";

/** What every system allows in the path of a socket, without the final zero (macOS has 104 bytes, Linux 108). */
const LONGEST_PATH = 103;

/**
 * Keeps other processes out of a directory for as long as this one lives.
 *
 * Every process listens to a socket of its own in `lock/` and then knocks at the
 * others': one that answers is alive, and one that does not is of a process that
 * was killed and goes. No name is used twice, so nobody removes a living lock;
 * of two that start at the same moment at least one finds the other.
 *
 * @returns what gives the directory free
 * @throws Failure `store.directory-in-use`, `store.directory-unusable`, `store.directory-too-long`
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  const locks = join(directory, "lock");
  const own = `${randomBytes(4).toString("hex")}.sock`;
  if (Buffer.byteLength(join(locks, own)) > LONGEST_PATH) {
    throw new Failure("store.directory-too-long", { directory, maximum: LONGEST_PATH - join("/lock", own).length });
  }
  const server = createServer((socket) => socket.on("error", () => {}).end());
  const unlock = () => close(server, join(locks, own));
  try {
    await mkdir(locks, { recursive: true, mode: 0o700 });
    await appear(server, join(locks, own));
    if (!(await anyAlive(locks, own))) return unlock;
  } catch (error) {
    await unlock();
    const reason = (error as NodeJS.ErrnoException).code ?? "?";
    throw new Failure("store.directory-unusable", { directory, reason }, { cause: error });
  }
  await unlock();
  throw new Failure("store.directory-in-use", { directory });
}

/** The socket gets its name when it answers: between its making and that, it would look dead. */
async function appear(server: Server, path: string): Promise<void> {
  const early = path.replace(/\.sock$/, ".new");
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(early, resolve);
  });
  server.unref();
  await rename(early, path);
}

async function anyAlive(locks: string, own: string): Promise<boolean> {
  const others = (await readdir(locks)).filter((name) => name.endsWith(".sock") && name !== own);
  const alive = await Promise.all(
    others.map(async (name) => {
      const path = join(locks, name);
      const answers = await isAnswered(path);
      if (!answers) await rm(path, { force: true });
      return answers;
    }),
  );
  return alive.includes(true);
}

function isAnswered(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}

async function close(server: Server, path: string): Promise<void> {
  await rm(path, { force: true }).catch(() => undefined);
  if (server.listening) await new Promise<void>((resolve) => server.close(() => resolve()));
}
