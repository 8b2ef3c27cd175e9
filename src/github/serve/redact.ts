/** What opens doors, wherever it stands. Tokens are opaque: GitHub changes their length and form. */
const SECRETS: readonly RegExp[] = [
  /\bgh[a-z]_[A-Za-z0-9_.-]+/g,
  /\bgithub_pat_[A-Za-z0-9_]+/g,
  // "x-access-token:" and what follows, plain and in base64.
  /x-access-token:[^\s@"\\]+/gi,
  /eC1hY2Nlc3MtdG9rZW46[A-Za-z0-9+/=_-]*/g,
  // A signed token of the App itself.
  /\beyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+/g,
  // To the end of the key, or of the string in which it was cut.
  /-----BEGIN[A-Z ]*PRIVATE KEY-----[^"]*?(?:-----END[A-Z ]*PRIVATE KEY-----|(?=")|$)/g,
  // User and password in an address.
  /(?<=[a-z]:\/\/)[^/\s"@]+(?=@)/g,
];

const HIDDEN = "[hidden]";

/** Replaces secrets in a text: those that can be told by their form, and those that are known. */
export function redactor(known: readonly string[]): (text: string) => string {
  const told = known.filter((secret) => secret.length >= 6);
  return (text) => {
    const formless = told.reduce((rest, secret) => rest.replaceAll(secret, HIDDEN), text);
    return SECRETS.reduce((rest, pattern) => rest.replace(pattern, HIDDEN), formless);
  };
}
