import type { Socket } from "socket.io";
import { receiverOf, type Writer, writerOf } from "./socket-internals.js";

/**
 * Keeps a place in the line of each socket: what is written to it from now on waits until the place is filled. Returns what
 * fills it with whatever a function writes.
 */
export function holdWrites(sockets: readonly Socket[]): (write: () => void) => void {
  // What waits for the end of this turn was sent before, or else after.
  const flush = () => {
    for (const socket of sockets) receiverOf(socket).flush();
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
  /** The place that what is written now belongs to. */
  #open: Place | undefined;
  #leaving: Frames[] = [];

  constructor(writer: Writer) {
    this.#writer = writer;
  }

  take() {
    if (this.#places.length === 0) this.#writer.writeToEngine = (...frames) => this.#keep(frames);
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

  #keep(frames: Frames): void {
    const list = this.#open?.own ?? this.#places.at(-1)?.behind ?? this.#leaving;
    list.push(frames);
  }

  #advance(): void {
    while (this.#places[0]?.isFilled) {
      const { own, behind } = this.#places.shift() as Place;
      this.#leaving = [...own, ...behind];
      const write: Writer["writeToEngine"] = Reflect.get(
        Object.getPrototypeOf(this.#writer),
        "writeToEngine",
      );
      // Whoever writes because of that is behind it.
      for (const frames of this.#leaving) write.apply(this.#writer, frames);
    }
    // The function of its own goes; Socket.IO's is there again.
    if (this.#places.length === 0) Reflect.deleteProperty(this.#writer, "writeToEngine");
  }
}
