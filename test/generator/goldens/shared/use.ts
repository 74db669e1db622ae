import assert from "node:assert/strict";
import Fastify from "fastify";
import { connectPhoneDirectory } from "./client/phone-directory.js";
import { connectPhoneLine } from "./client/phone-line.js";
import type { Person } from "./client/schemas.js";
import { implementPhoneDirectory } from "./server/phone-directory.js";
import { implementPhoneLine } from "./server/phone-line.js";
import { sockets } from "./server/sockets.js";

/** Uses two channels that share a schema, over one connection. */
export async function use(): Promise<void> {
  const app = Fastify();
  const phoneDirectory = implementPhoneDirectory({ find: ({ name }) => [{ name, age: 36 }] });
  const phoneLine = implementPhoneLine({
    dial(input, context) {
      if (input.to.name === "Ben") throw context.error.Engaged(input.to);
      context.others.emit.ringing(input);
      return { startedAt: "2030-01-01T00:00:00Z" };
    },
    promise: () => {},
  });
  await app.register(sockets, { channels: { phoneDirectory, phoneLine } });
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  const directory = connectPhoneDirectory(url);
  const [ada = { name: "" }]: Person[] = await directory.call.find({ name: "Ada" });
  const phone = connectPhoneLine(url, { auth: { person: ada } });
  try {
    const session = await phone.call.dial({ from: ada, to: { name: "Carl" } });
    assert.equal(session.startedAt, "2030-01-01T00:00:00Z");
    const engaged = await phone.call.dial.safe({ from: ada, to: { name: "Ben" } });
    assert.ok(!engaged.ok && engaged.error.code === "Engaged");
    assert.equal(engaged.error.data.name, "Ben");
    await phone.call.promise({ by: "2030-01-01" });
    phone.handle.answer(() => session);
    const [outcome] = await app.sockets.phoneLine.all.call.answer();
    assert.ok(outcome?.status === "answered");
    assert.equal(outcome.value.startedAt, session.startedAt);
    const added = directory.on.added.once();
    app.sockets.phoneDirectory.all.emit.added(ada);
    assert.deepEqual(await added, ada);
  } finally {
    directory.close();
    phone.close();
    await app.close();
  }
}
