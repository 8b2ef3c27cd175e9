import { createRequire } from "node:module";

const load = createRequire(import.meta.url);

/** A package that takes longer to load than most runs last: loaded when it is first asked for, and then kept by Node. */
export function whenNeeded<Package>(name: string): () => Package {
  return () => load(name) as Package;
}
