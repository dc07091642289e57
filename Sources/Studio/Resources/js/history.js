// States that are never changed, one after the other: undo is the one before.

const most = 300;

export class History extends EventTarget {
  #states; #place;

  constructor(first) { super(); this.#states = [first]; this.#place = 0; }

  get state() { return this.#states[this.#place]; }
  get canUndo() { return this.#place > 0; }
  get canRedo() { return this.#place < this.#states.length - 1; }

  /** Goes on with some properties changed. */
  change(properties) {
    this.#states = [...this.#states.slice(0, this.#place + 1), { ...this.state, ...properties }].slice(-most);
    this.#place = this.#states.length - 1;
    this.#say();
  }

  undo() { this.#go(-1); }
  redo() { this.#go(1); }

  #go(step) {
    const place = this.#place + step;
    if (place < 0 || place >= this.#states.length) return;
    this.#place = place;
    this.#say();
  }

  #say() { this.dispatchEvent(new Event("change")); }

  /** All of it, to be kept; and back. */
  get kept() { return { states: this.#states, place: this.#place }; }
  restore({ states, place }) {
    if (!Array.isArray(states) || !states[place]) return;
    this.#states = states;
    this.#place = place;
    this.#say();
  }
}
