import type { Pen, Point, StrokePart } from "../../generated/schemas.js";
import type { Stroke } from "./picture.js";

/** How long the pen moves before what it drew is sent, in milliseconds: two frames of a screen. */
const gatherMs = 33;
const maxPointsPerPart = 200;
/** What the contract takes; the pen of a longer stroke runs dry. */
const maxPoints = 5_000;

/** A stroke of this person's own, while it is drawn. */
export class OwnStroke implements Stroke {
  readonly id: string;
  readonly pen: Pen;
  readonly points: Point[] = [];
  #isDone = false;
  #wake: (() => void) | undefined;

  constructor(id: string, pen: Pen) {
    this.id = id;
    this.pen = pen;
  }

  /** The pen is here now; nothing where the stroke has ended. */
  add(point: Point): void {
    if (this.#isDone || this.points.length >= maxPoints) return;
    this.points.push(point);
    this.#wake?.();
  }

  /** The pen is up, or the stroke is not wanted any more. */
  end(): void {
    this.#isDone = true;
    this.#wake?.();
  }

  /** The parts of the stroke from its first point on, as the pen moves; after a lost connection it is asked for again. */
  async *parts(): AsyncGenerator<StrokePart> {
    const { points } = this;
    for (let from = 0; ; ) {
      if (from < points.length) {
        const part = points.slice(from, from + maxPointsPerPart);
        yield { from, points: part };
        from += part.length;
      }
      if (from < points.length) continue;
      if (this.#isDone) return;
      await this.#news();
      if (!this.#isDone) await new Promise((resolve) => setTimeout(resolve, gatherMs));
    }
  }

  #news(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}
