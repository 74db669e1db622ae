import { implementShapes } from "../server/shapes.js";

/** What the server does on `shapes`, as contract/shapes.ts declares it. */
export const shapesHandlers = implementShapes({
  saveSettings(_input, _context) {
    throw new Error("`shapes.saveSettings` is not implemented yet");
  },
  draw(_input, _context) {
    throw new Error("`shapes.draw` is not implemented yet");
  },
  grow(_input, _context) {
    throw new Error("`shapes.grow` is not implemented yet");
  },
  fields(_input, context) {
    context.log.warn("`shapes.fields` is not implemented yet");
  },
  records(_input, context) {
    context.log.warn("`shapes.records` is not implemented yet");
  },
  loose(_input, context) {
    context.log.warn("`shapes.loose` is not implemented yet");
  },
  counters(_input, context) {
    context.log.warn("`shapes.counters` is not implemented yet");
  },
  coerced(_input, context) {
    context.log.warn("`shapes.coerced` is not implemented yet");
  },
  trimmed(_input, _context) {
    throw new Error("`shapes.trimmed` is not implemented yet");
  },
  nothing(_input, context) {
    context.log.warn("`shapes.nothing` is not implemented yet");
  },
  anything(_input, context) {
    context.log.warn("`shapes.anything` is not implemented yet");
  },
  list(_input, context) {
    context.log.warn("`shapes.list` is not implemented yet");
  },
});
