import assert from "node:assert/strict";
import { once } from "node:events";
import Fastify from "fastify";
import { connectFeed } from "./client/feed.js";
import { type FeedEvents, implementFeed } from "./server/feed.js";
import { sockets } from "./server/sockets.js";

/** Sends more than can leave at once, both ways. */
export async function use(): Promise<void> {
  const read: unknown[] = [];
  const done = new EventTarget();
  const feed = implementFeed({
    pointed: ({ x }) => void read.push(x),
    wished: ({ share, cents }) => void read.push(`${share} ${cents}`),
    turned: (on) => void read.push(on),
    beat: () => void read.push("beat"),
    said(text, context) {
      done.dispatchEvent(new Event("said"));
      if (text === "your turn") sendTooMuch(context.emit);
    },
  });
  const app = Fastify();
  await app.register(sockets, { channels: { feed } });
  const client = connectFeed(await app.listen({ port: 0, host: "127.0.0.1" }));
  try {
    client.emit.pointed({ x: 1 });
    for (const cents of [1, 2, 3]) {
      client.emit.wished({ share: "a", cents });
      client.emit.wished({ share: "b", cents });
      client.emit.turned(cents < 3);
      client.emit.beat();
    }
    await client.whenConnected();
    while (read.length < 4) await new Promise((resolve) => setTimeout(resolve, 5));
    const said = once(done, "said");
    client.emit.said("done");
    await said;
    assert.deepEqual(read.map(String).sort(), ["a 3", "b 3", "beat", "false"]);

    // Everything but the first of all has to wait.
    const waited = ["in the way 1", "a 3", "b 3", true, "in the way 2", "in the way 3", "done"];
    const heard: unknown[] = [];
    client.on.priced(({ share, cents }) => heard.push(`${share} ${cents}`));
    client.on.turned((on) => heard.push(on));
    client.on.said((text) => heard.push(text));
    for (const start of [() => sendTooMuch(app.sockets.feed.all.emit), () => client.emit.said("your turn")]) {
      heard.length = 0;
      start();
      while (heard.at(-1) !== "done") await client.on.said.once();
      assert.deepEqual(heard, waited);
    }
  } finally {
    client.close();
    await app.close();
  }
}

function sendTooMuch(emit: FeedEvents): void {
  for (const cents of [1, 2, 3]) {
    emit.said(`in the way ${cents}`);
    emit.priced({ share: "a", cents });
    emit.priced({ share: "b", cents });
    emit.turned(cents === 3);
    emit.pointed({ x: cents });
  }
  emit.said("done");
}
