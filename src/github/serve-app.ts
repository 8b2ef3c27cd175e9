import type { Serving } from "./serve/serve.js";

/**
 * Runs the App, as `serve` does. What it takes (Probot, the queue, a database) is loaded
 * only now: other commands come through this door, too, and need none of it.
 */
export async function serveApp(
  environment: Readonly<Record<string, string | undefined>>,
  write: (line: string) => void,
): Promise<Serving> {
  const [{ serve }, { volteface }] = await Promise.all([import("./serve/serve.js"), import("./app.js")]);
  return await serve(volteface, environment, write);
}
