import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connectChat } from "../../client/generated/chat.js";
import type { ExampleReport } from "./example-process.js";
import { brokenFrame, forgedAnswer, readableFrame } from "./hostile-frames.js";
import { openHostile } from "./hostile-socket.js";

/** Frames in a run; `WIREPACT_HOSTILE_FRAMES` says otherwise. */
const frames = Number(process.env.WIREPACT_HOSTILE_FRAMES ?? 30_000);
const perConnection = 100;
const program = fileURLToPath(new URL("example-process.ts", import.meta.url));
const namespaces = ["/chat", "/whiteboard"];

describe("a server under hostile frames", () => {
  let child: ChildProcess;
  let url = "";

  beforeAll(async () => {
    child = spawn(process.execPath, ["--expose-gc", "--import", "tsx", program], {
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    [url] = await once(child, "message");
  });
  afterAll(async () => {
    child.kill();
    await once(child, "exit");
  });

  async function report(): Promise<ExampleReport> {
    const answer = once(child, "message");
    child.send("report");
    const [told] = await answer;
    return told; // the process sends nothing else
  }

  test("stays up, answers all that ask, runs no handler wrongly, and another client loses nothing", async () => {
    const ada = connectChat(url, { auth: { name: "Ada" } });
    let posted = 0;
    await attack(perConnection * 20);
    const before = await report();
    for (let sent = 0; sent < frames; sent += perConnection * 10) {
      const [, answer] = await Promise.all([
        attack(perConnection * 10),
        ada.call.postMessage({ conversation: "lobby", text: `message ${posted++}` }),
      ]);
      expect(answer.conversation).toBe("lobby");
    }
    expect(ada.state.value.status).toBe("connected");
    ada.close();
    const after = await report();
    expect(after.wrong).toEqual([]);
    expect(after.runs).toBeGreaterThan(before.runs);
    expect(after.heapBytes - before.heapBytes).toBeLessThan(12_000_000);
    expect(child.exitCode).toBeNull();
  }, 120_000);

  /** Sends so many frames over new connections, one after the other, each ended by one that breaks it. */
  async function attack(count: number): Promise<void> {
    for (let sent = 0; sent < count; sent += perConnection) {
      const socket = await openHostile(url, namespaces);
      const asked: Promise<unknown>[] = [];
      for (const answer of sample(forgedAnswer, 10)) socket.send(answer);
      for (const { frame, isAsking } of sample(readableFrame, perConnection - 20)) {
        if (isAsking) asked.push(socket.ask(frame));
        else socket.send(frame);
      }
      await settled(asked, socket.closed);
      for (const frame of sample(brokenFrame, 10)) if (socket.isOpen) socket.send(frame);
      socket.close();
      await socket.closed;
    }
  }

  test("stays up under requests that are none of Engine.IO's", async () => {
    const bodies = [
      "",
      "4",
      "40",
      "\u001e".repeat(1_000),
      "4".repeat(2_000_000),
      "b!!!!",
      "bAAAA",
      "40{\u001e42[",
    ];
    const queries = [
      "",
      "?EIO=4",
      "?EIO=3&transport=polling",
      "?EIO=4&transport=carrier-pigeon",
      "?EIO=4&transport=polling&sid=__proto__",
    ];
    for (const query of queries) {
      for (const method of ["GET", "POST", "PUT", "OPTIONS"]) {
        const response = await fetch(`${url}/socket.io/${query}`, { method });
        expect(response.status, `${method} ${query}`).toBeGreaterThanOrEqual(200);
        await response.arrayBuffer();
      }
    }
    for (const body of [...bodies, ...sample(brokenFrame, 300)]) {
      const hello = await (await fetch(`${url}/socket.io/?EIO=4&transport=polling`)).text();
      const { sid } = JSON.parse(hello.slice(1));
      const target = `${url}/socket.io/?EIO=4&transport=polling&sid=${sid}`;
      const response = await fetch(target, {
        method: "POST",
        body: typeof body === "string" ? body : new Uint8Array(body),
      }).catch(
        // A request that is cut off because it is too long is an answer too.
        () => undefined,
      );
      await response?.arrayBuffer();
    }
    const ada = connectChat(url, { auth: { name: "Ada" } });
    expect(await ada.call.join({ conversation: "lobby" })).toMatchObject({ id: "lobby" });
    ada.close();
    expect((await report()).wrong).toEqual([]);
  }, 60_000);
});

let seed = 1;
function sample<Value>(arbitrary: fc.Arbitrary<Value>, count: number): Value[] {
  return fc.sample(arbitrary, { numRuns: count, seed: seed++ });
}

/** Waits for all answers; throws where the connection ends before. */
async function settled(asked: readonly Promise<unknown>[], closed: Promise<unknown>): Promise<void> {
  const tooEarly = closed.then(() => {
    throw new Error("The connection was closed over frames that Socket.IO takes.");
  });
  // Later it may close as it likes.
  tooEarly.catch(() => undefined);
  await Promise.race([Promise.all(asked), tooEarly]);
}
