import { implementLobby } from "../generated/lobby.js";

/** Names of those who are here, by connection. */
const people = new Map<string, string>();
const minPauseMs = 1_000;

export const lobbyHandlers = implementLobby({
  // What it returns is `context.session` in every other handler, typed.
  connect({ auth }) {
    return { name: auth.name, lastSaidAt: 0 };
  },

  connected(context) {
    people.set(context.id, context.session.name);
    context.others.emit.joined({ name: context.session.name });
  },

  say({ text }, context) {
    const now = Date.now();
    const waitMs = context.session.lastSaidAt + minPauseMs - now;
    if (waitMs > 0) {
      throw context.error.TooFast({ waitMs });
    }
    context.session.lastSaidAt = now;
    context.others.emit.said({ name: context.session.name, text, at: new Date(now).toISOString() });
    return { heardBy: people.size - 1 };
  },

  disconnect(_reason, context) {
    people.delete(context.id);
    context.others.emit.left({ name: context.session.name });
  },
});
