import { implementParcels } from "../server/parcels.js";

/** What the server does on `parcels`, as contract/parcels.ts declares it. */
export const parcelsHandlers = implementParcels({
  send(_input, _context) {
    throw new Error("`parcels.send` is not implemented yet");
  },
  insure(_input, _context) {
    throw new Error("`parcels.insure` is not implemented yet");
  },
  pair(..._args) {
    throw new Error("`parcels.pair` is not implemented yet");
  },
  ping(_context) {
    throw new Error("`parcels.ping` is not implemented yet");
  },
  moved(_input, context) {
    context.log.warn("`parcels.moved` is not implemented yet");
  },
  weighed(_input, context) {
    context.log.warn("`parcels.weighed` is not implemented yet");
  },
  named(..._args) {
    throw new Error("`parcels.named` is not implemented yet");
  },
  async scan(_items, _context) {
    throw new Error("`parcels.scan` is not implemented yet");
  },
  async *track(_input, _context) {
    throw new Error("`parcels.track` is not implemented yet");
  },
  free(_input, _context) {
    throw new Error("`parcels.free` is not implemented yet");
  },
});
