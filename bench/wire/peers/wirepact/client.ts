import { connectLoads } from "../../../loads/generated/client/loads.js";
import type { Connect } from "../../peer.js";

/** The generated client: everything is validated here too. */
export const connect: Connect = async (port) => {
  const client = connectLoads(`http://127.0.0.1:${port}`, { transports: ["websocket"] });
  await client.whenConnected();
  return {
    tiny: (input) => client.call.tiny(input),
    tinyLater: (input) => client.call.tinyLater(input),
    chat: (input) => client.call.chat(input),
    list: (input) => client.call.list(input),
    onPulse: (listener) => void client.on.pulse(listener),
    close: () => client.close(),
  };
};
