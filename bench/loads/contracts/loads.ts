import { call, channel, event } from "wirepact/contract";
import { ChatMessage, ChatReceipt, ListInput, ListOutput, Pulse, TinyInput, TinyOutput } from "../schemas.js";

/** What travels in the wire's part. */
export const loads = channel("/loads", {
  clientToServer: {
    tiny: call({ input: TinyInput, output: TinyOutput }),
    tinyLater: call({ input: TinyInput, output: TinyOutput }),
    chat: call({ input: ChatMessage, output: ChatReceipt }),
    list: call({ input: ListInput, output: ListOutput }),
  },
  serverToClient: { pulse: event(Pulse) },
});

/** What the server reads in the validation's part. */
export const checks = channel("/checks", {
  clientToServer: {
    tiny: event(TinyInput),
    chat: event(ChatMessage),
    list: event(ListOutput),
  },
});
