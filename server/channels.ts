import { Boards } from "./boards.js";
import { Conversations } from "./conversations.js";
import { chatHandlers } from "./handlers/chat.js";
import { whiteboardHandlers } from "./handlers/whiteboard.js";

/**
 * The handlers of every channel, with people, conversations and boards of their own.
 *
 * @param idleAfterMs - Milliseconds of silence after which somebody in the chat is asked whether they are still there.
 */
export function channelHandlers(idleAfterMs: number) {
  return {
    chat: chatHandlers({ conversations: new Conversations(), idleAfterMs }),
    whiteboard: whiteboardHandlers({ boards: new Boards() }),
  };
}
