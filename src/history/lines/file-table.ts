import { posix } from "node:path";
import { fileWeight } from "./file-class.js";

/** Numbers paths and knows which of them are one file under several names. */
export class FileTable {
  readonly #numbers = new Map<string, number>();
  readonly #lineage: number[] = [];
  readonly #baseNames = new Map<string, number>();
  readonly #baseName: number[] = [];
  readonly #weights: number[] = [];

  /** The number of a path, given now if it is new. */
  intern(path: string): number {
    const known = this.#numbers.get(path);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(ownCopy(path), number);
    this.#lineage.push(number);
    this.#weights.push(fileWeight(path));
    const base = posix.basename(path);
    const baseNumber = this.#baseNames.get(base) ?? this.#baseNames.size;
    this.#baseNames.set(ownCopy(base), baseNumber);
    this.#baseName.push(baseNumber);
    return number;
  }

  /** Notes that a file got another name. Both names are the same file from then on, and were before. */
  rename(from: string, to: string): void {
    const a = this.lineage(this.intern(from));
    const b = this.lineage(this.intern(to));
    if (a !== b) this.#lineage[Math.max(a, b)] = Math.min(a, b);
  }

  /** The same number for all names of one file. */
  lineage(number: number): number {
    let root = number;
    for (let up = this.#lineage[root]; up !== undefined && up !== root; up = this.#lineage[root]) root = up;
    this.#lineage[number] = root;
    return root;
  }

  baseName(number: number): number {
    return this.#baseName[number] ?? -1;
  }

  weight(number: number): number {
    return this.#weights[number] ?? 0;
  }

  /** How much a line in one file says about the same line in another: 1 for one file, less for namesakes and strangers. */
  nearness(a: number, b: number): number {
    if (this.lineage(a) === this.lineage(b)) return 1;
    return this.baseName(a) === this.baseName(b) ? NAMESAKE : ELSEWHERE;
  }
}

/** V8 keeps the whole text alive of which a string is a slice: for a path, that may be 64 KiB of a patch. */
function ownCopy(text: string): string {
  return Buffer.from(text).toString("utf8");
}

const NAMESAKE = 0.6;
const ELSEWHERE = 0.25;
