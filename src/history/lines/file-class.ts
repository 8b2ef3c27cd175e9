/**
 * How much a line of a file says about an intention, from 0 (nothing: made by a
 * program or copied) to 1. Read off the path alone, in any language.
 */

/**
 * Paths that git need not even compare, as pathspecs. Only the four that fill
 * histories: git tries each pattern on each path, which costs 2 % of the whole a pattern.
 */
export const NOT_COMPARED: readonly string[] = [
  ":(exclude,glob)**/vendor/**",
  ":(exclude,glob)**/node_modules/**",
  ":(exclude)*go.sum",
  ":(exclude)*-lock.json",
];

/** Folders of other people's code. */
const COPIED = /(?:^|\/)(?:vendor|third_party|node_modules|Godeps|_vendor|bower_components)\//;
/** Files that record versions, changes or licences, or that a compiler made. */
const RECORDED =
  /(?:^|\/)(?:go(?:\.work)?\.sum|package-lock\.json|npm-shrinkwrap\.json|[^/]*\.lock|pnpm-lock\.yaml|gradle\.lockfile|packages\.lock\.json|(?:CHANGELOG|CHANGES|ChangeLog|RELEASE_NOTES|LICEN[SC]E|COPYING|NOTICE)[^/]*|changelog[^/]*\.md|[^/]*\.(?:map|snap|svg)|[^/]*\.min\.(?:js|css))$/;
/** Names that generators give their files. */
const MADE =
  /(?:^|\/)(?:zz_generated[^/]*|generated\.go|[^/]*\.pb(?:\.gw)?\.(?:go|h|cc)|[^/]*_pb2\.py|[^/]*_generated\.[a-z]+|[^/]*\.generated\.[^/]*|bindata[^/]*\.go|[^/]*_bindata\.go|openapi_generated[^/]*|mock_[^/]*\.go|[^/]*_mock\.go|swagger\.json)$/;
/** Folders that generators fill. */
const MADE_FOLDERS = /(?:^|\/)(?:generated|mocks?|clientset|informers|listers|applyconfigurations?)\//;
/** Folders of change notes: one file for each release. */
const CHANGE_NOTES = /(?:^|\/)change-?logs?\//i;
/** API schemas that a generator derives from source. */
const SCHEMAS = /(?:^|\/)(?:_?crds?|crd)\/(?:.*\/)?[^/]*\.ya?ml$|(?:^|[-_./])crds?[^/]*\.ya?ml$/i;
const TESTS =
  /(?:^|\/)(?:tests?|testing|e2e|__tests__|testdata|fixtures|spec)\/|_test\.[a-z]+$|\.(?:test|spec)\.[a-z]+$|(?:^|\/)test_[^/]*\.py$|Tests?\.(?:java|kt|cs)$/i;
const CODE =
  /\.(?:go|[cm]?[jt]sx?|py|rb|rs|java|kt|kts|scala|swift|cs|fs|c|h|cc|cpp|cxx|hpp|m|mm|php|pl|lua|ex|exs|erl|hs|ml|clj|dart|zig|v|sol|sql|proto|sh|bash|ps1|vue|svelte)$/i;

export type FileClass = "code" | "test" | "manifest" | "schema" | "generated" | "left-out";

const WEIGHTS: Readonly<Record<FileClass, number>> = {
  code: 1,
  test: 0.7,
  manifest: 0.5,
  schema: 0.25,
  generated: 0,
  "left-out": 0,
};

export function fileClass(path: string): FileClass {
  if (COPIED.test(path) || RECORDED.test(path) || CHANGE_NOTES.test(path)) return "left-out";
  if (MADE.test(path) || MADE_FOLDERS.test(path)) return "generated";
  if (SCHEMAS.test(path)) return "schema";
  if (TESTS.test(path)) return "test";
  return CODE.test(path) ? "code" : "manifest";
}

export function fileWeight(path: string): number {
  return WEIGHTS[fileClass(path)];
}
