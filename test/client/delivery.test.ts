import type { Socket } from "socket.io";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  type ChannelClient,
  type ConnectOptions,
  connectChannel,
  type Emit,
  latestEvent,
  outgoingEvent,
  type SystemFailure,
  volatileEvent,
  WireError,
} from "wirepact/client";
import { z } from "zod";
import { zodCheck } from "./lobby.js";
import { type PlainServer, startPlainServer, waitOptions } from "./plain-server.js";

interface Client extends ChannelClient<SystemFailure> {
  readonly emit: {
    readonly pointed: Emit<number>;
    readonly priced: Emit<{ share: string; cents: number }>;
    readonly turned: Emit<boolean>;
    readonly said: Emit<string>;
  };
}

let server: PlainServer;
/** What has come in, in order. */
let heard: unknown[][];
const clients: Client[] = [];
const connect = (options: ConnectOptions): Client => {
  const client = connectChannel<Client>(
    {
      name: "lobby",
      path: "/lobby",
      fingerprint: "f1",
      emit: {
        pointed: volatileEvent(zodCheck(z.number())),
        priced: latestEvent({
          payload: zodCheck(z.object({ share: z.string(), cents: z.number() })),
          latest: "share",
        }),
        turned: latestEvent({ payload: zodCheck(z.boolean()), latest: true }),
        said: outgoingEvent(zodCheck(z.string())),
      },
    },
    server.url,
    { reconnectionDelayMs: 10, reconnectionDelayMaxMs: 50, ...options },
  );
  clients.push(client);
  return client;
};

beforeEach(async () => {
  heard = [];
  server = await startPlainServer();
  server.io.of("/lobby").on("connection", (socket) => socket.onAny((...values) => heard.push(values)));
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await server.close();
});

describe.each(["polling", "websocket"] as const)("over %s", (transport) => {
  const transports = [transport];

  it("what is volatile is dropped before there is a connection, and leaves when there is one", async () => {
    const client = connect({ transports });
    client.emit.pointed(1);
    await client.whenConnected();
    await vi.waitFor(() => {
      client.emit.pointed(2);
      expect(heard).not.toEqual([]);
    }, waitOptions);
    expect(heard[0]).toEqual(["pointed", 2]);
  });

  it("the newest of each key waits for the connection, in the order of the first", async () => {
    const client = connect({ transports });
    for (const cents of [1, 2, 3]) {
      client.emit.priced({ share: "a", cents });
      client.emit.priced({ share: "b", cents });
      client.emit.turned(cents < 3);
    }
    await vi.waitFor(() => expect(heard).toHaveLength(3), waitOptions);
    expect(heard.filter(([name]) => name === "priced")).toEqual([
      ["priced", { share: "a", cents: 3 }],
      ["priced", { share: "b", cents: 3 }],
    ]);
    expect(heard).toContainEqual(["turned", false]);
  });

  it("the newest waits for the next connection when one is lost", async () => {
    const client = connect({ transports });
    const socket = await server.socket();
    await client.whenConnected();
    const lost = new Promise<void>((resolve) => client.state.subscribe(() => resolve()));
    socket.conn.close();
    await lost;
    for (const cents of [1, 2, 3]) client.emit.priced({ share: "a", cents });
    await vi.waitFor(() => expect(heard).toEqual([["priced", { share: "a", cents: 3 }]]), waitOptions);
  });

  it("a payload that breaks the contract throws even where it would be dropped or held", () => {
    const client = connect({ transports });
    expect(() => client.emit.pointed("1" as never)).toThrow(WireError);
    expect(() => client.emit.priced({ share: "a" } as never)).toThrow(WireError);
  });

  it("on a client that is closed the latest throws like any event, and what was held is gone", async () => {
    const client = connect({ transports });
    client.emit.priced({ share: "a", cents: 1 });
    client.close();
    expect(() => client.emit.priced({ share: "a", cents: 2 })).toThrow(
      expect.objectContaining({ code: "disconnected" }),
    );
    client.connect();
    client.emit.said("again");
    await vi.waitFor(() => expect(heard).toEqual([["said", "again"]]), waitOptions);
  });
});

it("of many in one turn over polling the newest is sent once the first request is through", async () => {
  const client = connect({ transports: ["polling"] });
  await client.whenConnected();
  for (let cents = 1; cents <= 100; cents++) client.emit.priced({ share: "a", cents });
  client.emit.said("done");
  await vi.waitFor(() => expect(heard.at(-1)).toEqual(["priced", { share: "a", cents: 100 }]), waitOptions);
  expect(heard.length).toBeLessThan(5);
  expect(heard).toContainEqual(["said", "done"]);
});

it("to a server that stops reading over WebSocket the newest is sent once it reads again", async () => {
  const client = connect({ transports: ["websocket"] });
  const { conn } = await server.socket();
  await client.whenConnected();
  const stream = streamOf(conn);
  stream.pause();
  const before = "x".repeat(500_000);
  for (let round = 0; round < 40; round++) {
    client.emit.said(before);
    await new Promise((resolve) => setImmediate(resolve));
  }
  for (let cents = 1; cents <= 5_000; cents++) {
    client.emit.priced({ share: "a", cents });
    client.emit.pointed(cents);
  }
  stream.resume();
  await vi.waitFor(() => expect(heard.at(-1)).toEqual(["priced", { share: "a", cents: 5_000 }]), waitOptions);
  expect(heard.filter(([name]) => name === "said")).toHaveLength(40);
  expect(heard.filter(([name]) => name === "pointed")).toEqual([]);
  expect(heard.filter(([name]) => name === "priced").length).toBeLessThan(5);
});

/** The TCP stream below a WebSocket of the server's. */
function streamOf(conn: Socket["conn"]): { pause(): void; resume(): void } {
  const { socket } = conn.transport as unknown as { readonly socket: { pause(): void; resume(): void } };
  return socket;
}
