import assert from "node:assert/strict";
import Fastify from "fastify";
import { WireError } from "wirepact/client";
import { type MiddlewareContext, middleware } from "wirepact/server";
import { connectDesk } from "./client/desk.js";
import { implementDesk } from "./server/desk.js";
import { sockets } from "./server/sockets.js";

/** Calls and emits every member of the channel, in both directions. */
export async function use(): Promise<void> {
  const heard: string[] = [];
  const counter = middleware({
    name: "counter",
    before: (context: MiddlewareContext<{ readonly clientId: string }>) => ({ counter: context.session.clientId.length }),
  });
  const desk = implementDesk.with(counter, "give-up")({
    connect: ({ id }) => ({ clientId: id }),
    openTicket(input, context) {
      if (input.priority === 3) throw context.error.Closed({ opensAt: "2030-01-01T08:00:00Z" });
      if (input.priority === 2) throw context.error.Banned();
      context.emit.ticketOpened({ ticket: 7, subject: input.subject });
      context.all.emit.lightsOut();
      return { ticket: 7 };
    },
    openTicketFor: async ({ customer }) => customer.length,
    async countOpen(context) {
      const clientId: string = context.session.clientId;
      assert.equal(clientId, context.id);
      const { stars } = await context.call.rate({ ticket: 7 });
      await context.call.ping();
      return stars + (await context.call.locale()).length;
    },
    async closeAll(context) {
      const outcomes = await context.all.call.rate({ ticket: 8 });
      heard.push(...outcomes.map(({ status }) => status));
    },
    remind({ ticket }) {
      heard.push(`remind ${ticket}`);
    },
    wave(context) {
      heard.push(`wave ${context.id === context.session.clientId}`);
    },
    type({ draft }) {
      heard.push(`type ${draft}`);
    },
    rename(name) {
      heard.push(`rename ${name.toUpperCase()}`);
    },
    new: () => void heard.push("new"),
    "give-up": (context) => void heard.push(`give up ${context.counter}`),
  });
  const app = Fastify();
  await app.register(sockets, { channels: { desk } });
  const client = connectDesk(await app.listen({ port: 0, host: "127.0.0.1" }));
  try {
    const opened = client.on.ticketOpened.once();
    const dark = client.on.lightsOut.once();
    client.on.ticketOpened.gap(({ reason }) => heard.push(reason));
    assert.deepEqual(await client.call.openTicket({ subject: "Lamp" }), { ticket: 7 });
    assert.deepEqual(await opened, { ticket: 7, subject: "Lamp" });
    await dark;

    const closed = await client.call.openTicket.safe({ subject: "Lamp", priority: 3 });
    assert.ok(!closed.ok && closed.error.code === "Closed");
    assert.equal(closed.error.data.opensAt, "2030-01-01T08:00:00Z");
    const banned = await client.call.openTicket.safe({ subject: "Lamp", priority: 2 });
    assert.ok(!banned.ok && banned.error.code === "Banned");
    const refused = await client.call.openTicket.safe({ subject: "" });
    assert.ok(!refused.ok && refused.error.code === "bad_input");
    assert.deepEqual(refused.error.issues?.[0]?.path, ["subject"]);

    client.handle.rate(({ ticket }, { error }) => {
      if (ticket === 8) throw error.Declined();
      return { stars: 5 };
    });
    client.handle.ping(() => undefined);
    client.handle.locale(() => "en");
    assert.equal(await client.call.countOpen(), 7);
    await client.call.closeAll();
    client.emit.wave();
    client.emit.type({ ticket: 7, draft: "Hel" });
    client.emit.rename("ada");
    client.emit["give-up"]();
    await client.call.new();
    await client.call.remind({ ticket: 7 });
    assert.deepEqual(heard, ["failed", "wave true", "type Hel", "rename ADA", "give up 20", "new", "remind 7"]);
    assert.equal(await client.call.openTicketFor({ customer: "Ada", subject: "x" }), 3);
    assert.throws(() => client.emit.rename(7 as never), WireError);
  } finally {
    client.close();
    await app.close();
  }
}
