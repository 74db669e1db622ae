import {
  ChatMessage,
  ChatReceipt,
  ListInput,
  ListOutput,
  TinyInput,
  TinyOutput,
} from "../../../loads/schemas.js";

/** What both sides parse. */
export const calls = {
  tiny: { input: TinyInput, output: TinyOutput },
  tinyLater: { input: TinyInput, output: TinyOutput },
  chat: { input: ChatMessage, output: ChatReceipt },
  list: { input: ListInput, output: ListOutput },
};
