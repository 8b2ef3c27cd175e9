import { Buffer } from "node:buffer";
import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { bytesOf } from "./bytes.js";
import { storiesDirectory } from "./read-story.js";
import type { Content, Format } from "./story.js";
import { badStory } from "./story-failure.js";
import type { TreeFile } from "./tree.js";

/** The files that one `put` stands for: a folder as source gives many. */
export async function readContent(
  story: string,
  path: string,
  content: Content,
): Promise<ReadonlyArray<readonly [path: string, file: TreeFile]>> {
  switch (content.kind) {
    case "source":
      return readSource(story, path, content.source, content.format);
    case "text":
      return [[path, textFile(content.text, content.format)]];
    case "repeat": {
      const text = content.before + content.line.repeat(content.times) + content.after;
      return [[path, { mode: "100644", content: Buffer.from(text) }]];
    }
    case "bytes":
      return [[path, { mode: "100644", content: Buffer.from(content.hex, "hex") }]];
    case "symlink":
      return [[path, { mode: "120000", content: bytesOf(content.target) }]];
    case "submodule":
      return [[path, { mode: "160000", content: Buffer.from(content.commit) }]];
  }
}

async function readSource(
  story: string,
  path: string,
  source: string,
  format: Format,
): Promise<Array<readonly [string, TreeFile]>> {
  const start = join(storiesDirectory, story, source);
  if (relative(storiesDirectory, start).startsWith("..")) {
    throw badStory(story, [`${source}: sources stay inside the stories' folder`]);
  }
  const files = await filesBelow(start).catch((error: unknown) => {
    throw badStory(story, [`${source}: there is no such file or folder beside the story`], error);
  });
  return Promise.all(
    files.map(async (file) => {
      const inside = relative(start, file).split(sep).join("/");
      const target = inside === "" ? path : path === "." ? inside : `${path}/${inside}`;
      return [target, textFile(await readFile(file, "utf8"), format)] as const;
    }),
  );
}

async function filesBelow(start: string): Promise<string[]> {
  if ((await stat(start)).isFile()) return [start];
  const entries = await readdir(start, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

function textFile(text: string, format: Format): TreeFile {
  // A checkout of ours on Windows may have turned the line ends of the sources.
  const plain = text.replaceAll("\r\n", "\n");
  const lines = format.crlf ? plain.replaceAll("\n", "\r\n") : plain;
  return {
    mode: format.executable ? "100755" : "100644",
    content: Buffer.from((format.byteOrderMark ? "\uFEFF" : "") + lines),
  };
}
