/** Numbers keys densely in the order first seen: a hash table of 53-bit keys in two typed arrays. */
export class KeyTable {
  #slots = new Int32Array(1 << 12).fill(-1);
  #keys = new Float64Array(1 << 11);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The number of a key, or -1. */
  find(key: number): number {
    return this.#slots[this.#slotOf(key)] ?? -1;
  }

  /** The number of a key, given now if it is new. */
  intern(key: number): number {
    const slot = this.#slotOf(key);
    const known = this.#slots[slot] ?? -1;
    if (known >= 0) return known;
    const id = this.#size++;
    if (id === this.#keys.length) this.#grow();
    this.#keys[id] = key;
    this.#slots[this.#slotOf(key)] = id;
    return id;
  }

  /** The slot that holds the key, or the empty one where it belongs. Linear probing, at most half full. */
  #slotOf(key: number): number {
    const mask = this.#slots.length - 1;
    let slot = (key >>> 0) & mask;
    for (;;) {
      const id = this.#slots[slot] ?? -1;
      if (id < 0 || this.#keys[id] === key) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #grow(): void {
    const keys = new Float64Array(this.#keys.length * 2);
    keys.set(this.#keys);
    this.#keys = keys;
    this.#slots = new Int32Array(keys.length * 2).fill(-1);
    for (let id = 0; id < this.#size - 1; id++) this.#slots[this.#slotOf(keys[id] ?? 0)] = id;
  }
}
