import { createServer } from "node:http";
import { Server } from "socket.io";
import type { z } from "zod";
import { Pulse } from "../../../loads/schemas.js";
import { handlers } from "../../handlers.js";
import { listen } from "../../listen.js";
import type { StartServer } from "../../peer.js";
import { calls } from "./calls.js";

/** Socket.IO with zod by hand: input and output are parsed. */
export const startServer: StartServer = async () => {
  const http = createServer();
  const io = new Server(http);
  io.on("connection", (socket) => {
    const bind = <Input, Output>(
      name: string,
      schemas: { input: z.ZodType<Input>; output: z.ZodType<Output> },
      handle: (input: Input) => unknown,
    ) =>
      socket.on(name, async (payload: unknown, acknowledge: (reply: unknown) => void) => {
        const input = schemas.input.safeParse(payload);
        if (!input.success) return acknowledge({ issues: input.error.issues });
        acknowledge({ value: schemas.output.parse(await handle(input.data)) });
      });
    bind("tiny", calls.tiny, handlers.tiny);
    bind("tinyLater", calls.tinyLater, handlers.tinyLater);
    bind("chat", calls.chat, handlers.chat);
    bind("list", calls.list, handlers.list);
  });
  return {
    port: await listen(http),
    broadcast(pulse) {
      io.emit("pulse", Pulse.parse(pulse));
    },
  };
};
