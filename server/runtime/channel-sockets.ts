import type { Channel } from "./channel.js";
import { Peer } from "./peer.js";
import type { ChannelImplementation } from "./server-types.js";
import type { Target } from "./target.js";

/** One channel outside of its handlers: `app.sockets.chat`. */
export class ChannelSockets {
  readonly #find: () => Channel;

  /** @param find - Gives the channel at each use: one with parameters may have been closed since. */
  constructor(find: () => Channel) {
    this.#find = find;
  }

  get #channel(): Channel {
    return this.#find();
  }

  get rooms(): object {
    const channel = this.#channel;
    return new channel.groups.rooms(channel);
  }

  get all(): Target {
    return this.#channel.all;
  }

  get to(): object {
    return this.#channel.all.to;
  }

  get except(): object {
    return this.#channel.all.except;
  }

  get namespace(): Channel["namespace"] {
    return this.#channel.namespace;
  }

  /** The same: its generated type has the sessions of the given handlers, which have to be the channel's own. */
  withSession(implementation: ChannelImplementation<string>): this {
    const { definition, handlers } = this.#channel;
    if (implementation.handlers !== handlers) {
      throw new TypeError(`These are not the handlers that \`${definition.name}\` was registered with.`);
    }
    return this;
  }

  /** A client by its id; also for one that is not there: events to it go nowhere, calls reject with `disconnected`. */
  client(id: string): Peer {
    return new Peer(this.#channel, id);
  }
}
