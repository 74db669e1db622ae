import type { FastifyInstance } from "fastify";
import { type DeskClient, connectDesk } from "./client/desk.js";
import { type DeskHandlers, implementDesk } from "./server/desk.js";
import { sockets } from "./server/sockets.js";

/** What must not compile. Each mistake has the compiler's word for it; none of this ever runs. */
export async function mistakes(
  app: FastifyInstance,
  client: DeskClient,
  handlers: DeskHandlers<undefined>,
): Promise<void> {
  // @ts-expect-error: a handler is missing
  implementDesk({ ...handlers, closeAll: undefined });
  // @ts-expect-error: no such member
  implementDesk({ ...handlers, close: () => {} });
  // @ts-expect-error: the output is an object
  implementDesk({ ...handlers, openTicket: () => 7 });
  // @ts-expect-error: an event has no errors
  implementDesk({ ...handlers, wave: (context) => context.error });
  // @ts-expect-error: a channel is missing
  await app.register(sockets, { channels: {} });
  // @ts-expect-error: no such event
  app.sockets.desk.all.emit.ticketClosed();
  // @ts-expect-error: a field is missing
  app.sockets.desk.all.emit.ticketOpened({ ticket: 7 });
  // @ts-expect-error: the channel has no rooms
  app.sockets.desk.to.team("red");
  // @ts-expect-error: an input is missing
  await client.call.openTicketFor();
  // @ts-expect-error: nothing is taken
  await client.call.countOpen({ of: "all" });
  // @ts-expect-error: exactOptionalPropertyTypes or not, a priority is a number
  await client.call.openTicket({ subject: "Lamp", priority: "high" });
  // @ts-expect-error: the server's events are not the client's to send
  client.emit.ticketOpened({ ticket: 7, subject: "Lamp" });
  // @ts-expect-error: the payload has no such field
  client.on.ticketOpened(({ customer }) => customer);
  // @ts-expect-error: the answer is an object
  client.handle.rate(() => 5);
  const result = await client.call.openTicket.safe({ subject: "Lamp" });
  // @ts-expect-error: the value is there only when the call succeeded
  result.value.ticket;
  // @ts-expect-error: no such code
  if (!result.ok && result.error.code === "Open") return;
  // @ts-expect-error: no auth is asked for
  connectDesk("/", { auth: { token: "t" } });
}
