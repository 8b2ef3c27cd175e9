import { expect, test } from "vitest";
import { openRepository } from "../../src/git/index.js";
import { minute, Scratch } from "./tiny-repository.js";

test("commits say the same when read one by one as in the history", async () => {
  using scratch = new Scratch();
  const kube = scratch.repository();
  const messages = [
    "one",
    "two\n\nbody\n",
    "three\nlines\n\n\n  indented\n\nend\n\n",
    "",
    "\n\n  late  \n\nbody",
    "crlf\r\n\r\nbody\r\n",
    "ünï 日本",
  ];
  const ids = messages.map((message) => kube.commit(message));
  const repository = await openRepository(kube.directory);
  const fromHistory = [];
  for await (const { shallow: _, changes: __, ...record } of repository.history(kube.idOf("HEAD")))
    fromHistory.unshift(record);
  expect(await repository.commitMessages(ids)).toEqual(fromHistory);
  await repository.close();
});

test("what is missing or no commit is null, and odd commits are read as far as they go", async () => {
  using scratch = new Scratch();
  const kube = scratch.repository();
  const commit = kube.commit("first", { "a.go": "1" });
  const tree = kube.idOf("HEAD^{tree}");
  const odd = (text: string) => kube.gitReading(text, "hash-object", "--literally", "-t", "commit", "-w", "--stdin");
  const signed = odd(
    `tree ${tree}\nparent ${commit}\nauthor A B <a@x> 60 +0000\ncommitter <> 0 +0000\ngpgsig -----BEGIN\n author fake\n \n -----END\n\nsubject`,
  );
  const bare = odd(`tree ${tree}\n`);
  const unknown = odd(`tree ${tree}\nauthor Ä <> 99999999999999999 +0000\nencoding klingon\n\nä`);
  const repository = await openRepository(kube.directory);
  const nobody = {
    author: "",
    authorDate: "1970-01-01T00:00:00Z",
    committerDate: "1970-01-01T00:00:00Z",
    body: "",
    parents: [],
  };
  expect(await repository.commitMessages([commit, "0".repeat(40), tree, signed, bare, unknown])).toEqual([
    {
      commit,
      parents: [],
      author: "Ada Port",
      authorDate: minute(0),
      committerDate: minute(0),
      subject: "first",
      body: "",
    },
    null,
    null,
    {
      ...nobody,
      commit: signed,
      parents: [commit],
      author: "A B",
      authorDate: "1970-01-01T00:01:00Z",
      subject: "subject",
    },
    { ...nobody, commit: bare, subject: "" },
    { ...nobody, commit: unknown, author: "Ä", subject: "ä" },
  ]);
  expect(await repository.commitMessages([])).toEqual([]);
  await repository.close();
});
