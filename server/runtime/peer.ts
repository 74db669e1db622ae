import { defaultTimeoutMs, WireError } from "../../contracts/wire/index.js";
import { broadcast } from "./broadcast.js";
import { callClient } from "./call-client.js";
import { findClients } from "./call-group.js";
import type { Channel, ServerEvent, ServerToClientCall } from "./channel.js";
import { noteSent } from "./observe/note-sent.js";
import { isClientId } from "./room-name.js";
import type { CallOptions } from "./server-types.js";
import { payloadArguments, sendEncoded } from "./write-payload.js";

/** One client, by its id: connected here, to another process of the same cluster, or gone. */
export class Peer {
  readonly #channel: Channel;
  readonly id: string;
  #emit: object | undefined;
  #call: object | undefined;
  #volatile: { readonly emit: object } | undefined;

  constructor(channel: Channel, id: string) {
    this.#channel = channel;
    this.id = id;
  }

  get emit(): object {
    this.#emit ??= new this.#channel.groups.peerEvents({ peer: this, isVolatile: false });
    return this.#emit;
  }

  get call(): object {
    this.#call ??= new this.#channel.groups.peerCalls(this);
    return this.#call;
  }

  get volatile(): { readonly emit: object } {
    this.#volatile ??= { emit: new this.#channel.groups.peerEvents({ peer: this, isVolatile: true }) };
    return this.#volatile;
  }

  /** Ends the channel for the client; does nothing when it is gone. */
  disconnect(reason?: string): void {
    const connection = this.#channel.connections.get(this.id);
    if (connection !== undefined) connection.disconnect(reason);
    else if (isClientId(this.id)) this.#channel.namespace.in(this.id).disconnectSockets();
  }

  /** Sends an event to the client; does nothing when it is gone. */
  send(event: ServerEvent, payload: unknown, isVolatile: boolean): void {
    const values = payloadArguments(
      event.place,
      event.definition.payload,
      payload,
      event.definition.argumentCount,
    );
    if (!isClientId(this.id)) return;
    const { connections, namespace, replay } = this.#channel;
    const connection = connections.get(this.id);
    sendEncoded(event.place, () => {
      if (replay && event.definition.replay && !isVolatile) {
        replay.send(event, values, { rooms: [this.id], except: [] });
      } else if (connection !== undefined) connection.send(event.name, values, isVolatile);
      else broadcast(this.#channel, (isVolatile ? namespace.volatile : namespace).to(this.id), event, values);
    });
    noteSent(this.#channel, event);
  }

  /** Sends an event of which only the latest counts: in a packet of its own, which a newer one can take the place of. */
  sendLatest(event: ServerEvent, payload: unknown): void {
    const values = payloadArguments(event.place, event.definition.payload, payload);
    if (!isClientId(this.id)) return;
    const { namespace } = this.#channel;
    const clients = namespace.sockets.get(this.id) ?? namespace.to(this.id);
    sendEncoded(event.place, () => clients.emit(event.name, ...values));
    noteSent(this.#channel, event);
  }

  /** Calls the client; rejects with a {@link WireError}. */
  async request(call: ServerToClientCall, payload: unknown, options: CallOptions = {}): Promise<unknown> {
    const values = payloadArguments(
      call.place,
      call.definition.input,
      payload,
      call.definition.argumentCount,
    );
    const channel = this.#channel;
    if (channel.connections.has(this.id)) {
      return callClient(channel, { id: this.id }, { ...call, values, ...options });
    }
    const timeoutMs = options.timeoutMs ?? call.definition.timeoutMs ?? defaultTimeoutMs;
    const self = channel.namespace.in(this.id);
    const [remote] = isClientId(this.id) ? await findClients(self, call, timeoutMs) : [];
    if (remote === undefined) throw new WireError("disconnected", "There is no client of that id.");
    return callClient(channel, remote, { ...call, values, ...options });
  }
}
