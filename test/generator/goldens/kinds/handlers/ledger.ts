import { implementLedger } from "../server/ledger.js";

/** What the server does on `ledger`, as contract/ledger.ts declares it. */
export const ledgerHandlers = implementLedger({
  post(_input, _context) {
    throw new Error("`ledger.post` is not implemented yet");
  },
  close(_input, _context) {
    throw new Error("`ledger.close` is not implemented yet");
  },
  wait(_input, _context) {
    throw new Error("`ledger.wait` is not implemented yet");
  },
  either(_input, context) {
    context.log.warn("`ledger.either` is not implemented yet");
  },
});
