// Made by wirepact from contract/vault.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:80d9397a8ea172f2

import {
  type Call,
  type CallWithArguments,
  type ChannelClient,
  type ConnectOptions,
  connectChannel,
  type DeclaredFailure,
  type Duplex,
  type Emit,
  type Handle,
  type JoinablePresenceRoom,
  type On,
  type SystemFailure,
} from "wirepact/client";
import type { Drawer, Secret } from "./schemas.js";
import { vaultDefinition } from "./vault.definition.js";

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

/** What `vault.store` may fail with: narrow by `code`. */
export type StoreFailure = SystemFailure | DeclaredFailure<"Known", StoreKnown>;

/** What the server may refuse a connection to `vault` with: narrow by `code`. */
export type VaultRefusal = SystemFailure | DeclaredFailure<"Locked", VaultLocked>;

/** Calls to the server on `vault`. */
export interface VaultCalls {
  /**
   * Stores what is given.
   *
   * @see [contract/vault.ts:29](../contract/vault.ts#L29)
   */
  readonly store: Call<StoreInput, StoreOutput, StoreFailure>;
  /**
   * Checked by the author's own code.
   *
   * `input` is also checked by the author's code, on the server only.
   *
   * @see [contract/vault.ts:45](../contract/vault.ts#L45)
   */
  readonly verify: Call<VerifyInput, void, SystemFailure>;
  /** @see [contract/vault.ts:55](../contract/vault.ts#L55) */
  readonly both: CallWithArguments<BothArgs, void, SystemFailure>;
}

/** Events to the server on `vault`. */
export interface VaultEvents {
  /** @see [contract/vault.ts:54](../contract/vault.ts#L54) */
  readonly whisper: Emit<WhisperPayload>;
}

/** Streams of `vault`. */
export interface VaultStreams {
  /** @see [contract/vault.ts:56](../contract/vault.ts#L56) */
  readonly pour: Duplex<PourInput, Secret, Secret, void, SystemFailure>;
}

/** Events of the server on `vault`. */
export interface VaultListeners {
  /** @see [contract/vault.ts:60](../contract/vault.ts#L60) */
  readonly told: On<ToldPayload>;
}

/** Calls of the server on `vault`. */
export interface VaultClientHandlers {
  /** @see [contract/vault.ts:59](../contract/vault.ts#L59) */
  readonly ask: Handle<AskInput, AskOutput, object>;
}

/** Rooms of `vault`, by family and key. */
export interface VaultRooms {
  /** @see [contract/vault.ts:22](../contract/vault.ts#L22) */
  readonly safe: (key: SafeKey) => JoinablePresenceRoom<SystemFailure, SafePresence, SafePresence>;
}

/**
 * A vault of a tenant.
 *
 * @see [contract/vault.ts:17](../contract/vault.ts#L17)
 */
export interface VaultClient extends ChannelClient<VaultRefusal> {
  /** Calls the server and awaits its typed reply. */
  readonly call: VaultCalls;
  /** Sends an event to the server. */
  readonly emit: VaultEvents;
  /** Opens a stream: many items for one request. */
  readonly stream: VaultStreams;
  /** Listens to an event of the server; each returns its own stop function. */
  readonly on: VaultListeners;
  /** Answers a call of the server; each returns its own stop function. */
  readonly handle: VaultClientHandlers;
  /** Rooms: to join and to leave, and who is there. */
  readonly rooms: VaultRooms;
  /** Presents other auth on the open connection: rooms and streams stay, and a refusal changes nothing. */
  readonly reauthenticate: Call<VaultAuth, void, VaultRefusal>;
}

/** Options of {@link connectVault}; `vault` asks for `params` and `auth`. */
export interface VaultOptions extends ConnectOptions {
  /** The parameters of the path `/vault/:tenant`. */
  readonly params: VaultParams;
  /** What the client presents: a value, or a function that is asked anew at each connection attempt. */
  readonly auth: VaultAuth | (() => VaultAuth | Promise<VaultAuth>);
}

/**
 * Connects to `vault`. Channels to the same server share one connection; listeners added before it is
 * there miss nothing.
 *
 * @param url - The server's origin, `"http://localhost:3000"`; `"/"` in a browser is the page's own.
 */
export function connectVault(url: string, options: VaultOptions): VaultClient {
  return connectChannel<VaultClient>(vaultDefinition, url, options);
}
