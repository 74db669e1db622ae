import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import type { MemorySample } from "./measure-memory.js";

/** More of them say more: `WIREPACT_STREAM_ITEMS=1000000 npx vitest run test/stream/memory.test.ts` takes half an hour. */
const items = Number(process.env.WIREPACT_STREAM_ITEMS ?? 4_000);
const script = fileURLToPath(new URL("measure-memory.ts", import.meta.url));

it(`memory stays flat while a reader takes a millisecond over each of ${items} items`, {
  timeout: 60_000 + items * 10,
}, async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", script], {
    env: { ...process.env, WIREPACT_STREAM_ITEMS: String(items) },
  });
  const samples = stdout
    .trim()
    .split("\n")
    .map((line): MemorySample => JSON.parse(line));

  expect(samples.at(-1)?.read).toBe(items);
  // The reader's window, and what the generator has been asked for beyond it.
  expect(Math.max(...samples.map(({ ahead }) => ahead))).toBeLessThanOrEqual(129);
  // Once the code is compiled. A leak of the items alone would be far below that with few of them, and far above with many.
  const [early, late] = [samples[5], samples.at(-1)];
  for (const side of ["serverBytes", "clientBytes"] as const) {
    expect((late?.[side] ?? Number.NaN) - (early?.[side] ?? 0)).toBeLessThan(20_000_000);
  }
});
