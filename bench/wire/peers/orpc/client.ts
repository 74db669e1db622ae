import { once } from "node:events";
import { createORPCClient } from "@orpc/client";
import { RPCLink } from "@orpc/client/websocket";
import type { RouterClient } from "@orpc/server";
import { WebSocket } from "ws";
import type { Connect } from "../../peer.js";
import type { router } from "./router.js";

/** oRPC's link over a WebSocket. */
export const connect: Connect = async (port) => {
  const socket = new WebSocket(`ws://127.0.0.1:${port}`);
  await once(socket, "open");
  // ws's class has all that oRPC uses of the browser's.
  const link = new RPCLink({ websocket: socket as unknown as globalThis.WebSocket });
  const client: RouterClient<typeof router> = createORPCClient(link);
  return {
    tiny: (input) => client.tiny(input),
    tinyLater: (input) => client.tinyLater(input),
    chat: (input) => client.chat(input),
    list: (input) => client.list(input),
    close: () => socket.close(),
  };
};
