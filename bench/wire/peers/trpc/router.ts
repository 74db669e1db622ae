import { initTRPC } from "@trpc/server";
import { handlers } from "../../handlers.js";
import { calls } from "../socket-io-zod/calls.js";

const t = initTRPC.create();

/** The loads as tRPC's procedures; input and output are parsed by the server. */
export const router = t.router({
  tiny: t.procedure
    .input(calls.tiny.input)
    .output(calls.tiny.output)
    .mutation(({ input }) => handlers.tiny(input)),
  tinyLater: t.procedure
    .input(calls.tinyLater.input)
    .output(calls.tinyLater.output)
    .mutation(({ input }) => handlers.tinyLater(input)),
  chat: t.procedure
    .input(calls.chat.input)
    .output(calls.chat.output)
    .mutation(({ input }) => handlers.chat(input)),
  list: t.procedure
    .input(calls.list.input)
    .output(calls.list.output)
    .mutation(({ input }) => handlers.list(input)),
});

export type Router = typeof router;
