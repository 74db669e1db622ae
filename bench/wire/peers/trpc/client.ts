import { createTRPCClient, createWSClient, wsLink } from "@trpc/client";
import { WebSocket } from "ws";
import type { Connect } from "../../peer.js";
import type { Router } from "./router.js";

/** `wsLink`. */
export const connect: Connect = async (port) => {
  // ws's class has all that tRPC uses of the browser's.
  const socketClass = WebSocket as unknown as typeof globalThis.WebSocket;
  const socket = createWSClient({ url: `ws://127.0.0.1:${port}`, WebSocket: socketClass });
  const client = createTRPCClient<Router>({ links: [wsLink({ client: socket })] });
  return {
    tiny: (input) => client.tiny.mutate(input),
    tinyLater: (input) => client.tinyLater.mutate(input),
    chat: (input) => client.chat.mutate(input),
    list: (input) => client.list.mutate(input),
    close: () => void socket.close(),
  };
};
