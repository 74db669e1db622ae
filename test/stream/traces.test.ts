import { expect, test } from "vitest";
import { openTelemetry as traceClient } from "wirepact/client";
import { openTelemetry as traceServer } from "wirepact/server";
import { api, awaitSpans, endOf, placeOf, takeSpans } from "../observe/tracing.js";
import { count, startStudio, strokeAt } from "./start-studio.js";

test("a stream is one trace of two spans, from its opening to its end", async () => {
  const { client } = await startStudio({
    options: { observers: [traceServer(api)] },
    connect: { trace: traceClient(api) },
    handlers: () => ({
      async *ticks() {
        for (const at of count()) yield at;
      },
      draw: async (_board, strokes) => {
        let drawn = 0;
        for await (const _stroke of strokes) drawn++;
        return drawn;
      },
    }),
  });
  // The hello comes ahead of the first answer.
  await client.stream.draw("lobby", []);
  takeSpans();

  expect(await client.stream.draw("lobby", [strokeAt(1), strokeAt(2)])).toBe(2);
  const { "client studio/draw": [outer] = [], "server studio/draw": [inner] = [] } = takeSpans();
  expect(placeOf(inner)).toMatchObject({ traceId: placeOf(outer).traceId, parentId: placeOf(outer).spanId });

  for await (const _tick of client.stream.ticks()) {
    expect(takeSpans()).toEqual({});
    break;
  }
  const ends = await awaitSpans(["client studio/ticks", "server studio/ticks"]);
  expect(ends["client studio/ticks"]?.map(endOf)).toEqual([{ code: "aborted", hasFailed: true }]);
  expect(ends["server studio/ticks"]?.map(endOf)).toEqual([{ code: "aborted", hasFailed: false }]);
});
