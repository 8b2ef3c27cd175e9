import { Failure } from "../primitives/index.js";

/** All problems of a story at once, each a sentence that says where. */
export function badStory(story: string, problems: readonly string[], cause?: unknown): Failure {
  return new Failure("bad-story", { story, problems: problems.join("; ") }, { cause });
}
