import { StartupError } from "./startup-error.js";

/** Throws a {@link StartupError} for a handler that cannot be called; `owner` is the channel, or what within it has it. */
export function checkIsFunction(owner: string, member: string, handler: unknown): void {
  if (typeof handler === "function") return;
  throw new StartupError(
    "WP_HANDLER_NOT_A_FUNCTION",
    `\`${owner}.${member}\` is no function (it is ${handler === null ? "null" : `of type ${typeof handler}`}). Give it a function that takes the input and the context.`,
  );
}
