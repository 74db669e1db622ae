/**
 * A server of the till that a test may end: `tsx till-process.ts <path of Redis's socket, or "-"> <port> <options in JSON>`.
 * Prints its port, then each run of a handler before it does anything; SIGTERM closes it.
 */
import { createClient } from "redis";
import { redisAnswers } from "wirepact/server";
import { serveTill } from "./serve-till.js";

/** Milliseconds that a handler takes. */
const handlerMs = 10;

const [socketPath = "-", port = "0", options = "{}"] = process.argv.slice(2);
const redis = createClient({ socket: { path: socketPath, tls: false } });
redis.on("error", (error) => process.stderr.write(`${error}\n`));
if (socketPath !== "-") await redis.connect();

/** Writing to a pipe is synchronous: what was printed is there even when the process is killed. */
function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function run(name: string, order: number): Promise<string> {
  print(`${name} ${order}`);
  // Orders below 0 hold up the whole process, for so many milliseconds.
  if (order < -1) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, -order);
  await new Promise((resolve) => setTimeout(resolve, handlerMs));
  return `${name} ${order}`;
}

const till = await serveTill(
  { charge: ({ order }) => run("charge", order), look: ({ order }) => run("look", order) },
  { port: Number(port), ...JSON.parse(options), ...(socketPath !== "-" && { answers: redisAnswers(redis) }) },
);
process.once("SIGTERM", async () => {
  await till.app.close();
  if (socketPath !== "-") await redis.close();
});
print(`port ${till.port}`);
