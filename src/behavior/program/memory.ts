import { BySubjects } from "./by-subjects.js";
import { type Answer, Slot, type Work } from "./slot.js";
import type { WantedName } from "./wanted-name.js";

/** Answers one kind of question; the same subjects are the same question. */
export type Question<Subjects extends readonly unknown[], Value> = (...subjects: Subjects) => Value;

/** A question that is being answered. */
interface Frame {
  asked: { readonly slot: Slot<unknown>; readonly value: unknown }[];
  wanted: WantedName[];
  /** The depth of the outermost open question that it had to ask; null where it asked none. */
  waitsFor: number | null;
  /** What was answered while this question was open, and must be asked again when it no longer is. */
  readonly provisional: Slot<unknown>[];
}

/**
 * Remembers answers from one state of the sources to the next. Each answer knows what was asked for it,
 * in order; it is given again where all of that is answered as before, and else worked out anew. So it
 * is the answer that working it out would give. The names wanted on the way belong to the answer.
 * docs/decisions/0011 has the reasons.
 */
export class Memory {
  readonly #tables: BySubjects<Slot<unknown>>[] = [];
  readonly #frames: Frame[] = [];
  #state = 0;
  #wanted: WantedName[] = [];

  /** The sources are other ones now: everything must be asked again. */
  renew(): void {
    this.#state++;
    this.#wanted = [];
  }

  /** The names wanted for what was asked since `renew()`. */
  get wanted(): readonly WantedName[] {
    return this.#wanted;
  }

  /** Notes a name for the answer that is being worked out. */
  want(name: WantedName): void {
    (this.#frames.at(-1)?.wanted ?? this.#wanted).push(name);
  }

  /** A kind of question that is answered by reading the sources. */
  source<Subjects extends readonly unknown[], Value>(
    work: (...subjects: Subjects) => Value,
  ): Question<Subjects, Value> {
    return this.#table(work, true, null);
  }

  /**
   * A kind of question that is answered by asking others.
   * @param whileOpen what is said to those for whom the answer itself waits
   */
  question<Subjects extends readonly unknown[], Value>(
    work: (...subjects: Subjects) => Value,
    whileOpen: { readonly value: Value } | null = null,
  ): Question<Subjects, Value> {
    return this.#table(work, false, whileOpen);
  }

  /** Forgets what was not asked since `renew()`. */
  forgetUnused(): void {
    for (const table of this.#tables) table.keep((slot) => slot.forgetOthers(this.#state));
  }

  #table<Subjects extends readonly unknown[], Value>(
    work: (...subjects: Subjects) => Value,
    readsSources: boolean,
    whileOpen: Work<Value>["whileOpen"],
  ): Question<Subjects, Value> {
    const table = new BySubjects<Slot<Value>>();
    this.#tables.push(table);
    return (...given) => {
      // Whoever is called by `map` is given more than it asks for.
      const subjects = given.slice(0, work.length) as unknown as Subjects;
      const slot = table.at(subjects, () => new Slot({ run: () => work(...subjects), readsSources, whileOpen }));
      const value = this.#ask(slot);
      this.#frames.at(-1)?.asked.push({ slot, value });
      return value;
    };
  }

  /** The answer of a question now. */
  #ask<Value>(slot: Slot<Value>): Value {
    if (slot.depth !== null) return this.#whileOpen(slot, slot.depth);
    if (slot.present?.state !== this.#state) this.#settle(slot);
    else if (slot.under !== null) this.#waitFor(slot.under);
    if (slot.present === null) throw new Error("a question that was settled has no answer");
    return slot.present.answer.value;
  }

  #whileOpen<Value>({ work: { whileOpen } }: Slot<Value>, depth: number): Value {
    if (whileOpen === null) throw new Error("a question is asked for its own answer");
    this.#waitFor(depth);
    return whileOpen.value;
  }

  #waitFor(depth: number): void {
    const frame = this.#frames.at(-1);
    if (frame !== undefined) frame.waitsFor = Math.min(frame.waitsFor ?? depth, depth);
  }

  #settle<Value>(slot: Slot<Value>): void {
    const depth = this.#frames.length;
    const frame: Frame = { asked: [], wanted: [], waitsFor: null, provisional: [] };
    slot.depth = depth;
    this.#frames.push(frame);
    try {
      const answer = this.#remembered(slot) ?? this.#workOut(slot, frame);
      slot.present = { answer, state: this.#state };
      this.#wanted.push(...answer.wanted);
      if (frame.waitsFor === null) slot.remember(answer);
    } finally {
      this.#frames.pop();
      slot.depth = null;
      this.#close(slot, frame, depth);
    }
  }

  /** What was answered for a question that is still open holds for that question only. */
  #close(slot: Slot<unknown>, { waitsFor, provisional }: Frame, depth: number): void {
    slot.under = waitsFor !== null && waitsFor < depth ? waitsFor : null;
    if (slot.under === null) {
      for (const each of provisional) each.present = null;
      return;
    }
    this.#waitFor(slot.under);
    this.#frames[slot.under]?.provisional.push(slot, ...provisional);
  }

  /** An answer from before for which everything is as it was. */
  #remembered<Value>({ answers, work }: Slot<Value>): Answer<Value> | undefined {
    if (work.readsSources) return undefined;
    return answers.find(({ asked }) =>
      asked.every(({ slot, value }) => slot.depth === null && this.#ask(slot) === value),
    );
  }

  #workOut<Value>(slot: Slot<Value>, frame: Frame): Answer<Value> {
    frame.asked = [];
    frame.wanted = [];
    const value = slot.work.run();
    return slot.unified({ value, asked: frame.asked, wanted: frame.wanted });
  }
}
