import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A delivery as it came: the same bytes under the same signature may be sent on. */
export interface Letter {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Stands where the App will stand, takes what GitHub delivers, and keeps it for later. */
export class Inbox {
  #letters: Letter[] = [];

  private constructor(private readonly server: Server) {}

  static async open(): Promise<Inbox> {
    const server = createServer();
    const inbox = new Inbox(server);
    server.on("request", async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const wanted = Object.entries(request.headers).filter(([name]) => /^(x-|content-type|user-agent)/.test(name));
      const headers = Object.fromEntries(wanted.map(([name, value]) => [name, String(value)]));
      inbox.#letters.push({ headers, body: Buffer.concat(chunks).toString("utf8") });
      response.end("ok");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return inbox;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Hands over what has come so far, and forgets it. */
  take(): Letter[] {
    return this.#letters.splice(0);
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}
