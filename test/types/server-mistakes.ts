// Mistakes on the server that must not compile, each beside the form that must.
import type { FastifyInstance } from "fastify";
import { type ChannelImplementation, type MiddlewareContext, middleware, WireError } from "wirepact/server";
import { type ChatContext, type ChatHandlers, implementChat } from "../../server/generated/chat.js";
import { sockets } from "../../server/generated/sockets.js";

interface Person {
  readonly user: string;
}
interface Tenancy {
  readonly tenant: string;
}

declare const app: FastifyInstance;
declare const whiteboard: ChannelImplementation<"whiteboard">;

const message = {
  id: "7c9e6679-7425-40de-944b-e07fc1f90ae7",
  conversation: "lobby",
  author: "Ada",
  text: "hi",
  sentAt: "2026-01-01T00:00:00Z",
};

const whole = implementChat({
  connect: ({ auth }) => ({ user: auth.name, since: 1 }),
  join: (input, context) => ({ id: input.conversation, people: [context.session.user], messages: [] }),
  leave(input, context) {
    throw context.error.NotAMember({ conversation: input.conversation });
  },
  async postMessage(input, context) {
    const since: number = context.session.since;
    // @ts-expect-error: the session has what connect returned, and no more
    context.session.nobody;
    // @ts-expect-error: an error that the contract does not declare
    context.error.Nobody();
    // @ts-expect-error: the error's data is checked
    context.error.NotAMember({ room: "lobby" });
    // @ts-expect-error: the input has no such field
    input.sentAt;
    context.emit.messagePosted(message);
    // @ts-expect-error: an event that only clients send
    context.emit.typing({ conversation: "lobby" });
    // @ts-expect-error: the payload is checked
    context.emit.messagePosted({ text: "hi" });
    context.to.conversation({ id: "lobby" }).to.conversation({ id: "hall" }).emit.messagePosted(message);
    // @ts-expect-error: a room's key is checked
    context.to.conversation("lobby");
    // @ts-expect-error: a family of rooms that the contract does not have
    context.to.table({ id: "lobby" });
    const there: boolean = await context.call.confirmPresence({ question: "there?" }, { timeoutMs: since });
    // @ts-expect-error: one client answers with one value, a group with outcomes
    const wrong: boolean = await context.others.call.confirmPresence({ question: "there?" });
    return there || wrong ? message : message;
  },
  typing() {},
});

// @ts-expect-error: a handler is missing
implementChat({ join: whole, leave() {}, typing() {} });
// @ts-expect-error: the reply is checked
const replies: Pick<ChatHandlers<undefined>, "postMessage"> = { postMessage: () => ({ id: 7 }) };
void replies;

await app.register(sockets, { channels: { chat: whole, whiteboard }, pingInterval: 1_000 });
// @ts-expect-error: a channel is missing
await app.register(sockets, { channels: { whiteboard } });
// @ts-expect-error: an option that neither wirepact nor Socket.IO has
await app.register(sockets, { channels: { chat: whole, whiteboard }, pingIntervall: 1 });

app.sockets.chat.all.emit.messagePosted(message);
for (const outcome of await app.sockets.chat.all.call.confirmPresence({ question: "there?" })) {
  if (outcome.status === "answered") outcome.value satisfies boolean;
  // @ts-expect-error: only an answer has a value
  outcome.value;
}

const timing = middleware({
  name: "timing",
  before: () => ({ startedAtMs: performance.now() }),
  after: (context, run) =>
    context.log.info({ member: run.member, ms: performance.now() - context.startedAtMs }),
});
const tenancy = middleware({
  name: "tenancy",
  async before(context: MiddlewareContext<Person>): Promise<Tenancy> {
    if (context.session.user === "") throw new WireError("unauthorized", "Nobody's tenant.");
    return { tenant: context.session.user };
  },
});
const admins = middleware({
  name: "admins",
  before: (context: ChatContext<Person> & Tenancy) => ({ admin: context.tenant === context.auth.name }),
});
middleware({
  name: "careless",
  // @ts-expect-error: nothing is added under a name that the context has
  before: () => ({ session: { user: "me" } }),
  // @ts-expect-error: `before` adds no such thing
  after: (context) => context.tenant,
});

const handlers = {
  connect: ({ auth }) => ({ user: auth.name }),
  join: (input) => ({ id: input.conversation, people: [], messages: [] }),
  typing() {},
} satisfies Pick<ChatHandlers<Person>, "connect" | "join" | "typing">;
implementChat.with(timing).with(tenancy).with(admins, "leave")({
  ...handlers,
  leave(_input, context) {
    if (!context.admin) throw context.error.NotAMember({ conversation: context.tenant });
  },
  postMessage(_input, context) {
    context.startedAtMs satisfies number;
    context.session.user satisfies string;
    // @ts-expect-error: added for another member
    context.admin;
    return message;
  },
});
// @ts-expect-error: it runs where `tenancy` has run
implementChat.with(admins);
// @ts-expect-error: no such call or event
implementChat.with(tenancy, "shout");
implementChat.with(tenancy)({
  ...handlers,
  // @ts-expect-error: the session is not what the middleware asks for
  connect: ({ auth }) => ({ name: auth.name }),
  leave() {},
  postMessage: () => message,
});
const { connect: _connect, ...unconnected } = handlers;
// @ts-expect-error: a session is asked for, and nothing makes one
implementChat.with(tenancy)({ ...unconnected, leave() {}, postMessage: () => message });
await app.register(sockets, { channels: { chat: whole, whiteboard }, use: [timing] });
// @ts-expect-error: not every channel has that session
await app.register(sockets, { channels: { chat: whole, whiteboard }, use: [tenancy] });

await app.register(sockets, {
  channels: { chat: whole, whiteboard },
  onError: ({ place, incident, clientId }) => app.log.warn({ place, incident, clientId: clientId ?? "none" }),
  onUnknown(packet) {
    packet.disconnect(packet.name);
    // @ts-expect-error: a hook is told of the packet and not of what it holds
    packet.payload;
  },
  async onStart({ sockets, signal, log }) {
    if (!signal.aborted) sockets.chat.all.emit.messagePosted(message);
    // @ts-expect-error: no such channel
    log.info(sockets.hall);
  },
});
implementChat({
  // @ts-expect-error: a hook has no answer to change
  onError: (failure) => failure.place,
  join: () => ({ id: "lobby", people: [], messages: [] }),
  leave() {},
  postMessage: () => message,
  typing() {},
});
