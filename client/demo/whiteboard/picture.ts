import type { Ink, Pen, Point } from "../../generated/schemas.js";

/** A stroke, as far as it is known here. */
export interface Stroke {
  readonly id: string;
  readonly pen: Pen;
  /** With holes where a later part came before an earlier one. */
  readonly points: (Point | undefined)[];
}

/** Every stroke of a board, in the order in which they were begun. */
export class Picture {
  readonly #strokes = new Map<string, Stroke>();

  get strokes(): Iterable<Stroke> {
    return this.#strokes.values();
  }

  /** Takes in a stroke that grows elsewhere. */
  put(stroke: Stroke): void {
    this.#strokes.set(stroke.id, stroke);
  }

  /** Puts a part in its place: what came by history and as an event is there once. */
  add({ stroke: id, pen, from, points }: Ink): Stroke {
    const stroke = this.#strokes.get(id) ?? { id, pen, points: [] };
    this.put(stroke);
    for (const [index, point] of points.entries()) stroke.points[from + index] = point;
    return stroke;
  }

  remove(id: string): void {
    this.#strokes.delete(id);
  }

  clear(): void {
    this.#strokes.clear();
  }
}
