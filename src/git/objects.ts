import { once } from "../primitives/index.js";
import type { BatchObject } from "./batch-output.js";
import type { ObjectReader, OnObject } from "./object-reader.js";
import { type PresentObjects, readPresentObjects } from "./present-objects.js";
import type { GitStreams } from "./streams.js";

/** Reads objects; what is not in this clone is reported missing, never fetched. */
export interface Objects {
  /** Reads by id or by name (`refs/heads/main^{commit}`), in the order asked; an object is valid only during the call. */
  read(names: Iterable<string>, onObject: OnObject, limit?: number): Promise<void>;
  /** Ends the process behind it. */
  close(): Promise<void>;
}

/**
 * @param partial whether the clone left objects at a remote. There `git cat-file` does not
 * say `missing`: it tries to fetch and dies, also when fetching is forbidden (git 2.39). So
 * what is here is listed once, and git is asked for nothing else.
 */
export function openObjects(reader: ObjectReader, streams: GitStreams, partial: boolean): Objects {
  const present = once(() => readPresentObjects(streams));
  return {
    async read(names, onObject, limit) {
      if (!partial) return reader.read(names, onObject, limit);
      const asking = new AskingForPresent(names, await present(), onObject);
      await reader.read(asking.names(), asking.onObject, limit);
      asking.tellAbsent();
    },
    close: () => reader.close(),
  };
}

const MISSING: BatchObject = { id: "", type: "", content: null, problem: "missing" };
const STARTS_WITH_ID = /^[0-9a-f]{40,64}(?![0-9a-f])/;

/** Leaves absent ids out of a request, and puts them back into the answers, where they belong. */
class AskingForPresent {
  readonly #absent: { readonly name: string; readonly after: number }[] = [];
  #told = 0;
  #asked = 0;
  #answered = 0;

  constructor(
    private readonly all: Iterable<string>,
    private readonly present: PresentObjects,
    private readonly tell: OnObject,
  ) {}

  *names(): Generator<string> {
    for (const name of this.all) {
      const id = STARTS_WITH_ID.exec(name)?.[0];
      if (id !== undefined && !this.present.has(id)) {
        this.#absent.push({ name, after: this.#asked });
        continue;
      }
      this.#asked += 1;
      yield name;
    }
  }

  readonly onObject: OnObject = (name, object) => {
    this.tellAbsent();
    this.#answered += 1;
    this.tell(name, object);
  };

  /** Tells the absent ids whose turn it is: all that git answered before them is told. */
  tellAbsent(): void {
    for (
      let next = this.#absent[this.#told];
      next !== undefined && next.after <= this.#answered;
      next = this.#absent[this.#told]
    ) {
      this.#told += 1;
      this.tell(next.name, MISSING);
    }
  }
}
