import { chatCall, tinyCall } from "../loads/payloads.js";
import type { CallName } from "./handlers.js";
import type { Connect, PeerClient } from "./peer.js";
import { answerParent, type Load, type LoadReport } from "./requests.js";

/** A client's process: opens clients and makes calls as the parent says. */
export function drive(connect: Connect): void {
  let clients: readonly PeerClient[] = [];
  let hear = () => {};
  let heard = Promise.resolve({});
  answerParent({
    async connect({ port, clients: count }) {
      for (const client of clients) client.close();
      clients = await openClients(connect, port, count);
      for (const client of clients) client.onPulse?.(() => hear());
      const [first] = clients;
      if (first !== undefined) await expectAnswers(first);
      return {};
    },
    load: (load) => makeCalls(clients, load),
    listen({ events }) {
      let missing = events * clients.length;
      heard = new Promise((resolve) => {
        hear = () => {
          if (--missing === 0) resolve({});
        };
      });
      return {};
    },
    heard: () => heard,
  });
  process.send?.({ port: 0 });
}

/** A hundred at a time: more would wait in the server's queue of connections. */
async function openClients(connect: Connect, port: number, count: number): Promise<PeerClient[]> {
  const clients: PeerClient[] = [];
  while (clients.length < count) {
    const batch = Math.min(100, count - clients.length);
    clients.push(...(await Promise.all(Array.from({ length: batch }, () => connect(port)))));
  }
  return clients;
}

/** A stack that answers something else, or nothing, is no faster. */
async function expectAnswers(client: PeerClient): Promise<void> {
  const { sum } = await client.tiny({ a: 1, b: 2 });
  const later = await client.tinyLater({ a: 2, b: 3 });
  const { id, seq } = await client.chat(chatCall(1));
  const rows = await client.list({ page: 0 });
  const isRight =
    sum === 3 &&
    later.sum === 5 &&
    id.length === 36 &&
    seq > 0 &&
    rows.length === 100 &&
    rows[99]?.age === 59;
  if (!isRight) throw new Error("The answers are not those of the handlers.");
}

const inputs = {
  tiny: Array.from({ length: 64 }, (_, index) => tinyCall(index)),
  chat: Array.from({ length: 64 }, (_, index) => chatCall(index)),
};

async function makeCalls(clients: readonly PeerClient[], load: Load): Promise<LoadReport> {
  const isSequential = clients.length === 1 && load.inFlight === 1;
  const latenciesUs: number[] = [];
  const start = performance.now();
  const end = start + load.durationMs;
  let calls = 0;
  const loop = async (client: PeerClient, from: number) => {
    for (let index = from; performance.now() < end; index++) {
      const sent = isSequential ? performance.now() : 0;
      await makeCall(client, load.call, index);
      if (isSequential) latenciesUs.push((performance.now() - sent) * 1_000);
      calls++;
    }
  };
  await Promise.all(
    clients.flatMap((client) => Array.from({ length: load.inFlight }, (_, index) => loop(client, index))),
  );
  const seconds = (performance.now() - start) / 1_000;
  const middle = latenciesUs.sort((a, b) => a - b)[Math.floor(latenciesUs.length / 2)];
  return { calls, seconds, ...(middle !== undefined && { medianLatencyUs: middle }) };
}

function makeCall(client: PeerClient, call: CallName, index: number): Promise<unknown> {
  const tiny = inputs.tiny[index % inputs.tiny.length] ?? { a: 0, b: 0 };
  switch (call) {
    case "tiny":
      return client.tiny(tiny);
    case "tinyLater":
      return client.tinyLater(tiny);
    case "chat":
      return client.chat(inputs.chat[index % inputs.chat.length] ?? chatCall(0));
    case "list":
      return client.list({ page: index });
    default:
      return call satisfies never;
  }
}
