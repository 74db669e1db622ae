import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { compile, run, testProject, tsx } from "./docs-project.js";

/** Asks the page's routes while a call is under way and the app closes. */
const probe = `
import Fastify from "fastify";
import { connectOrders } from "./client/generated/orders.js";
import { buildApp } from "./server/app.js";
import { slowCalls } from "./server/slow-calls.js";

let release = () => {};
const held = new Promise<void>((resolve) => { release = resolve; });
const app = await buildApp({
  async take(item) {
    if (item === "slow") await held;
    return item === "unicorn" ? undefined : 1;
  },
});
const url = await app.listen({ port: 0, host: "127.0.0.1" });
const get = async (route: string) => {
  const response = await fetch(url + route, { headers: { connection: "close" } });
  return { status: response.status, body: await response.text() };
};
const client = connectOrders(url);
await client.call.place({ item: "book" });
await client.call.place.safe({ item: "unicorn" });
const { body } = await get("/metrics");
console.log(body.split("\\n").filter((line) => /^wirepact_calls_total/.test(line)).join("\\n"));
console.log(/^process_cpu/m.test(body), (await get("/health")).body, (await get("/ready")).status);

const slow = client.call.place({ item: "slow" });
client.emit.seen();
while (!(await get("/metrics")).body.includes('member="seen",code="ok"} 1')) await new Promise((resolve) => setTimeout(resolve, 5));
const closing = app.close();
while (app.sockets.isReady) await new Promise((resolve) => setTimeout(resolve, 1));
console.log((await get("/ready")).status, (await get("/health")).status, (await get("/metrics")).status);
release();
console.log(await slow);
await closing;
client.close();

const lines: object[] = [];
const { log } = Fastify({ logger: { stream: { write: (line: string) => lines.push(JSON.parse(line)) } } });
const run = slowCalls(log, -1).begin?.({ channel: "orders", member: "place", kind: "call", from: "client" }, { clientId: "x" });
run?.end?.("ok");
console.log(lines.length);
`;

it("compiles and answers as the page says, before the close and during it", async () => {
  const project = await testProject("operations", "docs/operations.md");
  writeFileSync(join(project, "probe.ts"), probe);
  expect(await compile(project)).toBe("");
  const { stdout } = await run(process.execPath, [tsx, "probe.ts"], { cwd: project });
  expect(stdout.split("\n")).toEqual([
    'wirepact_calls_total{channel="orders",member="place",code="ok"} 1',
    'wirepact_calls_total{channel="orders",member="place",code="SoldOut"} 1',
    'true {"alive":true} 200',
    "503 200 200",
    "1",
    "1",
    "",
  ]);
}, 60_000);
