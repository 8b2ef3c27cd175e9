/**
 * A mistake of the user or of the input, told in one line: what, where, what to
 * do. Everything else that is thrown is our bug.
 *
 * `code` names the message in the locales; `fields` fill it.
 */
export class Failure extends Error {
  override readonly name = "Failure";

  constructor(
    readonly code: string,
    readonly fields: Readonly<Record<string, string | number>> = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}
