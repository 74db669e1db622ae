import type { BroadcastOperator, DefaultEventsMap } from "socket.io";
import type { Channel } from "./channel.js";
import { isClientId } from "./room-name.js";
import type { TargetBase } from "./server-types.js";

/** Socket.IO's own set of clients, which is immutable too. */
export type Operator = BroadcastOperator<DefaultEventsMap, unknown>;

/** Everyone that something is sent to: an immutable value, narrowed and widened by its groups. */
export class Target implements TargetBase<Target> {
  readonly #channel: Channel;
  readonly #operator: Operator;
  #to: object | undefined;
  #except: object | undefined;

  constructor(channel: Channel, operator: Operator) {
    this.#channel = channel;
    this.#operator = operator;
  }

  get emit(): object {
    return new this.#channel.groups.targetEvents(this.#operator);
  }

  get call(): object {
    return new this.#channel.groups.targetCalls(this.#operator);
  }

  get to(): object {
    this.#to ??= new this.#channel.groups.to(this.#operator);
    return this.#to;
  }

  get except(): object {
    this.#except ??= new this.#channel.groups.except(this.#operator);
    return this.#except;
  }

  get volatile(): Target {
    return new Target(this.#channel, this.#operator.volatile);
  }

  exceptClients(...clientIds: readonly string[]): Target {
    return new Target(this.#channel, this.#operator.except(clientIds.filter(isClientId)));
  }
}
