import type { ChannelDefinition } from "../../contracts/wire/index.js";
import { broadcast } from "./broadcast.js";
import { callGroup } from "./call-group.js";
import type { Channel, ServerEvent, ServerToClientCall } from "./channel.js";
import type { Connection } from "./connection.js";
import { memberGroup } from "./member-group.js";
import { Membership } from "./membership.js";
import { noteSent } from "./observe/note-sent.js";
import type { Peer } from "./peer.js";
import { audienceOf, isVolatile } from "./replay/audience.js";
import type { Family } from "./room-families.js";
import { roomName } from "./room-name.js";
import { RoomOfChannel } from "./room-of-channel.js";
import type { CallOptions } from "./server-types.js";
import { takePayload } from "./take-payload.js";
import { type Operator, Target } from "./target.js";
import { payloadArguments, sendEncoded } from "./write-payload.js";

type Group<Owner> = new (owner: Owner) => object;

/** One client, and whether events to it may be dropped. */
export interface PeerEvents {
  readonly peer: Peer;
  readonly isVolatile: boolean;
}

/** What a target reaches. */
export interface Reach {
  readonly channel: Channel;
  readonly operator: Operator;
}

/** The classes of a channel's groups; made once, at start-up, for all of its namespaces. */
export interface ChannelGroups {
  /** `emit` of a target. */
  readonly targetEvents: Group<Reach>;
  /** `call` of a target. */
  readonly targetCalls: Group<Reach>;
  /** `to` of a target: adds a room, or narrows everyone to it. */
  readonly to: Group<Reach>;
  /** `except` of a target. */
  readonly except: Group<Reach>;
  /** `emit` of one client. */
  readonly peerEvents: Group<PeerEvents>;
  /** `call` of one client. */
  readonly peerCalls: Group<Peer>;
  /** `rooms` of a handler's context. */
  readonly memberships: Group<Connection>;
  /** `rooms` outside a handler. */
  readonly rooms: Group<Channel>;
}

export function channelGroups(definition: ChannelDefinition): ChannelGroups {
  const events = new Map<string, ServerEvent>();
  const calls = new Map<string, ServerToClientCall>();
  for (const [name, member] of Object.entries(definition.serverToClient)) {
    const place = `${definition.name}.${name}`;
    if (member.kind === "event") events.set(name, { name, place, definition: member });
    else calls.set(name, { name, place, definition: member });
  }
  const families = new Map(Object.entries(definition.rooms));

  return {
    targetEvents: groupOf(events, ({ channel, operator }: Reach, event) => {
      const { payload: check, argumentCount, volatile: isDropped, replay } = event.definition;
      return takePayload(event.definition, (payload) => {
        const values = payloadArguments(event.place, check, payload, argumentCount);
        const clients = isDropped ? operator.volatile : operator;
        sendEncoded(event.place, () => {
          if (replay && channel.replay && !isVolatile(operator)) {
            channel.replay.send(event, values, audienceOf(operator));
          } else broadcast(channel, clients, event, values);
        });
        noteSent(channel, event);
      });
    }),
    targetCalls: groupOf(calls, ({ channel, operator }: Reach, call) =>
      withInput(call, (payload, options) => callGroup(channel, operator, { ...call, ...options, payload })),
    ),
    to: groupOf(families, ({ channel, operator }: Reach, family, name) => (key: unknown) => {
      return new Target(channel, operator.to(roomName(name, family, key)));
    }),
    except: groupOf(families, ({ channel, operator }: Reach, family, name) => (key: unknown) => {
      return new Target(channel, operator.except(roomName(name, family, key)));
    }),
    peerEvents: groupOf(events, ({ peer, isVolatile }: PeerEvents, event) =>
      takePayload(event.definition, (payload) => {
        const { volatile: isDropped = false, latest } = event.definition;
        if (latest === undefined || isVolatile) peer.send(event, payload, isVolatile || isDropped);
        else peer.sendLatest(event, payload);
      }),
    ),
    peerCalls: groupOf(calls, (peer: Peer, call) =>
      withInput(call, (payload, options) => peer.request(call, payload, options)),
    ),
    memberships: groupOf(families, (connection: Connection, _definition, name) => (key: unknown) => {
      return new Membership(connection, familyOf(connection.channel, name), key);
    }),
    rooms: groupOf(families, (channel: Channel, _definition, name) => (key: unknown) => {
      return new RoomOfChannel(channel, familyOf(channel, name), key);
    }),
  };
}

function familyOf({ families }: Channel, name: string): Family {
  // The names are those of the channel's definition.
  return families.get(name) as Family;
}

function groupOf<Owner, Item>(
  items: ReadonlyMap<string, Item>,
  make: (owner: Owner, item: Item, name: string) => unknown,
): Group<Owner> {
  return memberGroup<Owner>([...items.keys()], (owner, name) => {
    // The names are the map's own keys.
    const item = items.get(name) as Item;
    return make(owner, item, name);
  });
}

/**
 * A call without an input takes its options in the input's place. One with a list of arguments, behind which there is no
 * place for them, has them in a form of its own.
 */
function withInput(
  call: ServerToClientCall,
  send: (payload: unknown, options: CallOptions | undefined) => Promise<unknown>,
) {
  if (call.definition.argumentCount !== undefined) {
    const withOptions =
      (options?: CallOptions) =>
      (...values: readonly unknown[]) =>
        send(values, options);
    return Object.assign(withOptions(), { with: withOptions });
  }
  if (call.definition.input === undefined) return (options?: CallOptions) => send(undefined, options);
  return send;
}
