import { isWireError } from "wirepact/server";
import type { ChatContext } from "./generated/chat.js";
import type { Person } from "./handlers/chat.js";

/**
 * Asks a person who has been silent for a while whether they are still there, and ends the connection of one
 * who says no or does not answer. Ends with the connection.
 *
 * @param idleAfterMs - Milliseconds of silence before the question.
 */
export function watchPresence(context: ChatContext<Person>, idleAfterMs: number): void {
  let timer = setTimeout(check, idleAfterMs);
  context.signal.addEventListener("abort", () => clearTimeout(timer), { once: true });

  async function check(): Promise<void> {
    const silentMs = Date.now() - context.session.lastActiveAtMs;
    if (silentMs >= idleAfterMs) {
      const isPresent = await askPresence(context);
      if (context.signal.aborted) return;
      if (!isPresent) {
        context.disconnect("You were away for a while.");
        return;
      }
      context.session.lastActiveAtMs = Date.now();
    }
    timer = setTimeout(check, idleAfterMs - (Date.now() - context.session.lastActiveAtMs));
  }
}

async function askPresence(context: ChatContext<Person>): Promise<boolean> {
  try {
    return await context.call.confirmPresence({ question: "Are you still there?" });
  } catch (error) {
    // A client that cannot be asked is taken at its word; one that can be, and is silent, is gone.
    return isWireError(error) && error.code === "not_found";
  }
}
