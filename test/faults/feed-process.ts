/** A server of the feed that a test may kill: `tsx feed-process.ts <path of Redis's socket> <port>`. Prints its port. */
import { createClient } from "redis";
import { redisReplay } from "wirepact/server";
import { serveFeed } from "./feed.js";

const [socketPath = "", port = "0"] = process.argv.slice(2);
const redis = createClient({ socket: { path: socketPath, tls: false } });
redis.on("error", (error) => process.stderr.write(`${error}\n`));
await redis.connect();
const feed = await serveFeed({}, { port: Number(port), replayStore: redisReplay(redis) });
process.stdout.write(`${feed.port}\n`);
