import type { Socket } from "socket.io";
import { receiverOf, type Writer, writerOf } from "./socket-internals.js";

/**
 * Keeps a place in the line of each socket: what is written to it from now on waits until the place is filled. Returns what
 * fills it with whatever a function writes.
 */
export function holdWrites(sockets: readonly Socket[]): (write: () => void) => void {
  // What waits for the end of this turn was sent before, or else after.
  const flush = () => {
    for (const socket of sockets) receiverOf(socket)?.flush();
  };
  flush();
  const places = sockets.map((socket) => takePlace(writerOf(socket)));
  return (write) => {
    flush();
    for (const place of places) place.open();
    try {
      write();
    } finally {
      for (const place of places) place.close();
    }
  };
}

type Frames = Parameters<Writer["writeToEngine"]>;

interface Place {
  readonly own: Frames[];
  /** Written later than what fills the place, and before the next place was taken. */
  readonly behind: Frames[];
  isFilled: boolean;
}

const lines = new WeakMap<Writer, HeldLine>();

function takePlace(writer: Writer) {
  const line = lines.get(writer) ?? new HeldLine(writer);
  lines.set(writer, line);
  return line.take();
}

/** What is to be written to a connection while something that comes first is not there yet. */
class HeldLine {
  readonly #writer: Writer;
  readonly #places: Place[] = [];
  /** Its own function, where somebody has given it one already: for events of which only the latest counts. */
  readonly #given: Writer["writeToEngine"] | undefined;
  readonly #write: Writer["writeToEngine"];
  /** The place that what is written now belongs to. */
  #open: Place | undefined;
  #leaving: Frames[] | undefined;

  constructor(writer: Writer) {
    this.#writer = writer;
    this.#write = writer.writeToEngine;
    this.#given = Object.hasOwn(writer, "writeToEngine") ? writer.writeToEngine : undefined;
    writer.writeToEngine = this.#keep;
  }

  take() {
    const place: Place = { own: [], behind: [], isFilled: false };
    this.#places.push(place);
    return {
      open: () => {
        if (!place.isFilled) this.#open = place;
      },
      close: () => {
        this.#open = undefined;
        place.isFilled = true;
        this.#advance();
      },
    };
  }

  readonly #keep = (...frames: Frames): void => {
    const list = this.#open?.own ?? this.#places.at(-1)?.behind ?? this.#leaving;
    // Whoever has put a function of its own around this one meanwhile still calls it.
    if (list === undefined) this.#write.apply(this.#writer, frames);
    else list.push(frames);
  };

  #advance(): void {
    if (this.#leaving !== undefined) return;
    while (this.#places[0]?.isFilled) {
      const { own, behind } = this.#places[0];
      this.#places.shift();
      this.#leaving = [...own, ...behind];
      // Whoever writes because of that is behind it.
      for (const frames of this.#leaving) this.#write.apply(this.#writer, frames);
      this.#leaving = undefined;
    }
    if (this.#places.length === 0) this.#release();
  }

  #release(): void {
    lines.delete(this.#writer);
    if (this.#writer.writeToEngine !== this.#keep) return;
    if (this.#given !== undefined) this.#writer.writeToEngine = this.#given;
    else Reflect.deleteProperty(this.#writer, "writeToEngine");
  }
}
