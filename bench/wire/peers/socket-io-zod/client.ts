import type { z } from "zod";
import { Pulse } from "../../../loads/schemas.js";
import { connectSocketIo } from "../../connect-socket-io.js";
import type { Connect } from "../../peer.js";
import { calls } from "./calls.js";

/** The same on the other side. */
export const connect: Connect = async (port) => {
  const socket = await connectSocketIo(port);
  const call =
    <Input, Output>(name: string, schemas: { input: z.ZodType<Input>; output: z.ZodType<Output> }) =>
    async (input: Input) => {
      const reply = await socket.emitWithAck(name, schemas.input.parse(input));
      if ("issues" in reply) throw new Error(`\`${name}\` was refused.`);
      return schemas.output.parse(reply.value);
    };
  return {
    tiny: call("tiny", calls.tiny),
    tinyLater: call("tinyLater", calls.tinyLater),
    chat: call("chat", calls.chat),
    list: call("list", calls.list),
    onPulse: (listener) => socket.on("pulse", (payload: unknown) => listener(Pulse.parse(payload))),
    close: () => socket.io._close(),
  };
};
