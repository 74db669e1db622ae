import { implementDesk } from "../server/desk.js";

/** What the server does on `desk`, as contract/desk.ts declares it. */
export const deskHandlers = implementDesk({
  openTicket(_input, _context) {
    throw new Error("`desk.openTicket` is not implemented yet");
  },
  openTicketFor(_input, _context) {
    throw new Error("`desk.openTicketFor` is not implemented yet");
  },
  countOpen(_context) {
    throw new Error("`desk.countOpen` is not implemented yet");
  },
  closeAll(_context) {
    throw new Error("`desk.closeAll` is not implemented yet");
  },
  remind(_input, _context) {
    throw new Error("`desk.remind` is not implemented yet");
  },
  wave(context) {
    context.log.warn("`desk.wave` is not implemented yet");
  },
  type(_input, context) {
    context.log.warn("`desk.type` is not implemented yet");
  },
  rename(_input, context) {
    context.log.warn("`desk.rename` is not implemented yet");
  },
  new(_context) {
    throw new Error("`desk.new` is not implemented yet");
  },
  "give-up"(context) {
    context.log.warn("`desk.give-up` is not implemented yet");
  },
});
