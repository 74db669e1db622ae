import type { Server } from "socket.io";
import {
  type ChannelDefinition,
  type ErrorPayload,
  fillPath,
  type ParamsDefinition,
} from "../../contracts/wire/index.js";
import { admitClients } from "./admit-client.js";
import { Channel, type ChannelOptions } from "./channel.js";
import { closeWhenEmpty } from "./close-when-empty.js";
import type { Connection } from "./connection.js";
import { maskFailure } from "./failure-payload.js";
import type { IdempotentCall } from "./idempotent-call.js";
import { matchPath, type PathMatch } from "./match-path.js";

/** A channel whose path has parameters. */
export type ParameterisedDefinition = ChannelDefinition & { readonly params: ParamsDefinition };

/** Characters of a namespace's name that the log has. */
const maxLoggedLength = 200;

/** What a {@link ChannelFamily} is made of. */
export interface FamilyOptions extends Omit<ChannelOptions, "namespace" | "definition" | "kin"> {
  readonly io: Server;
  readonly definition: ParameterisedDefinition;
  /** Milliseconds that a namespace which clients have left is kept for those that come back. */
  readonly keptMs: number;
}

/** A channel with parameters in its path: one {@link Channel}, hence one namespace, for each set of them in use. */
export class ChannelFamily {
  readonly definition: ParameterisedDefinition;
  readonly #options: FamilyOptions;
  readonly #channels = new Map<string, Channel>();
  /** Lends the others what does not hang on parameters. */
  #first: Channel | undefined;

  constructor(options: FamilyOptions) {
    this.definition = options.definition;
    this.#options = options;
  }

  /** `disconnect` handlers that are at it, in every namespace. */
  get farewells(): ReadonlySet<Promise<void>> {
    return this.#first?.farewells ?? new Set();
  }

  listConnections(): readonly Connection[] {
    return [...this.#channels.values()].flatMap((channel) => channel.listConnections());
  }

  listOnceRunning(): readonly IdempotentCall[] {
    return [...this.#channels.values()].flatMap((channel) => channel.listOnceRunning());
  }

  /** Other processes are told at once that the clients of this one are gone, in every namespace. */
  closePresence(): void {
    for (const channel of this.#channels.values()) channel.closePresence();
  }

  /** Other processes can be heard from now on, in every namespace. */
  greet(): void {
    for (const channel of this.#channels.values()) channel.greet();
  }

  /** Ends the channels for everybody on them. */
  dismiss(): void {
    for (const channel of this.#channels.values()) channel.dismiss();
  }

  /** Opens the namespace that a client asks for; undefined for a name that is not of this path. */
  open(name: string): true | ErrorPayload | undefined {
    const match = this.#match(name);
    if (match === undefined) return undefined;
    if (!match.ok) return match.error;
    this.#channelAt(name, match.params);
    return true;
  }

  /**
   * The channel of given parameters, whether anybody is there or not.
   *
   * @throws WireError `bad_input` for parameters that break the contract.
   */
  channelOf(params: unknown): Channel {
    const { path, params: definition } = this.definition;
    const name = fillPath(path, definition.check, params);
    const read = definition.check.read(params);
    // `fillPath` has thrown for what the check refuses.
    return this.#channelAt(name, read.ok ? read.value : params);
  }

  /** A namespace's name as it may be logged: the path itself where a parameter is sensitive. */
  loggableName(name: string): string {
    const { path, params } = this.definition;
    return params.check.sensitive === undefined ? name.slice(0, maxLoggedLength) : path;
  }

  /** Runs a schema of the contract, where Socket.IO catches nothing. */
  #match(name: string): PathMatch | undefined {
    const { definition, log, hooks } = this.#options;
    try {
      return matchPath(definition.path, definition.params, name);
    } catch (error) {
      const place = `${definition.name}.params`;
      const onError = hooks.onError === undefined ? [] : [hooks.onError];
      const scene = { log, place, name: "params", clientId: undefined, onError };
      return { ok: false, error: maskFailure(scene, error) };
    }
  }

  #channelAt(name: string, params: unknown): Channel {
    const known = this.#channels.get(name);
    if (known !== undefined) return known;
    const { io, keptMs, log, ...options } = this.#options;
    const namespace = io.of(name);
    const channel = new Channel({
      ...options,
      namespace,
      params,
      log: log.child({ namespace: this.loggableName(name) }),
      kin: this.#first,
    });
    this.#first ??= channel;
    this.#channels.set(name, channel);
    admitClients(channel);
    closeWhenEmpty(namespace, {
      keptMs,
      forget: () => {
        channel.closePresence();
        this.#channels.delete(name);
        io._nsps.delete(name);
      },
    });
    return channel;
  }
}
