import assert from "node:assert/strict";
import { once } from "node:events";
import Fastify from "fastify";
import { connectFeed } from "./client/feed.js";
import { implementFeed } from "./server/feed.js";
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
    said: () => void done.dispatchEvent(new Event("said")),
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
    const said = once(done, "said");
    await new Promise((resolve) => setTimeout(resolve, 200));
    client.emit.said("done");
    await said;
    assert.deepEqual(read.map(String).sort(), ["a 3", "b 3", "beat", "false"]);

    const heard: unknown[] = [];
    client.on.priced(({ share, cents }) => heard.push(`${share} ${cents}`));
    client.on.turned((on) => heard.push(on));
    client.on.said((text) => heard.push(text));
    const { all } = app.sockets.feed;
    for (const cents of [1, 2, 3]) {
      all.emit.said(`in the way ${cents}`);
      all.emit.priced({ share: "a", cents });
      all.emit.priced({ share: "b", cents });
      all.emit.turned(cents === 3);
      all.emit.pointed({ x: cents });
    }
    all.emit.said("done");
    while (heard.at(-1) !== "done") await client.on.said.once();
    // Everything but the first of all had to wait.
    assert.deepEqual(heard, [
      "in the way 1",
      "a 3",
      "b 3",
      true,
      "in the way 2",
      "in the way 3",
      "done",
    ]);
  } finally {
    client.close();
    await app.close();
  }
}
