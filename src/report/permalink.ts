/** Places with a permanent address. */
export interface Located {
  readonly commit: string;
  readonly file: string;
  readonly line: number;
  readonly lastLine?: number;
}

/** The repository's own address, if it is one that may be shown. */
export function repositoryLink(webUrl: string | null): string | null {
  return webUrl !== null && SAFE_BASE.test(webUrl) ? webUrl : null;
}

/** Anything else could leave the link it is put into. */
const SAFE_BASE = /^https?:\/\/[\w.:~%/-]+$/;
const COMMIT = /^[0-9a-f]{40,64}$/;

/** `https://github.com/owner/name/blob/COMMIT/path#L12`, or null when the repository's address is not known. */
export function permalink(webUrl: string | null, { commit, file, line, lastLine }: Located): string | null {
  if (webUrl === null || !SAFE_BASE.test(webUrl) || !COMMIT.test(commit)) return null;
  const path = encodePath(file);
  const end = lastLine !== undefined && lastLine > line ? `-L${lastLine}` : "";
  return `${webUrl}/blob/${commit}/${path}#L${line}${end}`;
}

/** `https://github.com/owner/name/commit/COMMIT`, or null when an address is not known. */
export function commitLink(webUrl: string | null, commit: string): string | null {
  return webUrl !== null && SAFE_BASE.test(webUrl) && COMMIT.test(commit) ? `${webUrl}/commit/${commit}` : null;
}

/** `https://github.com/owner/name/pull/12` */
export function pullRequestLink(webUrl: string | null, number: number): string | null {
  return numbered(webUrl, "pull", number);
}

/** `https://github.com/owner/name/issues/12` */
export function issueLink(webUrl: string | null, number: number): string | null {
  return numbered(webUrl, "issues", number);
}

function numbered(webUrl: string | null, kind: "pull" | "issues", number: number): string | null {
  const safe = webUrl !== null && SAFE_BASE.test(webUrl) && Number.isSafeInteger(number) && number > 0;
  return safe ? `${webUrl}/${kind}/${number}` : null;
}

/** A path as it stands in an address, relative to the repository's top. */
export function encodePath(file: string): string {
  return file.split("/").map(encodeSegment).join("/");
}

/** A byte that is not UTF-8, as paths are kept. */
const RAW_BYTE = /\\x([0-9a-f]{2})/g;
const LONE_SURROGATE = /\p{Cs}/gu;

/** encodeURIComponent leaves a few characters that end a Markdown link or start emphasis. */
function encodeSegment(segment: string): string {
  return segment
    .split(RAW_BYTE)
    .map((part, index) => (index % 2 === 1 ? `%${part.toUpperCase()}` : encodeText(part)))
    .join("");
}

function encodeText(text: string): string {
  return encodeURIComponent(text.replace(LONE_SURROGATE, "\ufffd")).replace(/[!'()*]/g, percent);
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
