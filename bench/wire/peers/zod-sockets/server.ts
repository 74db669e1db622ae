import { createServer } from "node:http";
import { Server } from "socket.io";
import { ActionsFactory, attachSockets, createSimpleConfig } from "zod-sockets";
import { z } from "zod3";
import { handlers } from "../../handlers.js";
import { listen } from "../../listen.js";
import type { PeerServer, StartServer } from "../../peer.js";
import { ChatMessage, ChatReceipt, ListInput, ListOutput, Pulse, TinyInput, TinyOutput } from "./schemas.js";

const silent = { info() {}, debug() {}, warn() {}, error() {} };

/** zod-sockets: input and output are parsed by the server. */
export const startServer: StartServer = async () => {
  const http = createServer();
  let broadcast: PeerServer["broadcast"];
  const config = createSimpleConfig({
    startupLogo: false,
    // As with the actions below.
    emission: { pulse: { schema: z.tuple([Pulse]) as never } },
    hooks: {
      onConnection: async () => {},
      onDisconnect: async () => {},
      onAnyIncoming: async () => {},
      onAnyOutgoing: async () => {},
      onStartup: async ({ all }) => {
        // As with the actions below.
        const send = all.broadcast as unknown as (event: string, pulse: unknown) => Promise<unknown>;
        broadcast = (pulse) => void send("pulse", pulse);
      },
    },
  });
  const factory = new ActionsFactory(config);
  const action = <Input>(
    event: string,
    input: z.ZodType<Input>,
    output: z.ZodTypeAny,
    handle: (input: Input) => unknown,
  ) =>
    factory.build({
      event,
      // Its types speak of the zod that is installed beside it; what runs is zod 3.
      input: z.tuple([input]) as never,
      output: z.tuple([output]) as never,
      handler: (async (call: { input: [Input] }) => [await handle(call.input[0])]) as never,
    });
  const actions = [
    action("tiny", TinyInput, TinyOutput, handlers.tiny),
    action("tinyLater", TinyInput, TinyOutput, handlers.tinyLater),
    action("chat", ChatMessage, ChatReceipt, handlers.chat),
    action("list", ListInput, ListOutput, handlers.list),
  ];
  await attachSockets({ io: new Server(), config, actions, target: http, logger: silent });
  const port = await listen(http);
  return { port, broadcast: (pulse) => broadcast?.(pulse) };
};
