import { implementVault } from "../server/vault.js";

/** What the server does on `vault`, as contract/vault.ts declares it. */
export const vaultHandlers = implementVault({
  /** Lets a client in: what it returns is `context.session` of the other handlers. Throw `refuse.…` to refuse. */
  connect({ auth }) {
    return auth;
  },
  rooms: {
    safe: {
      /** Whether this client may join the room. */
      mayJoin(_key, _context) {
        return false;
      },
    },
  },
  store(_input, _context) {
    throw new Error("`vault.store` is not implemented yet");
  },
  verify(_input, _context) {
    throw new Error("`vault.verify` is not implemented yet");
  },
  whisper(_input, context) {
    context.log.warn("`vault.whisper` is not implemented yet");
  },
  both(..._args) {
    throw new Error("`vault.both` is not implemented yet");
  },
  async *pour(_input, _items, _context) {
    throw new Error("`vault.pour` is not implemented yet");
  },
});
