import { expect, test, vi } from "vitest";
import { makeMeter } from "../observe/meter.js";
import { count, startStudio, strokeAt, waitOptions } from "./start-studio.js";

test("streams are counted while they are open, and by how they ended", async () => {
  const { observer, read } = makeMeter();
  const { client } = await startStudio({
    options: { observers: [observer] },
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
  const drawing = client.stream.draw("lobby", [strokeAt(1), strokeAt(2)]);
  expect(await drawing).toBe(2);
  for await (const _tick of client.stream.ticks()) {
    expect(await read("streams_open")).toMatchObject({ "studio ticks": 1 });
    break;
  }
  await vi.waitFor(
    async () => expect(await read("streams_open")).toMatchObject({ "studio ticks": 0 }),
    waitOptions,
  );
  const left = client.stream.ticks()[Symbol.asyncIterator]();
  await left.next();
  client.close();
  await vi.waitFor(
    async () =>
      expect(await read("streams_total")).toEqual({
        "studio draw ok": 1,
        "studio ticks aborted": 1,
        "studio ticks disconnected": 1,
      }),
    waitOptions,
  );
  expect(await read("streams_open")).toEqual({ "studio draw": 0, "studio ticks": 0 });
});
