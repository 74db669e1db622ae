import type { StudioClient } from "./client/studio.js";
import type { Stroke } from "./server/schemas.js";
import { implementStudio, type StudioHandlers } from "./server/studio.js";

/** What must not compile. Each mistake has the compiler's word for it; none of this ever runs. */
export async function mistakes(
  client: StudioClient,
  handlers: StudioHandlers<undefined>,
  strokes: readonly Stroke[],
): Promise<void> {
  // @ts-expect-error: a stream is no call
  implementStudio({ ...handlers, ticks: async () => 7 });
  implementStudio({
    ...handlers,
    // @ts-expect-error: the items are numbers
    async *ticks() {
      yield "one";
    },
  });
  implementStudio({
    ...handlers,
    // @ts-expect-error: the result is an object with a total
    async *history() {
      yield* strokes;
      return 7;
    },
  });
  // @ts-expect-error: an upload has a result
  implementStudio({ ...handlers, draw: async () => {} });
  // @ts-expect-error: no such error is declared
  implementStudio({ ...handlers, scribble: (_items, context) => context.error.NoBoard() });
  // @ts-expect-error: a stream is not called
  client.call.history({ board: "lobby", count: 1 });
  // @ts-expect-error: the count is missing
  client.stream.history({ board: "lobby" });
  // @ts-expect-error: items are strokes
  await client.stream.draw("lobby", [1, 2]);
  // @ts-expect-error: items are to be sent
  await client.stream.draw("lobby");
  for await (const stroke of client.stream.history({ board: "lobby", count: 1 })) {
    // @ts-expect-error: a stroke has no colour
    stroke.colour;
  }
  const outcome = await client.stream.history.safe({ board: "lobby", count: 1 }).result;
  // @ts-expect-error: the value is there only when the stream came to its end
  outcome.value.total;
  // @ts-expect-error: no such code
  if (!outcome.ok && outcome.error.code === "Full") return;
}
