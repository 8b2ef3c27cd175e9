import picomatch from "picomatch";
import type { PathFilter } from "../git/index.js";
import type { LanguageFrontEnd } from "../languages/index.js";
import type { SourceRule } from "../rules/index.js";

/** Which paths of a tree are sources of the behavior. Directories are asked with a trailing slash. */
export function sourceFilter(rule: SourceRule, language: LanguageFrontEnd): PathFilter {
  const included = rule.include.length === 0 ? () => true : picomatch([...rule.include], { dot: true });
  const excluded = rule.exclude.length === 0 ? () => false : picomatch([...rule.exclude], { dot: true });
  const { tests: test, mocks: mock, vendored, generated } = rule;
  const wanted = { source: true, test, mock, vendored, generated };
  return (path) => {
    if (path.endsWith("/")) return wanted[language.roleOf(path)];
    return (
      language.extensions.some((extension) => path.endsWith(extension)) &&
      wanted[language.roleOf(path)] &&
      included(path) &&
      !excluded(path)
    );
  };
}
