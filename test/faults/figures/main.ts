/**
 * The figures of docs/failures.md: `npm run faults -- [cuts | kills | flood] [calls]`. Counts what becomes of calls, through wirepact and
 * through plain Socket.IO, when their connection is cut every 200 ms, when their server is killed three times, and when one client makes
 * thousands at once.
 */
import { startRedis } from "../../redis/redis-server.js";
import { type Runs, type RunTillOptions, runTill } from "../run-till.js";
import { serveBalancer } from "../serve-balancer.js";
import { type Subject, subjects } from "./callers.js";
import { floodSocketIo, floodWirepact } from "./flood.js";
import { callAll, type Tally, tally } from "./tally.js";

const [only, calls = "10000"] = process.argv.slice(2);
const count = Number(calls);
const redis = await startRedis();

const programOf = ({ isPlain, call }: Subject): RunTillOptions => ({
  program: isPlain ? "plain-till-process.ts" : "till-process.ts",
  // Socket.IO has none, and ten calls at a time are above them.
  limits: { perSecond: false },
  // Where answers have to outlive a process.
  ...(call === "charge" && { redisPath: redis.socketPath }),
});

async function throughCuts(subject: Subject): Promise<Tally> {
  const runs: Runs = new Map();
  const till = await runTill(runs, programOf(subject));
  const proxy = await serveBalancer([till.port]);
  const caller = subject.connect(proxy.url);
  const cutting = setInterval(() => proxy.cut(1), 200);
  const endings = await callAll(caller, count, () => {
    if (proxy.cuts >= 5) clearInterval(cutting);
    return proxy.cuts >= 5;
  });
  caller.close();
  await till.end("SIGTERM");
  await proxy.close();
  return tally(endings, runs, subject);
}

async function throughKills(subject: Subject): Promise<Tally> {
  const runs: Runs = new Map();
  let till = await runTill(runs, programOf(subject));
  const { port } = till;
  let kills = 0;
  const caller = subject.connect(`http://127.0.0.1:${port}`);
  const ended = callAll(caller, count, () => kills === 3);
  for (; kills < 3; kills++) {
    const before = runs.size;
    while (runs.size < before + 100) await new Promise((resolve) => setTimeout(resolve, 5));
    await till.end("SIGKILL");
    till = await runTill(runs, { ...programOf(subject), port });
  }
  const endings = await ended;
  caller.close();
  await till.end("SIGTERM");
  return tally(endings, runs, subject);
}

const faults = { cuts: throughCuts, kills: throughKills };
for (const [name, through] of Object.entries(faults)) {
  if (only !== undefined && only !== name) continue;
  console.log(
    `\n${name}\n| | calls | answered | did not run | may have run | failed, of which ran | hang | run twice | untrue |`,
  );
  console.log("|---|---|---|---|---|---|---|---|---|");
  for (const subject of subjects) {
    const { calls: made, ...came } = await through(subject);
    const failed = came.failed === 0 ? "0" : `${came.failed}, ${came.failedAndRan}`;
    const cells = [made, came.answered, came["did not run"], came["may have run"], failed, came.hang];
    console.log(`| ${[subject.name, ...cells, came.runTwice, came.untrue].join(" | ")} |`);
  }
}
await redis.stop();
if (only === undefined || only === "flood") {
  for (const [atOnce, handlerMs] of [
    [5_000, 0],
    [3_000, 1_000],
  ] as const) {
    console.log(`\n${atOnce} calls at once, whose handler takes ${handlerMs} ms`);
    for (const flood of [floodWirepact, floodSocketIo]) {
      const { name, answered, refused, mostUnderWay } = await flood(atOnce, handlerMs);
      console.log(
        `${name}: ${answered} answered, refused ${JSON.stringify(refused)}, ${mostUnderWay} under way`,
      );
    }
  }
}
