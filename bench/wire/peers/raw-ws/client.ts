import { once } from "node:events";
import { WebSocket } from "ws";
import type { PulsePayload } from "../../../loads/payloads.js";
import type { CallName } from "../../handlers.js";
import type { Connect } from "../../peer.js";

type Reply = { id: number; value: never; pulse?: undefined } | { pulse: PulsePayload };

/** The other side of the same few lines. */
export const connect: Connect = async (port) => {
  const socket = new WebSocket(`ws://127.0.0.1:${port}`);
  await once(socket, "open");
  const open = new Map<number, (value: never) => void>();
  let lastId = 0;
  let hear: ((pulse: PulsePayload) => void) | undefined;
  socket.on("message", (data) => {
    // Nobody but the server beside it sends.
    const reply = JSON.parse(String(data)) as Reply;
    if (reply.pulse !== undefined) {
      hear?.(reply.pulse);
      return;
    }
    open.get(reply.id)?.(reply.value);
    open.delete(reply.id);
  });
  const call =
    <Input, Output>(name: CallName) =>
    (input: Input) =>
      new Promise<Output>((resolve) => {
        const id = ++lastId;
        open.set(id, resolve);
        socket.send(JSON.stringify({ id, call: name, input }));
      });
  return {
    tiny: call("tiny"),
    tinyLater: call("tinyLater"),
    chat: call("chat"),
    list: call("list"),
    onPulse(listener) {
      hear = listener;
    },
    close: () => socket.close(),
  };
};
