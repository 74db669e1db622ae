// Mistakes in a contract that must not compile, each beside the form that must.

import { call, channel, event, room, stream } from "wirepact/contract";
import { z } from "zod";
import * as mini from "zod/mini";

channel("/a", { clientToServer: { ping: call(), say: event(z.string()) } });
channel("/a");
channel("/a", { clientToServer: { say: event(mini.string()) } });

// @ts-expect-error: a path is text
channel(7);
// @ts-expect-error: an option that a channel does not have
channel("/a", { clientToServr: {} });
// @ts-expect-error: a bare schema is neither a call nor an event
channel("/a", { clientToServer: { say: z.string() } });
// @ts-expect-error: a room is no member of a direction
channel("/a", { clientToServer: { say: room(z.string()) } });
// @ts-expect-error: an event is no family of rooms
channel("/a", { rooms: { table: event() } });
// @ts-expect-error: auth is a schema, not a shape
channel("/a", { auth: { name: z.string() } });

call({ input: z.string(), output: z.number(), errors: { Busy: z.void() }, timeoutMs: 5 });
// @ts-expect-error: an option that a call does not have
call({ inptu: z.string() });
// @ts-expect-error: milliseconds are a number
call({ timeoutMs: "5s" });
// @ts-expect-error: an error's data is a schema
call({ errors: { Busy: "busy" } });
// @ts-expect-error: a payload is a schema, not a shape
event({ text: z.string() });
// @ts-expect-error: a family of rooms has a key
room();
room(z.string(), { join: "client", errors: { Full: z.object({ seats: z.int() }) } });
room(z.string(), { presence: z.string() });
// @ts-expect-error: what clients tell of themselves is a schema
room(z.string(), { presence: { name: z.string() } });
// @ts-expect-error: an option that a room does not have
room(z.string(), { joinedBy: "client" });
// @ts-expect-error: the client joins, or the server alone
room(z.string(), { join: "everybody" });
// @ts-expect-error: an error's data is a schema
room(z.string(), { join: "client", errors: { Full: "full" } });

event(z.string(), { volatile: true });
event(undefined, { latest: true });
event(z.object({ share: z.string() }), { latest: "share" });
// @ts-expect-error: one of the two
event(z.string(), { volatile: true, latest: true });
// @ts-expect-error: all others are ordered, without a word
event(z.string(), { volatile: false });
// @ts-expect-error: a field's name, or true
event(z.string(), { latest: 7 });

call({ input: z.string(), limits: { perSecond: 5, burst: 10, maxBytes: 100, maxInFlight: 2 } });
event(z.string(), { limits: { perSecond: 5 } });
event(z.string(), { volatile: true, limits: { maxBytes: 100 } });
event({ args: z.tuple([z.string()]), limits: { perSecond: 5 } });
stream({ item: z.string(), limits: { maxInFlight: 2 } });
// @ts-expect-error: a limit that there is not
call({ limits: { perSecnd: 5 } });
// @ts-expect-error: a limit is a number
call({ limits: { perSecond: "5" } });
// @ts-expect-error: how many at once says nothing without how many a second
event(z.string(), { limits: { burst: 5 } });
// @ts-expect-error: a limit that there is not
stream({ item: z.string(), limits: { rooms: 2 } });

channel("/org/:orgId", { params: z.object({ orgId: z.string() }) });
// @ts-expect-error: parameters are a schema, not a shape
channel("/org/:orgId", { params: { orgId: z.string() } });

channel("/a", {
  clientToServer: {
    log: stream({ item: z.string() }),
    fill: stream({ direction: "upload", input: z.int(), item: mini.string(), result: z.string() }),
    talk: stream({ direction: "both", item: z.string(), clientItem: z.int(), errors: { Busy: z.void() } }),
  },
});
const talk = stream({ direction: "both", item: z.string(), clientItem: z.int() });
talk.serverItem satisfies z.ZodString;
talk.clientItem satisfies z.ZodInt;
stream({ direction: "upload", item: z.int() }).serverItem satisfies undefined;
// @ts-expect-error: a stream has items
stream({ input: z.string() });
// @ts-expect-error: where both send, the client has an item of its own
stream({ direction: "both", item: z.string() });
// @ts-expect-error: the client sends nothing in a download
stream({ item: z.string(), clientItem: z.string() });
// @ts-expect-error: the item of an upload is its `item`
stream({ direction: "upload", item: z.string(), clientItem: z.string() });
// @ts-expect-error: no such direction
stream({ direction: "down", item: z.string() });
// @ts-expect-error: an option that a stream does not have
stream({ item: z.string(), output: z.string() });
// @ts-expect-error: only clients open streams
channel("/a", { serverToClient: { log: stream({ item: z.string() }) } });

channel("/a", {
  roles: ["member", "admin"],
  rooms: { back: room(z.string(), { join: "client", requires: ["member", "admin"] }) },
  clientToServer: {
    clear: call({ requires: "admin" }),
    say: event(z.string(), { volatile: true, requires: "member" }),
    move: event({ args: z.tuple([z.number()]), requires: ["member"] }),
    log: stream({ item: z.string(), requires: "admin" }),
    ping: call(),
  },
});
// @ts-expect-error: a role that the channel does not have
channel("/a", { roles: ["member"], clientToServer: { clear: call({ requires: "admin" }) } });
// @ts-expect-error: one of them is none of the channel's
channel("/a", { roles: ["member"], clientToServer: { clear: call({ requires: ["member", "admin"] }) } });
// @ts-expect-error: an event is no exception
channel("/a", { roles: ["member"], clientToServer: { say: event(z.string(), { requires: "admin" }) } });
const movedByAdmins = event({ args: z.tuple([]), requires: "admin" });
// @ts-expect-error: nor is one with arguments
channel("/a", { roles: ["member"], clientToServer: { moved: movedByAdmins } });
const logOfAdmins = stream({ item: z.string(), requires: "admin" });
// @ts-expect-error: nor is a stream
channel("/a", { roles: ["member"], clientToServer: { log: logOfAdmins } });
// @ts-expect-error: nor is a family of rooms
channel("/a", { roles: ["member"], rooms: { back: room(z.string(), { requires: "admin" }) } });
// @ts-expect-error: a channel without roles requires none
channel("/a", { clientToServer: { clear: call({ requires: "admin" }) } });
// @ts-expect-error: the server needs no role
channel("/a", { roles: ["admin"], serverToClient: { cleared: event(z.string(), { requires: "admin" }) } });
// @ts-expect-error: roles are text
channel("/a", { roles: [1] });
