import type { Location } from "sarif";
import type { Finding } from "../../review/index.js";
import { encodePath } from "../permalink.js";
import { limits } from "./limits.js";

/** Paths are relative to this: a file tells nothing of the machine it was made on. */
export const SOURCE_ROOT = "%SRCROOT%";

interface Place {
  readonly file: string;
  readonly line: number;
}

export interface Locations {
  /** Null where no place of head shows the finding: GitHub has nowhere to put it. */
  readonly primary: Location | null;
  readonly related: readonly Location[];
  readonly leftOut: number;
}

/** Where a finding stands in the tree of head, and where else in it there is something to see. */
export function locationsOf({ file, line, evidence }: Finding, head: string): Locations {
  const own = file === null || file === "" ? [] : [{ file, line: line ?? 1 }];
  const seen = evidence.flatMap((place): Place[] =>
    place.commit === head && place.file !== null && place.file !== ""
      ? [{ file: place.file, line: place.line ?? 1 }]
      : [],
  );
  const [first, ...others] = distinct([...own, ...seen]);
  const related = others.slice(0, limits.locations - 1);
  return {
    primary: first === undefined ? null : locationAt(first),
    related: related.map((place, index) => ({ id: index + 1, ...locationAt(place) })),
    leftOut: others.length - related.length,
  };
}

function distinct(places: readonly Place[]): Place[] {
  return [...new Map(places.map((place) => [`${place.line} ${place.file}`, place])).values()];
}

function locationAt({ file, line }: Place): Location {
  return {
    physicalLocation: {
      artifactLocation: { uri: encodePath(file), uriBaseId: SOURCE_ROOT },
      region: { startLine: Math.max(1, line) },
    },
  };
}
