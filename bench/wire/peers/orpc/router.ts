import { os } from "@orpc/server";
import { handlers } from "../../handlers.js";
import { calls } from "../socket-io-zod/calls.js";

/** The loads as oRPC's procedures; input and output are parsed by the server. */
export const router = {
  tiny: os
    .input(calls.tiny.input)
    .output(calls.tiny.output)
    .handler(({ input }) => handlers.tiny(input)),
  tinyLater: os
    .input(calls.tinyLater.input)
    .output(calls.tinyLater.output)
    .handler(({ input }) => handlers.tinyLater(input)),
  chat: os
    .input(calls.chat.input)
    .output(calls.chat.output)
    .handler(({ input }) => handlers.chat(input)),
  list: os
    .input(calls.list.input)
    .output(calls.list.output)
    .handler(({ input }) => handlers.list(input)),
};
