/**
 * The example contracts' server in a process of its own: `node --expose-gc --import tsx example-process.ts`. Tells its
 * parent its address, then, when asked, how much memory it holds and which payloads reached a handler that zod refuses.
 */
import { z } from "zod";
import { chat } from "../../contracts/chat.js";
import { whiteboard } from "../../contracts/whiteboard.js";
import { startExamples } from "./start-examples.js";

/** What the process tells. */
export interface ExampleReport {
  /** Bytes of heap after a collection. */
  readonly heapBytes: number;
  /** How often handlers have run. */
  readonly runs: number;
  /** Payloads that should not have reached a handler. */
  readonly wrong: readonly string[];
}

const inputs: Readonly<Record<string, unknown>> = {
  join: chat.clientToServer.join.input,
  leave: chat.clientToServer.leave.input,
  postMessage: chat.clientToServer.postMessage.input,
  typing: chat.clientToServer.typing.payload,
  history: whiteboard.clientToServer.history.input,
  draw: whiteboard.clientToServer.draw.input,
  "draw item": whiteboard.clientToServer.draw.clientItem,
  clear: whiteboard.clientToServer.clear.input,
  moveCursor: whiteboard.clientToServer.moveCursor.payload,
};
const wrong: string[] = [];
const examples = await startExamples((name, input) => {
  const schema = inputs[name];
  // Each of these is a schema of the contracts above.
  if (!schema || !z.safeParse(schema as z.ZodType, input).success)
    wrong.push(`${name} ${JSON.stringify(input)}`);
});

process.on("message", async () => {
  // What has just closed is let go of in the next turns.
  for (let turn = 0; turn < 5; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    globalThis.gc?.();
  }
  const runs = [...examples.runs.values()].reduce((sum, count) => sum + count, 0);
  const report: ExampleReport = { heapBytes: process.memoryUsage().heapUsed, runs, wrong };
  process.send?.(report);
});
process.send?.(examples.url);
