import assert from "node:assert/strict";
import Fastify from "fastify";
import { connectLibrary } from "./client/library.js";
import { Isbn } from "./contract/library.js";
import { implementLibrary } from "./server/library.js";
import { sockets } from "./server/sockets.js";

const first = new Isbn("9780131103627");
const second = new Isbn("9780262510875");

/** Sends instances of a class through the author's codec: in calls, replies and events, in both directions. */
export async function use(): Promise<void> {
  const library = implementLibrary({
    async lend({ book, until }, context) {
      assert.ok(book instanceof Isbn);
      context.emit.returned(second);
      const confirmed = await context.call.confirm(book);
      assert.ok(confirmed instanceof Isbn);
      return { books: new Map([["lent", confirmed]]), since: until };
    },
    ask: (books) => books.every((book) => book instanceof Isbn),
  });
  const app = Fastify();
  await app.register(sockets, { channels: { library } });
  const client = connectLibrary(await app.listen({ port: 0, host: "127.0.0.1" }));
  const returned: unknown[] = [];
  client.on.returned((book) => void returned.push(book));
  client.handle.confirm((book) => {
    assert.ok(book instanceof Isbn);
    return new Isbn([...book.digits].reverse().join(""));
  });
  try {
    const until = new Date(5);
    const shelf = await client.call.lend({ book: first, until });
    const lent = new Isbn([...first.digits].reverse().join(""));
    assert.deepEqual(shelf, { books: new Map([["lent", lent]]), since: until });
    assert.ok(shelf.books.get("lent") instanceof Isbn);
    assert.deepEqual(returned, [second]);
    assert.ok(returned[0] instanceof Isbn);

    assert.equal(await client.call.ask([first, second]), true);
    const refused = await client.call.ask.safe([first, new Isbn("12")]);
    assert.deepEqual(refused.ok ? [] : refused.error.issues?.map(({ code, path }) => [code, path]), [
      ["invalid_format", [1]],
    ]);
  } finally {
    client.close();
    await app.close();
  }
}
