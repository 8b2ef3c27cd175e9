/**
 * Fixture histories in, real git repositories out. A story is a small program
 * and the commits that changed it, written down by hand; building it twice
 * gives the same commit ids. The demo and the tests share them. This folder
 * knows neither rules nor languages: to it, files are bytes.
 */
export { type BuiltStory, buildStory } from "./build-story.js";
export { readStory, storyNames } from "./read-story.js";
export type { Expectation, Story } from "./story.js";
