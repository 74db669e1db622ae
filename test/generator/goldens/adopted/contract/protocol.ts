import { call, channel, event } from "wirepact/contract";
import { z } from "zod";

/** What Socket.IO carries as it is. */
export const Anything = z.union([z.instanceof(Uint8Array), z.json()]);

/** The default namespace of a server that was written by hand. */
export const main = channel("/", {
  auth: z.looseObject({}),
  clientToServer: {
    message: event({ args: z.tuple([]).rest(Anything) }),
    "message-with-ack": call({
      args: z.tuple([]).rest(Anything),
      output: z.tuple([]).rest(Anything),
      reply: "plain",
    }),
  },
  serverToClient: {
    auth: event(z.looseObject({})),
    "message-back": event({ args: z.tuple([]).rest(Anything) }),
  },
});

/** A namespace that only greets. */
export const custom = channel("/custom", {
  auth: z.looseObject({}),
  serverToClient: { auth: event(z.looseObject({})) },
});

/** Every manner in which calls and events are written by hand. */
export const board = channel("/board", {
  clientToServer: {
    /** Moves a piece. */
    move: event({ args: z.tuple([z.string(), z.int(), z.int().optional()]) }),
    "place-piece": call({ args: z.tuple([z.string(), z.int()]), output: z.boolean() }),
    count: call({ output: z.int(), reply: "plain" }),
    find: call({ args: z.tuple([z.string()]), output: z.tuple([z.int(), z.int()]), reply: "plain" }),
    clear: call({ args: z.tuple([]), reply: "plain" }),
    guess: call({
      args: z.tuple([z.string().refine((text) => text === text.toLowerCase()), z.int()]),
      output: z.boolean(),
    }),
    play: call(),
  },
  serverToClient: {
    "piece moved": event({ args: z.tuple([z.string(), z.int()]) }),
    choose: call({ args: z.tuple([z.string(), z.string()]), output: z.string(), reply: "plain" }),
    span: call({ args: z.tuple([z.int()]), output: z.tuple([z.int(), z.int()]), reply: "plain" }),
    rate: call({ args: z.tuple([z.string()], z.int()), output: z.int() }),
  },
});
