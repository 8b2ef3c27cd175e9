/** What a client is answered. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  const body = Buffer.from(JSON.stringify(value));
  return { status, headers: { "content-type": "application/json; charset=utf-8", ...headers }, body };
}

export const noContent: Answer = { status: 204, headers: {}, body: Buffer.alloc(0) };

/** An answer that is thrown: whoever asked is told no. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly errors?: readonly object[],
  ) {
    super(message);
  }

  get answer(): Answer {
    const documentation_url = "https://docs.github.com/rest";
    return json(this.status, {
      message: this.message,
      ...(this.errors === undefined ? {} : { errors: this.errors }),
      documentation_url,
      status: String(this.status),
    });
  }
}

/** Also the answer for what the asker may not see. */
export const notFound = (): Refusal => new Refusal(404, "Not Found");
export const badCredentials = (): Refusal => new Refusal(401, "Bad credentials");
export const notAllowed = (): Refusal => new Refusal(403, "Resource not accessible by integration");
/** A request that GitHub's schema refuses. */
export const invalid = (what: string): Refusal => new Refusal(422, `Invalid request.\n\n${what}`);
/** A request that is well formed and still wrong. */
export const unprocessable = (resource: string, field: string, message: string): Refusal =>
  new Refusal(422, "Validation Failed", [{ resource, code: "unprocessable", field, message }]);
