import Fastify from "fastify";
import { describe, expect, onTestFinished, test } from "vitest";
import { middleware, socketsPlugin } from "wirepact/server";
import { arenaDefinition } from "./arena.js";

const handler = () => undefined;
const whole = Object.fromEntries(Object.keys(arenaDefinition.clientToServer).map((name) => [name, handler]));
const log = middleware({ name: "log" });
const { add: _add, ...withoutAdd } = whole;

describe("registering without the compiler's word is refused by name", () => {
  test.each<[string, object | undefined, string, string]>([
    ["no channels", undefined, "WP_MISSING_CHANNEL", "`arena`"],
    ["a channel missing", {}, "WP_MISSING_CHANNEL", "`arena`"],
    [
      "a channel too much",
      { arena: { channel: "arena", handlers: whole }, hall: { channel: "hall", handlers: {} } },
      "WP_UNKNOWN_CHANNEL",
      "`channels.hall`",
    ],
    [
      "another channel's handlers",
      { arena: { channel: "hall", handlers: whole } },
      "WP_WRONG_CHANNEL",
      "`hall`",
    ],
    [
      "handlers that no implement function has seen",
      { arena: whole },
      "WP_WRONG_CHANNEL",
      "`channels.arena` holds handlers as they are. Pass what the implement function of `arena` returns.",
    ],
    [
      "a handler missing",
      { arena: { channel: "arena", handlers: withoutAdd } },
      "WP_MISSING_HANDLER",
      "`arena.add`",
    ],
    [
      "a handler too much",
      { arena: { channel: "arena", handlers: { ...whole, subtract: handler } } },
      "WP_UNKNOWN_HANDLER",
      "`arena.subtract`",
    ],
    [
      "a handler that is no function",
      { arena: { channel: "arena", handlers: { ...whole, add: 7 } } },
      "WP_HANDLER_NOT_A_FUNCTION",
      "`arena.add`",
    ],
    [
      "a life-cycle handler that is no function",
      { arena: { channel: "arena", handlers: { ...whole, connect: {} } } },
      "WP_HANDLER_NOT_A_FUNCTION",
      "`arena.connect`",
    ],
    [
      "handlers of a family of rooms too much",
      { arena: { channel: "arena", handlers: { ...whole, rooms: { hall: {} } } } },
      "WP_UNKNOWN_HANDLER",
      "`arena.rooms.hall`",
    ],
    [
      "a handler of rooms too much",
      { arena: { channel: "arena", handlers: { ...whole, rooms: { team: { onjoin: handler } } } } },
      "WP_UNKNOWN_HANDLER",
      "`arena.rooms.team.onjoin`",
    ],
    [
      "a handler of rooms that is no function",
      { arena: { channel: "arena", handlers: { ...whole, rooms: { team: { onJoin: true } } } } },
      "WP_HANDLER_NOT_A_FUNCTION",
      "`arena.rooms.team.onJoin`",
    ],
    [
      "what is no middleware",
      { arena: { channel: "arena", handlers: whole, middleware: [{ middleware: handler, members: [] }] } },
      "WP_NOT_A_MIDDLEWARE",
      "`arena`",
    ],
    [
      "middleware for a member that is not there",
      {
        arena: {
          channel: "arena",
          handlers: whole,
          middleware: [{ middleware: log, members: ["subtract"] }],
        },
      },
      "WP_UNKNOWN_MEMBER",
      "`arena.subtract`",
    ],
  ])("%s", async (_what, channels, code, name) => {
    const app = Fastify();
    onTestFinished(() => app.close());
    // What plain JavaScript may pass.
    app.register(socketsPlugin([arenaDefinition]), { channels } as never);
    await expect(app.ready()).rejects.toMatchObject({ code, message: expect.stringContaining(name) });
  });
});

test("handlers may be methods of an object of the user's own class", async () => {
  class Handlers {
    readonly store = new Map<string, string>();
    help() {}
  }
  for (const name of Object.keys(whole)) Object.defineProperty(Handlers.prototype, name, { value: handler });
  const app = Fastify();
  onTestFinished(() => app.close());
  await app.register(socketsPlugin([arenaDefinition]), {
    channels: { arena: { channel: "arena", handlers: new Handlers() } },
  });
  await app.ready();
  expect(app).toHaveProperty("sockets.arena.namespace.name", "/arena");
});
