import type { CommitRecord } from "./contract.js";
import type { Objects } from "./objects.js";

/** Reads commits by id, in the order asked; null for one that is not in this clone. */
export async function readCommits(objects: Objects, commits: readonly string[]): Promise<(CommitRecord | null)[]> {
  const records: (CommitRecord | null)[] = [];
  await objects.read(commits, (commit, { type, content }) => {
    records.push(type === "commit" && content !== null ? parseCommit(commit, content) : null);
  });
  return records;
}

/**
 * Parses a raw commit object: header lines, an empty line, the message
 * (https://git-scm.com/book/en/v2/Git-Internals-Git-Objects). The message is in UTF-8
 * unless an `encoding` header says otherwise.
 */
function parseCommit(commit: string, content: Buffer): CommitRecord {
  const end = content.indexOf("\n\n");
  const header = content.subarray(0, end < 0 ? content.length : end);
  const decode = decoder(/^encoding (.+)$/m.exec(header.toString("latin1"))?.[1]);
  const lines = decode(header).split("\n");
  const values = (name: string) =>
    lines.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));
  const author = parsePerson(values("author")[0] ?? "");
  return {
    commit,
    parents: values("parent"),
    author: author.name,
    authorDate: author.date,
    committerDate: parsePerson(values("committer")[0] ?? "").date,
    ...splitMessage(end < 0 ? "" : decode(content.subarray(end + 2))),
  };
}

function decoder(encoding: string | undefined): (bytes: Buffer) => string {
  try {
    const named = new TextDecoder(encoding ?? "utf-8", { ignoreBOM: true });
    return (bytes) => named.decode(bytes);
  } catch {
    return (bytes) => bytes.toString("utf8");
  }
}

/** `Name <address> seconds zone`, any part of which old tools may have left out. */
function parsePerson(line: string): { name: string; date: string } {
  const { name = "", seconds = "" } = /^(?<name>[^<]*)(?:<.*>)?(?: *(?<seconds>-?\d+))?/.exec(line)?.groups ?? {};
  return { name: name.trim(), date: utcDate(seconds) };
}

/** Seconds since 1970 as `2025-10-21T08:00:00Z`; what is no time stays at the beginning of time. */
export function utcDate(seconds: string): string {
  const date = new Date(Number(seconds) * 1000);
  return (Number.isNaN(date.getTime()) ? new Date(0) : date).toISOString().replace(".000Z", "Z");
}

/** The first paragraph on one line, and the rest, as git's `%s` and `%b`. */
function splitMessage(message: string): { subject: string; body: string } {
  const text = message.replace(/^(?:[ \t\r]*\n)+/, "").trimEnd();
  const end = /\n[ \t\r]*\n/.exec(text);
  const first = end === null ? text : text.slice(0, end.index);
  const rest = end === null ? "" : text.slice(end.index + end[0].length);
  return {
    subject: first
      .split("\n")
      .map((line) => line.trim())
      .join(" "),
    body: rest.replace(/^(?:[ \t\r]*\n)+/, ""),
  };
}
