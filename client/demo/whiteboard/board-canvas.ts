import type { Point } from "../../generated/schemas.js";
import { palette } from "./palette.js";
import type { Stroke } from "./picture.js";

/** Size of a board in its own units, which points are in. */
export const boardSize = { width: 1600, height: 1000 };

/** Draws strokes on a canvas that always shows the whole board. */
export class BoardCanvas {
  readonly #canvas: HTMLCanvasElement;
  readonly #pen: CanvasRenderingContext2D;
  /** How many points of each stroke are on the canvas. */
  readonly #drawn = new Map<string, number>();

  constructor(canvas: HTMLCanvasElement) {
    const pen = canvas.getContext("2d");
    if (!pen) throw new Error("This browser does not draw on a canvas.");
    this.#canvas = canvas;
    this.#pen = pen;
  }

  /** Draws what a stroke has and the canvas has not, up to the first point that is missing. */
  add({ id, pen, points }: Stroke): void {
    const drawn = this.#drawn.get(id) ?? 0;
    const context = this.#pen;
    context.strokeStyle = palette[pen.color].css;
    context.lineWidth = pen.width;
    context.lineCap = "round";
    context.lineJoin = "round";
    context.beginPath();
    let next = Math.max(0, drawn - 1);
    for (let point = points[next]; point; point = points[++next]) context.lineTo(...point);
    if (next === drawn) return;
    // A line of one point has no length, and is not drawn: the pen's tip is.
    if (next === 1 && points[0]) context.arc(...points[0], 0.01, 0, 2 * Math.PI);
    context.stroke();
    this.#drawn.set(id, next);
  }

  /** Draws everything anew: after the window's size changed, or strokes went. */
  redraw(strokes: Iterable<Stroke>): void {
    const { width } = this.#canvas.getBoundingClientRect();
    const scale = Math.max(1, (width * devicePixelRatio) / boardSize.width);
    this.#canvas.width = boardSize.width * scale;
    this.#canvas.height = boardSize.height * scale;
    this.#pen.setTransform(scale, 0, 0, scale, 0, 0);
    this.#drawn.clear();
    for (const stroke of strokes) this.add(stroke);
  }

  /** Where on the board the pointer is, kept within its edges. */
  pointAt({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): Point {
    const { left, top, width, height } = this.#canvas.getBoundingClientRect();
    return [
      within((clientX - left) / width, boardSize.width),
      within((clientY - top) / height, boardSize.height),
    ];
  }
}

function within(share: number, size: number): number {
  return Math.min(size, Math.max(0, Math.round(share * size)));
}
