import { channel, stream } from "wirepact/contract";
import { z } from "zod";

export const Stroke = z.object({ x: z.number(), y: z.number(), drawnAt: z.date() });

/** A drawing board: streams of each direction, with and without input and result. */
export const studio = channel("/studio", {
  clientToServer: {
    /**
     * The strokes of a board, oldest first.
     *
     * @param input - Which board, and how many strokes.
     */
    history: stream({
      input: z.object({ board: z.string(), count: z.int().min(0) }),
      item: Stroke,
      result: z.object({ total: z.bigint() }),
      errors: {
        /** There is no such board. */
        NoBoard: z.object({ nearest: z.string() }),
        Locked: z.void(),
      },
    }),
    ticks: stream({ item: z.int(), timeoutMs: 300 }),
    /** Draws on the board. */
    draw: stream({
      direction: "upload",
      input: z.string(),
      item: Stroke,
      result: z.int(),
      errors: { NoBoard: z.object({ nearest: z.string() }) },
    }),
    scribble: stream({ direction: "upload", item: z.instanceof(Uint8Array) }),
    measure: stream({
      direction: "upload",
      item: z.string().transform((text) => text.length),
      result: z.int(),
    }),
    /** The board as a picture. */
    print: stream({ input: z.string(), item: z.instanceof(Uint8Array) }),
    /** Draws with the others. */
    together: stream({
      direction: "both",
      input: z.object({ board: z.string() }),
      item: z.object({ who: z.string(), stroke: Stroke }),
      clientItem: Stroke,
      result: z.int(),
    }),
    echo: stream({ direction: "both", item: z.string(), clientItem: z.string().trim() }),
  },
});
