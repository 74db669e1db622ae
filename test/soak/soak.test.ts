import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { isRedisThere } from "../redis/redis-server.js";

const mayRun = isRedisThere() || process.env.CI === "true";
const file = fileURLToPath(new URL("main.ts", import.meta.url));

async function soak(...args: readonly string[]) {
  const child = spawn(process.execPath, ["--import", "tsx", file, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [output, errors, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "exit"),
  ]);
  return { output, errors, code };
}

it.skipIf(!mayRun)(
  "a short soak with a restart and a kill breaks nothing",
  async () => {
    const { output, code } = await soak("--minutes", "0.15", "--clients", "30");
    expect(output).toContain("Nothing was broken.");
    expect(code).toBe(0);
    expect(output).toMatch(/[1-9]\d* connections cut, [1-9]\d* restarts, [1-9]\d* kills/);
    expect(output).toMatch(/idempotent: .*answered [1-9]/);
    expect(output).toMatch(/heard [1-9]/);
    expect(output).toMatch(/complete [1-9]/);
    expect(output).toMatch(/server 0, \d+ s: [\d.]+ MB/);
  },
  240_000,
);

it("a soak says what its options are, and which one it does not understand", async () => {
  const help = await soak("--help");
  expect(help).toMatchObject({ code: 0 });
  expect(help.output).toContain("--minutes <number>");
  const wrong = await soak("--minutes", "long");
  expect(wrong).toMatchObject({ code: 1 });
  expect(wrong.errors).toContain("`--minutes` takes a number");
}, 60_000);
