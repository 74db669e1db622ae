import type { Ink, Pen, StrokePart } from "./generated/schemas.js";

/** How much is remembered; above a limit the oldest goes. */
export interface BoardsOptions {
  /** Strokes kept of each board; default 2,000. */
  readonly maxStrokes?: number;
  /** Boards that are kept; default 200. */
  readonly maxBoards?: number;
}

/** What a stroke is begun with. */
export interface StrokeStart {
  readonly stroke: string;
  readonly author: string;
  readonly pen: Pen;
}

interface Stroke extends StrokeStart {
  readonly points: StrokePart["points"];
}

const pointsPerPart = 200;

/** What was drawn, in memory: nothing outlives the process. */
export class Boards {
  readonly #maxStrokes: number;
  readonly #maxBoards: number;
  /** By board, then by the stroke's id, oldest first; the board that was left alone for longest comes first. */
  readonly #boards = new Map<string, Map<string, Stroke>>();

  constructor({ maxStrokes = 2_000, maxBoards = 200 }: BoardsOptions = {}) {
    this.#maxStrokes = maxStrokes;
    this.#maxBoards = maxBoards;
  }

  /** Begins a stroke, or takes it up again; false where it is somebody else's. */
  begin(board: string, start: StrokeStart): boolean {
    const strokes = this.#boards.get(board) ?? new Map<string, Stroke>();
    const known = strokes.get(start.stroke);
    if (known) return known.author === start.author;
    strokes.set(start.stroke, { ...start, points: [] });
    forgetOldest(strokes, this.#maxStrokes);
    this.#boards.delete(board);
    this.#boards.set(board, strokes);
    forgetOldest(this.#boards, this.#maxBoards);
    return true;
  }

  /**
   * Puts a part in its place.
   *
   * @returns what is new of it, nothing where all was known, and `undefined` where the stroke is gone or the part would
   * leave a hole.
   */
  extend(board: string, id: string, { from, points }: StrokePart): Ink | "known" | undefined {
    const stroke = this.#boards.get(board)?.get(id);
    if (!stroke || from > stroke.points.length) return undefined;
    const fresh = points.slice(stroke.points.length - from);
    if (fresh.length === 0) return "known";
    const start = stroke.points.length;
    stroke.points.push(...fresh);
    return inkOf(board, stroke, start, fresh);
  }

  has(board: string, id: string): boolean {
    return this.#boards.get(board)?.has(id) === true;
  }

  /** What is on a board now. */
  ink(board: string): Ink[] {
    return [...(this.#boards.get(board)?.values() ?? [])].flatMap((stroke) => {
      const parts: Ink[] = [];
      for (let from = 0; from < stroke.points.length; from += pointsPerPart) {
        parts.push(inkOf(board, stroke, from, stroke.points.slice(from, from + pointsPerPart)));
      }
      return parts;
    });
  }

  clear(board: string): void {
    this.#boards.delete(board);
  }
}

function inkOf(board: string, { stroke, author, pen }: Stroke, from: number, points: Stroke["points"]): Ink {
  return { board, stroke, author, pen, from, points };
}

function forgetOldest(map: Map<string, unknown>, maxSize: number): void {
  for (const key of map.keys()) {
    if (map.size <= maxSize) return;
    map.delete(key);
  }
}
