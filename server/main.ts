import { fileURLToPath } from "node:url";
import { buildApp } from "./app.js";

const pageFolder = fileURLToPath(new URL("../client/demo/public/build/", import.meta.url));
const host = process.env.HOST ?? "127.0.0.1";
const port = readPort(process.env.PORT ?? "3000");

const app = await buildApp({ logger: { level: process.env.LOG_LEVEL ?? "warn" }, pageFolder });
try {
  await app.listen({ host, port });
} catch (error) {
  const isTaken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  if (!isTaken) throw error;
  fail(`Port ${port} on ${host} is in use. Choose another one: PORT=${port + 1} npm start`);
}
closeOn("SIGINT");
closeOn("SIGTERM");

const address = app.listeningOrigin;
process.stdout.write(
  `wirepact chat is at ${address}: open it in two windows, or in a terminal with\n` +
    `  npm run chat -- --name Ada --url ${address}\n` +
    `A whiteboard to draw on together is at ${address}/whiteboard/\n`,
);

/** Closes the app, and with it the process; whoever asks a second time does not have to wait. */
function closeOn(signal: "SIGINT" | "SIGTERM"): void {
  process.once(signal, async () => {
    process.once(signal, () => process.exit(1));
    await app.close();
    process.exit(0);
  });
}

function readPort(text: string): number {
  const value = Number(text);
  if (text.trim() !== "" && Number.isInteger(value) && value >= 0 && value <= 65_535) return value;
  return fail("PORT has to be a number from 0 to 65535.");
}

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
