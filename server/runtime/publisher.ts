import {
  type ChannelDefinition,
  type EventDefinition,
  fillPath,
  type RoomDefinition,
  unreadForms,
  WireError,
} from "../../contracts/wire/index.js";
import { memberGroup } from "./member-group.js";
import { isClientId, roomName } from "./room-name.js";
import type { TargetBase } from "./server-types.js";
import { takePayload } from "./take-payload.js";
import { payloadArguments, sendEncoded } from "./write-payload.js";

/** Clients of one namespace, as an emitter of Socket.IO's sends to them; immutable, each step gives a new one. */
export interface EmitterOperator {
  to(room: string): EmitterOperator;
  except(rooms: string[]): EmitterOperator;
  readonly volatile: EmitterOperator;
  emit(event: string, ...values: unknown[]): unknown;
}

/**
 * What sends to the clients of servers that run elsewhere: the `Emitter` of `@socket.io/redis-emitter`
 * (https://socket.io/docs/v4/redis-adapter/#emitter), or another one of the same form.
 */
export interface SocketEmitter {
  of(namespace: string): EmitterOperator;
}

/**
 * Makes the publisher of the given channels; generated code calls it and gives it its types. What it sends is validated
 * and stripped as a server does it; an event that breaks the contract throws a {@link WireError} with code `bad_output`.
 */
export function makePublisher<Publisher>(
  definitions: readonly ChannelDefinition[],
): (emitter: SocketEmitter) => Publisher {
  const groups = definitions.map((definition) => ({ definition, groups: audienceGroups(definition) }));
  return (emitter) => {
    const channels = groups.map(({ definition, groups }) => {
      const { name, path, params } = definition;
      const at = (namespace: string) => new ChannelPublisher(groups, emitter.of(namespace));
      if (params === undefined) return [name, at(path)];
      return [name, (given: unknown) => at(fillPath(path, params.check, given))];
    });
    // The generated interface and the definitions come from one contract.
    return Object.freeze(Object.fromEntries(channels)) as Publisher;
  };
}

type Group = new (operator: EmitterOperator) => object;

/** The classes of a channel's groups; made once. */
interface AudienceGroups {
  readonly emit: Group;
  readonly to: Group;
  readonly except: Group;
}

function audienceGroups({
  name: channel,
  serverToClient,
  rooms,
  writesBlobs,
}: ChannelDefinition): AudienceGroups {
  const events = new Map<string, EventDefinition>();
  for (const [name, member] of Object.entries(serverToClient)) {
    if (member.kind === "event") events.set(name, member);
  }
  const families = new Map(Object.entries(rooms));
  // The names are those of the maps.
  const eventOf = (name: string) => events.get(name) as EventDefinition;
  const familyOf = (name: string) => families.get(name) as RoomDefinition;
  const groups: AudienceGroups = {
    emit: memberGroup<EmitterOperator>([...events.keys()], (operator, name) => {
      const place = `${channel}.${name}`;
      const event = eventOf(name);
      return takePayload(event, (payload) => {
        const values = payloadArguments(place, event.payload, payload, event.argumentCount);
        if (writesBlobs && unreadForms(values).length > 0) throw notRead(place);
        const clients = event.volatile ? operator.volatile : operator;
        sendEncoded(place, () => clients.emit(name, ...values));
      });
    }),
    to: memberGroup<EmitterOperator>([...families.keys()], (operator, name) => (key: unknown) => {
      return new Audience(groups, operator.to(roomName(name, familyOf(name), key)));
    }),
    except: memberGroup<EmitterOperator>([...families.keys()], (operator, name) => (key: unknown) => {
      return new Audience(groups, operator.except([roomName(name, familyOf(name), key)]));
    }),
  };
  return groups;
}

/** There is no connection whose line would wait for the bytes. */
function notRead(place: string): WireError {
  return new WireError("bad_output", `\`${place}\`: a publisher sends no Blob. Declare and send its bytes.`);
}

/** Everyone that something is published to: an immutable value, narrowed and widened by its groups. */
class Audience implements TargetBase<Audience> {
  readonly #groups: AudienceGroups;
  readonly #operator: EmitterOperator;

  constructor(groups: AudienceGroups, operator: EmitterOperator) {
    this.#groups = groups;
    this.#operator = operator;
  }

  get emit(): object {
    return new this.#groups.emit(this.#operator);
  }

  get to(): object {
    return new this.#groups.to(this.#operator);
  }

  get except(): object {
    return new this.#groups.except(this.#operator);
  }

  get volatile(): Audience {
    return new Audience(this.#groups, this.#operator.volatile);
  }

  exceptClients(...clientIds: readonly string[]): Audience {
    return new Audience(this.#groups, this.#operator.except(clientIds.filter(isClientId)));
  }
}

/** One channel of a publisher. */
class ChannelPublisher {
  readonly #groups: AudienceGroups;
  readonly #operator: EmitterOperator;

  constructor(groups: AudienceGroups, operator: EmitterOperator) {
    this.#groups = groups;
    this.#operator = operator;
  }

  get all(): Audience {
    return new Audience(this.#groups, this.#operator);
  }

  get to(): object {
    return this.all.to;
  }

  get except(): object {
    return this.all.except;
  }

  /** A client by its id; what is sent to one that is not there goes nowhere. */
  client(id: string): Audience {
    return new Audience(this.#groups, isClientId(id) ? this.#operator.to(id) : nobody);
  }
}

/** For ids that are none: a room of ours passed off as an id must not reach everybody in it. */
const nobody: EmitterOperator = {
  to: () => nobody,
  except: () => nobody,
  get volatile() {
    return nobody;
  },
  emit: () => undefined,
};
