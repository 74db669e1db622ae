/** `npm run soak`: see `--help`. */
import { parseArgs } from "node:util";
import { isRedisThere, missingRedis } from "../redis/redis-server.js";
import { printState } from "./print-state.js";
import { runSoak } from "./run-soak.js";

const help = `Lets clients work on two servers and a Redis, through cut connections, restarts and kills.
Prints figures once a minute and at the end; exits 1 when something that docs/delivery.md promises was broken.

  --minutes <number>          for how long; default 10
  --clients <number>          how many; default 200
  --restart-every <seconds>   between two ends of a server, by SIGTERM and by SIGKILL in turn; 0 for none;
                              default 60, or a third of the time where that is shorter, one of each at least`;

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "10" },
    clients: { type: "string", default: "200" },
    "restart-every": { type: "string" },
    help: { type: "boolean", default: false },
  },
});
if (values.help) console.log(help);
else if (!isRedisThere()) {
  console.error(missingRedis);
  process.exitCode = 1;
} else {
  const minutes = readNumber("--minutes", values.minutes);
  const broken = await runSoak({
    minutes,
    clients: readNumber("--clients", values.clients),
    restartSeconds: readNumber("--restart-every", values["restart-every"] ?? `${Math.min(60, minutes * 20)}`),
    report: (state) => console.log(printState(state)),
  });
  console.log(broken.length === 0 ? "Nothing was broken." : `Broken:\n  ${broken.slice(0, 50).join("\n  ")}`);
  process.exitCode = broken.length === 0 ? 0 : 1;
}

function readNumber(name: string, text: string): number {
  const value = Number(text);
  if (text !== "" && Number.isFinite(value) && value >= 0) return value;
  console.error(`\`${name}\` takes a number, of 0 or more; \`npm run soak -- --help\` says what it is.`);
  process.exit(1);
}
