import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { io as connectIo, type Socket } from "socket.io-client";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { connectHall } from "../rooms/hall.js";
import { answerWith, recordEvents } from "../server/start-arena.js";

const patience = { timeout: 15_000, interval: 20 };
const red = { id: "red", size: 1 };
const heard = (text: string) => ["heard", { text }];

interface Program {
  readonly child: ChildProcess;
  readonly port: number;
  readonly output: () => string;
  readonly errors: () => string;
}

function spawnProgram(...args: readonly string[]): Omit<Program, "port"> {
  const file = fileURLToPath(new URL("cluster-program.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", file, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [output, errors] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    errors += chunk.toString();
  });
  return { child, output: () => output, errors: () => errors };
}

async function startProgram(): Promise<Program> {
  const program = spawnProgram();
  const port = () => /port (\d+)/.exec(program.output())?.[1];
  await vi.waitFor(() => expect(port(), program.errors()).toBeDefined(), { timeout: 30_000, interval: 50 });
  return { ...program, port: Number(port()) };
}

/** A client, connected, until the test ends; a connection that gets no answer is tried again. */
async function enter(port: number, name: string, transports: string[]): Promise<Socket> {
  const socket = connectIo(`http://127.0.0.1:${port}/arena`, {
    forceNew: true,
    transports,
    timeout: 3_000,
    reconnectionDelay: 50,
    reconnectionDelayMax: 200,
    auth: { name },
  });
  onTestFinished(() => {
    socket.close();
  });
  await vi.waitFor(() => expect(socket.connected).toBe(true), patience);
  return socket;
}

/** The worker that a client is connected to. */
const pidOf = async (socket: Socket) => Number((await socket.timeout(5_000).emitWithAck("greet", "x")).value);

/** Clients over both transports, until both workers have two. */
async function crowd(port: number): Promise<readonly { readonly socket: Socket; readonly pid: number }[]> {
  const clients: { socket: Socket; pid: number }[] = [];
  const perWorker = () =>
    [...new Set(clients.map(({ pid }) => pid))].map(
      (pid) => clients.filter((each) => each.pid === pid).length,
    );
  while (clients.length < 4 || Math.min(...perWorker()) < 2 || perWorker().length < 2) {
    const transports = clients.length % 2 ? ["polling"] : ["websocket"];
    const socket = await enter(port, `client ${clients.length}`, transports);
    clients.push({ socket, pid: await pidOf(socket) });
    if (clients.length > 12) throw new Error(`one worker gets all: ${perWorker()}`);
  }
  return clients;
}

describe("an app that two workers serve", () => {
  let program: Program;
  beforeAll(async () => {
    program = await startProgram();
  }, 40_000);
  afterAll(() => void program.child.kill("SIGKILL"));

  it("has one set of rooms, over polling and WebSocket, and one worker to each client", async () => {
    const clients = await crowd(program.port);
    for (const { socket } of clients) await socket.emitWithAck("join", red);
    const events = clients.map(({ socket }) => recordEvents(socket));
    for (const [index, { socket }] of clients.entries()) socket.emit("shout", { text: `${index}` });
    const all = clients.map((_, index) => heard(`${index}`));
    for (const [index, own] of events.entries()) {
      await vi.waitFor(() => expect(own).toHaveLength(clients.length + 1), patience);
      expect(own).toEqual(expect.arrayContaining([...all, heard(`${index} was said`)]));
    }
    // Each poll of a client has come to the same worker.
    for (const { socket, pid } of clients) expect(await pidOf(socket)).toBe(pid);
  }, 40_000);

  it("takes requests of other routes, with bodies of many packets", async () => {
    const url = `http://127.0.0.1:${program.port}`;
    const pids = new Set<string>();
    for (let n = 0; n < 10; n++) pids.add(await (await fetch(`${url}/pid`)).text());
    expect(pids.size).toBeGreaterThanOrEqual(1);
    const body = JSON.stringify("x".repeat(500_000));
    const headers = { "content-type": "application/json" };
    const response = await fetch(`${url}/length`, { method: "POST", body, headers });
    expect(await response.text()).toBe(String(body.length));
  });

  it("goes on when a worker is killed, and has another one in its place", async () => {
    const clients = await crowd(program.port);
    for (const { socket } of clients) answerWith(socket, "confirm", { ok: true, value: true });
    const [first] = clients;
    const survivor = clients.find(({ pid }) => pid !== first?.pid);
    if (first === undefined || survivor === undefined) throw new Error("there are two workers");
    process.kill(first.pid, "SIGKILL");
    // Its clients come back by themselves, to whoever is there.
    await vi.waitFor(() => expect(first.socket.connected).toBe(false), patience);
    await vi.waitFor(() => expect(clients.every(({ socket }) => socket.connected)).toBe(true), patience);
    await vi.waitFor(
      async () => {
        const fresh = await enter(program.port, "fresh", ["websocket"]);
        const pid = await pidOf(fresh);
        expect([first.pid, survivor.pid]).not.toContain(pid);
        // A worker starts as slowly as any program does on a busy machine.
      },
      { timeout: 40_000, interval: 100 },
    );
    for (const { socket } of clients) await socket.emitWithAck("join", { id: "again", size: 1 });
    expect(program.errors()).toContain("a worker ended and is started anew");
    const events = recordEvents(survivor.socket);
    first.socket.emit("wave");
    await vi.waitFor(() => expect(events).toContainEqual(["waved"]), patience);
  }, 90_000);

  it("shows who is present on all workers", async () => {
    const names = ["Ada", "Ben", "Cid", "Dan"];
    const tables = names.map((name) => {
      const client = connectHall(`http://127.0.0.1:${program.port}`, {
        auth: { name },
        transports: ["websocket"],
      });
      onTestFinished(() => client.close());
      return client.rooms.table({ floor: 1, name: "oak" });
    });
    for (const table of tables) {
      await table.join();
      await table.setPresence({ mood: "calm" });
    }
    for (const table of tables) {
      const present = () => table.presence.value.map(({ id }) => id).sort();
      await vi.waitFor(() => expect(present()).toEqual(names), patience);
    }
  }, 30_000);

  it("ends on SIGTERM when every worker has closed its app", async () => {
    const socket = await enter(program.port, "last", ["websocket"]);
    socket.io.reconnection(false);
    const exited = once(program.child, "exit");
    program.child.kill("SIGTERM");
    expect(await exited).toEqual([0, null]);
    expect(program.output().match(/closed/g)).toHaveLength(2);
    await vi.waitFor(() => expect(socket.connected).toBe(false), patience);
  }, 30_000);
});

it("an app whose workers cannot start is an error of the program's", async () => {
  const program = spawnProgram("fails");
  const [code] = await once(program.child, "exit");
  expect(code).toBe(1);
  expect(program.errors()).toContain("this worker cannot start");
  expect(program.errors()).toContain("WP_WORKER_ENDED");
}, 40_000);
