/**
 * The import path names the directory: `github.com/o/r/pkg/util` and `pkg/util`.
 * A major version in the path need not be a directory
 * (https://go.dev/ref/mod#major-version-suffixes), and a copy of a package may
 * lie under its whole path.
 */
export function isPackage(importPath: string, directory: string): boolean {
  if (endsWith(importPath, directory) || endsWith(directory, importPath)) return true;
  return importPath.includes("/v") && endsWith(importPath.replace(/\/v\d+(?=\/|$)/g, ""), directory);
}

function endsWith(path: string, end: string): boolean {
  return path.endsWith(end) && (path.length === end.length || path[path.length - end.length - 1] === "/");
}
