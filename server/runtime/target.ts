import type { BroadcastOperator, DefaultEventsMap } from "socket.io";
import type { Channel } from "./channel.js";
import type { ChannelGroups, Reach } from "./channel-groups.js";
import { isClientId } from "./room-name.js";
import type { TargetBase } from "./server-types.js";

/** Socket.IO's own set of clients, which is immutable too. */
export type Operator = BroadcastOperator<DefaultEventsMap, unknown>;

/** Everyone that something is sent to: an immutable value, narrowed and widened by its groups. */
export class Target implements TargetBase<Target> {
  readonly #reach: Reach;
  #to: object | undefined;
  #except: object | undefined;

  constructor(channel: Channel, operator: Operator) {
    this.#reach = { channel, operator };
  }

  get #groups(): ChannelGroups {
    return this.#reach.channel.groups;
  }

  get emit(): object {
    return new this.#groups.targetEvents(this.#reach);
  }

  get call(): object {
    return new this.#groups.targetCalls(this.#reach);
  }

  get to(): object {
    this.#to ??= new this.#groups.to(this.#reach);
    return this.#to;
  }

  get except(): object {
    this.#except ??= new this.#groups.except(this.#reach);
    return this.#except;
  }

  get volatile(): Target {
    const { channel, operator } = this.#reach;
    return new Target(channel, operator.volatile);
  }

  exceptClients(...clientIds: readonly string[]): Target {
    const { channel, operator } = this.#reach;
    return new Target(channel, operator.except(clientIds.filter(isClientId)));
  }
}
