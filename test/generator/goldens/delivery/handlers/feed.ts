import { implementFeed } from "../server/feed.js";

/** What the server does on `feed`, as contract/feed.ts declares it. */
export const feedHandlers = implementFeed({
  pointed(_input, context) {
    context.log.warn("`feed.pointed` is not implemented yet");
  },
  wished(_input, context) {
    context.log.warn("`feed.wished` is not implemented yet");
  },
  turned(_input, context) {
    context.log.warn("`feed.turned` is not implemented yet");
  },
  beat(context) {
    context.log.warn("`feed.beat` is not implemented yet");
  },
  said(_input, context) {
    context.log.warn("`feed.said` is not implemented yet");
  },
});
