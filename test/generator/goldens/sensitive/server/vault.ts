// Made by wirepact from contract/vault.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:ae90f6e1f77a5864

import {
  type Call,
  type ChannelImplementation,
  type ClientItems,
  type Connecting,
  type ConnectionContext,
  type ConnectionRequest,
  type DeclaredError,
  type Emit,
  type Failure,
  type GroupCall,
  implementChannel,
  type JoinablePresenceHandlers,
  type Middleware,
  type Namespace,
  type PresenceHandle,
  type PresenceMembership,
  type Refusals,
  type RunsIn,
  type ServerItems,
  type SessionOf,
  type TargetBase,
  type WithParams,
} from "wirepact/server";
import type { Drawer, Secret } from "./schemas.js";

/**
 * The parameters of `vault`.
 *
 * @see [contract/vault.ts:18](../contract/vault.ts#L18)
 */
export interface VaultParams {
  /** Sensitive: not logged. */
  tenant: string;
}

/**
 * What a client presents to `vault`.
 *
 * @see [contract/vault.ts:19](../contract/vault.ts#L19)
 */
export interface VaultAuth {
  user: string;
  /** Sensitive: not logged. */
  token: Secret;
}

/**
 * Data of `vault`'s error `Locked`.
 *
 * @see [contract/vault.ts:20](../contract/vault.ts#L20)
 */
export interface VaultLocked {
  /** Sensitive: not logged. */
  hint?: Secret | undefined;
}

/**
 * The key of a `safe` room of `vault`.
 *
 * @see [contract/vault.ts:22](../contract/vault.ts#L22)
 */
export interface SafeKey {
  /** Sensitive: not logged. */
  pin: Secret;
}

/**
 * What is told of who is in `vault.safe`.
 *
 * @see [contract/vault.ts:24](../contract/vault.ts#L24)
 */
export interface SafePresence {
  mood: string;
  /** Sensitive: not logged. */
  place: Secret;
}

/**
 * The input of `vault.store`.
 *
 * @see [contract/vault.ts:30](../contract/vault.ts#L30)
 */
export interface StoreInput {
  name: string;
  /**
   * At least four letters.
   *
   * Sensitive: not logged.
   *
   * @see [contract/vault.ts:33](../contract/vault.ts#L33)
   */
  password: Secret;
  /** Sensitive: not logged. */
  pin?: string | undefined;
  cards: {
    /** Sensitive: not logged. */
    number: Secret;
    label: string;
  }[];
  /**
   * By question.
   *
   * @see [contract/vault.ts:36](../contract/vault.ts#L36)
   */
  answers: { [key: Secret]: string };
  notes: Map<string, Secret>;
  drawer?: Drawer | undefined;
  contact:
    | {
        /** Sensitive: not logged. */
        mail: Secret;
      }
    | { place: string };
}

/**
 * The output of `vault.store`.
 *
 * @see [contract/vault.ts:41](../contract/vault.ts#L41)
 */
export interface StoreOutput {
  name: string;
  /** Sensitive: not logged. */
  recovery: Secret;
}

/**
 * Data of `vault.store`'s error `Known`.
 *
 * @see [contract/vault.ts:42](../contract/vault.ts#L42)
 */
export interface StoreKnown {
  /** Sensitive: not logged. */
  hint: Secret;
}

/**
 * The input of `vault.verify`.
 *
 * @see [contract/vault.ts:46](../contract/vault.ts#L46)
 */
export interface VerifyInput {
  /** Sensitive: not logged. */
  code: string;
}

/**
 * The payload of `vault.whisper`.
 *
 * Sensitive: not logged.
 *
 * @see [contract/vault.ts:54](../contract/vault.ts#L54)
 */
export interface WhisperPayload {
  text: string;
}

/**
 * The arguments of `vault.both`.
 *
 * @see [contract/vault.ts:55](../contract/vault.ts#L55)
 */
export type BothArgs = [string, Secret];

/**
 * The input of `vault.pour`.
 *
 * @see [contract/vault.ts:56](../contract/vault.ts#L56)
 */
export interface PourInput {
  /** Sensitive: not logged. */
  key: Secret;
}

/**
 * The input of `vault.ask`.
 *
 * @see [contract/vault.ts:59](../contract/vault.ts#L59)
 */
export interface AskInput {
  about: string;
}

/**
 * The output of `vault.ask`.
 *
 * @see [contract/vault.ts:59](../contract/vault.ts#L59)
 */
export interface AskOutput {
  /** Sensitive: not logged. */
  pin: Secret;
}

/**
 * The payload of `vault.told`.
 *
 * @see [contract/vault.ts:60](../contract/vault.ts#L60)
 */
export interface ToldPayload {
  /** Sensitive: not logged. */
  secret: Secret;
}

/** Makes the errors that the contract declares for `vault.store`, to be thrown. */
export interface StoreErrors {
  /** @see [contract/vault.ts:42](../contract/vault.ts#L42) */
  readonly Known: DeclaredError<StoreKnown>;
}

/** Makes what `vault` may refuse a client with, to be thrown. */
export interface VaultRefusals extends Refusals {
  /** @see [contract/vault.ts:20](../contract/vault.ts#L20) */
  readonly Locked: DeclaredError<VaultLocked>;
}

/** Events that the server may send on `vault`. */
export interface VaultEvents {
  /** @see [contract/vault.ts:60](../contract/vault.ts#L60) */
  readonly told: Emit<ToldPayload>;
}

/** Calls that the server may make to one client of `vault`. */
export interface VaultCalls {
  /** @see [contract/vault.ts:59](../contract/vault.ts#L59) */
  readonly ask: Call<AskInput, AskOutput>;
}

/** The same calls, to each client of a group: one outcome for each. */
export interface VaultGroupCalls {
  /** @see [contract/vault.ts:59](../contract/vault.ts#L59) */
  readonly ask: GroupCall<AskInput, AskOutput>;
}

/** Clients of `vault` that something is sent to. */
export interface VaultTarget extends TargetBase<VaultTarget> {
  readonly emit: VaultEvents;
  readonly call: VaultGroupCalls;
  /** Narrows to a room; used again, adds another one. */
  readonly to: VaultRoomTargets;
  /** Takes out the clients of a room. */
  readonly except: VaultRoomTargets;
}

/** The rooms of `vault` as targets, by family and key. */
export interface VaultRoomTargets {
  /** @see [contract/vault.ts:22](../contract/vault.ts#L22) */
  readonly safe: (key: SafeKey) => VaultTarget;
}

/** The rooms of `vault`, seen from one client. */
export interface VaultMemberships<Session> {
  /** @see [contract/vault.ts:22](../contract/vault.ts#L22) */
  readonly safe: (key: SafeKey) => PresenceMembership<Session, SafeKey, SafePresence, SafePresence>;
}

/** The rooms of `vault`, seen from outside a handler. */
export interface VaultRooms<Session> {
  /** @see [contract/vault.ts:22](../contract/vault.ts#L22) */
  readonly safe: (key: SafeKey) => PresenceHandle<Session, SafeKey, SafePresence>;
}

/** What the server does about the rooms of `vault`, by family. */
export interface VaultRoomHandlers<Session> {
  /** @see [contract/vault.ts:22](../contract/vault.ts#L22) */
  readonly safe: JoinablePresenceHandlers<SafeKey, VaultContext<Session>>;
}

/** One client of `vault`. */
export interface VaultPeer {
  /** Socket.IO's id of the connection. */
  readonly id: string;
  readonly emit: VaultEvents;
  readonly call: VaultCalls;
  /** Drops what the client cannot take right now. */
  readonly volatile: { readonly emit: VaultEvents };
  /** Ends this client's channel; a generated client is told the reason and stays away. */
  disconnect(reason?: string): void;
}

/** What every handler of `vault` is given besides the input. */
export interface VaultContext<Session> extends ConnectionContext<VaultAuth, Session> {
  /** The parameters of the path that the client is on. */
  readonly params: VaultParams;
  /** Sends an event to this client. */
  readonly emit: VaultEvents;
  /** Calls this client. */
  readonly call: VaultCalls;
  /** Drops what the client cannot take right now. */
  readonly volatile: { readonly emit: VaultEvents };
  /** Everyone in a room, this client too if it is inside. */
  readonly to: VaultRoomTargets;
  /** Everyone on the channel but those in a room. */
  readonly except: VaultRoomTargets;
  /** Everyone else on the channel; `others.to` leaves this client out of a room. */
  readonly others: VaultTarget;
  /** Everyone on the channel. */
  readonly all: VaultTarget;
  /** Rooms, to join and to leave. */
  readonly rooms: VaultMemberships<Session>;
}

/** What the handler of `vault.store` is given besides the input. */
export interface StoreContext<Session> extends VaultContext<Session> {
  /** Makes the declared errors: throw what it returns. */
  readonly error: StoreErrors;
}

/** What middleware adds to the contexts of `vault`, by member; of itself nothing. */
export interface VaultAdditions {
  readonly store: unknown;
  readonly verify: unknown;
  readonly whisper: unknown;
  readonly both: unknown;
  readonly pour: unknown;
}

/**
 * A vault of a tenant.
 *
 * @see [contract/vault.ts:17](../contract/vault.ts#L17)
 */
export interface VaultHandlers<Session, Additions extends VaultAdditions = VaultAdditions> {
  /** Lets a client in, and returns what its other handlers find as `context.session`; or throws `refuse.…`. */
  connect?(
    request: ConnectionRequest<VaultAuth, VaultRefusals> & WithParams<VaultParams>,
  ): Session | Promise<Session>;
  /** Runs once the client is in and can be sent to. */
  connected?(context: VaultContext<Session>): void | Promise<void>;
  /** Runs when the client is gone; `reason` is Socket.IO's. */
  disconnect?(reason: string, context: VaultContext<Session>): void | Promise<void>;
  /** Who may join rooms, and what happens as clients come to them and go. */
  readonly rooms: VaultRoomHandlers<Session>;
  /** Told of each failure of this channel that is masked or logged; changes no answer. */
  onError?(failure: Failure): void | Promise<void>;
  /**
   * Stores what is given.
   *
   * @see [contract/vault.ts:29](../contract/vault.ts#L29)
   */
  store(
    input: StoreInput,
    context: StoreContext<Session> & Additions["store"],
  ): StoreOutput | Promise<StoreOutput>;
  /**
   * Checked by the author's own code.
   *
   * @see [contract/vault.ts:45](../contract/vault.ts#L45)
   */
  verify(input: VerifyInput, context: VaultContext<Session> & Additions["verify"]): void | Promise<void>;
  /** @see [contract/vault.ts:54](../contract/vault.ts#L54) */
  whisper(input: WhisperPayload, context: VaultContext<Session> & Additions["whisper"]): void | Promise<void>;
  /** @see [contract/vault.ts:55](../contract/vault.ts#L55) */
  both(
    ...args: [...args: BothArgs, context: VaultContext<Session> & Additions["both"]]
  ): void | Promise<void>;
  /** @see [contract/vault.ts:56](../contract/vault.ts#L56) */
  pour(
    input: PourInput,
    items: ClientItems<Secret>,
    context: VaultContext<Session> & Additions["pour"],
  ): ServerItems<Secret, void>;
}

/**
 * A vault of a tenant.
 *
 * @see [contract/vault.ts:17](../contract/vault.ts#L17)
 */
export interface VaultSockets<Session = unknown> {
  /** Everyone on the channel. */
  readonly all: VaultTarget;
  /** Everyone in a room. */
  readonly to: VaultRoomTargets;
  /** Everyone on the channel but those in a room. */
  readonly except: VaultRoomTargets;
  /** Rooms: who is in them, and to put clients in or take them out. */
  readonly rooms: VaultRooms<Session>;
  /** The same, with sessions of the type that the channel's own handlers give them. */
  withSession<Session>(handlers: ChannelImplementation<"vault", Session>): VaultSockets<Session>;
  /** One client, by its id. Nothing reaches a client that is gone; calls to it fail with `disconnected`. */
  client(id: string): VaultPeer;
  /** Socket.IO's own namespace: the way out for what wirepact does not offer. Nothing on it is validated. */
  readonly namespace: Namespace;
}

/** `app.sockets.vault`: the channel of given parameters, whether anybody is there or not. */
export interface VaultSocketsOf {
  (params: VaultParams): VaultSockets;
}

/** The type of {@link implementVault}; `Needed` is what middleware asks of the session. */
export interface ImplementVault<Needed, Additions extends VaultAdditions> {
  <Session extends Needed = Needed & undefined>(
    handlers: VaultHandlers<Session, Additions> & Connecting<Needed>,
  ): ChannelImplementation<"vault", Session>;
  /**
   * Runs a middleware around the handlers of the given members, of all where none is given, within those that are
   * there already. Gives a new function and leaves this one as it is.
   */
  with<Context, Added, Member extends keyof VaultAdditions = keyof VaultAdditions>(
    middleware: Middleware<Context, Added> & RunsIn<VaultContext<SessionOf<Context>> & Additions[Member]>,
    ...members: readonly Member[]
  ): ImplementVault<Needed & SessionOf<Context>, Additions & Readonly<Record<Member, Added>>>;
}

/**
 * Takes the handlers of `vault`; hand what it returns to `sockets` as `channels.vault`.
 * What `connect` returns becomes `context.session` of every other handler, typed; write it first, since
 * TypeScript reads the handlers from the top.
 * `implementVault.with(tenancy)({ … })` runs middleware around them, whose additions to `context` they see.
 */
export const implementVault: ImplementVault<unknown, VaultAdditions> = implementChannel("vault");
