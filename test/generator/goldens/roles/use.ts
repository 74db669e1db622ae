import assert from "node:assert/strict";
import Fastify from "fastify";
import { connectOffice } from "./client/office.js";
import { implementOffice, type OfficeRole } from "./server/office.js";
import { sockets } from "./server/sockets.js";

/** Comes in as staff, is promoted, and suspended. */
export async function use(): Promise<void> {
  const done: string[] = [];
  const office = implementOffice({
    connect({ auth, until, refuse }) {
      if (auth.badge === "none") throw refuse.Suspended({ until: new Date(0) });
      const roles = auth.badge.split(",") as OfficeRole[];
      return until(Date.now() + 60_000, { roles });
    },
    roles: (session) => session.roles,
    rooms: { archive: { mayJoin: () => true } },
    whoAmI: (context) => [...context.roles],
    dismiss: ({ name }) => void done.push(name),
    stamp: ({ page }, { session }) => void done.push(`${page} by ${session.roles}`),
    nudge: (name, times) => void done.push(`${name} ${times}`),
    knock: () => {},
    async *books() {
      yield "a";
    },
  });
  const app = Fastify();
  await app.register(sockets, { channels: { office } });
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  const ada = connectOffice(url, { auth: { badge: "staff" } });
  try {
    assert.deepEqual(await ada.call.whoAmI(), ["staff"]);
    await assert.rejects(ada.call.dismiss({ name: "Ben" }), { code: "unauthorized" });
    await assert.rejects(ada.rooms.archive("1999").join(), { code: "unauthorized" });
    ada.emit.nudge("Ben", 2);

    const refused = await ada.reauthenticate.safe({ badge: "none" });
    assert.ok(!refused.ok && refused.error.code === "Suspended");
    assert.deepEqual(refused.error.data.until, new Date(0));
    assert.deepEqual(await ada.call.whoAmI(), ["staff"]);

    await ada.reauthenticate({ badge: "auditor,head" }, { timeoutMs: 5_000 });
    await ada.call.dismiss({ name: "Ben" });
    await ada.rooms.archive("1999").join();
    ada.emit.stamp({ page: 3 });
    const books: string[] = [];
    for await (const book of ada.stream.books()) books.push(book);
    assert.deepEqual(books, ["a"]);
    assert.deepEqual(done, ["Ben 2", "Ben", "3 by auditor,head"]);
  } finally {
    ada.close();
    await app.close();
  }
}
