/**
 * A server of the soak, which ends gracefully at SIGTERM: `tsx soak-process.ts <URL of Redis> <port> <number of its life>`.
 * Prints its port, each run of a handler before it does anything, and once a second how it is.
 */
import { monitorEventLoopDelay } from "node:perf_hooks";
import { serveSoak } from "./serve-soak.js";
import { eventOf, topicCount } from "./soak-channel.js";

/** What a process says of itself once a second. */
export interface Pulse {
  readonly bytes: number;
  /** Of the last second, in milliseconds. */
  readonly delayMs: { readonly p50: number; readonly p99: number };
  readonly openStreams: number;
}

const [url = "", port = "0", life = "0"] = process.argv.slice(2);
/** Writing to a pipe is synchronous: what was printed is there even when the process is killed. */
const print = (line: string) => void process.stdout.write(`${line}\n`);

const server = await serveSoak(url, { port: Number(port), tell: print });
const source = topicCount + Number(life);
let sent = 0;
const sending = setInterval(() => {
  server.sockets.to.topic(String(source % topicCount)).emit.posted(eventOf(source, ++sent));
}, 500);
const delay = monitorEventLoopDelay({ resolution: 10 });
delay.enable();
const telling = setInterval(() => {
  const at = (percent: number) => delay.percentile(percent) / 1e6;
  const pulse: Pulse = {
    bytes: process.memoryUsage.rss(),
    delayMs: { p50: at(50), p99: at(99) },
    openStreams: server.openStreams,
  };
  delay.reset();
  print(`pulse ${JSON.stringify(pulse)}`);
}, 1_000);
process.once("SIGTERM", async () => {
  clearInterval(sending);
  await server.app.close();
  clearInterval(telling);
});
print(`port ${server.port}`);
