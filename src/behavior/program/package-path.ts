/** The import path names the directory: `github.com/o/r/pkg/util` and `pkg/util`. */
export function isPackage(importPath: string, directory: string): boolean {
  return importPath === directory || importPath.endsWith(`/${directory}`);
}
