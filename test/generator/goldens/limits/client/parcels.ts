// Made by wirepact from contract/parcels.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:3aa337537cdfbda6

import {
  argumentList,
  type Call,
  type CallWithArguments,
  type CallWithoutInput,
  type ChannelClient,
  type ClientDefinition,
  type ConnectOptions,
  connectChannel,
  type Download,
  download,
  type Emit,
  type EmitArguments,
  idempotentCall,
  int,
  latestEvent,
  limited,
  number,
  object,
  outgoingCall,
  outgoingCallWithArguments,
  outgoingEvent,
  payloadCheck,
  type SystemFailure,
  string,
  tuple,
  type UploadWithoutInput,
  upload,
  volatileEvent,
  withinBytes,
} from "wirepact/client";

/**
 * The input of `parcels.send`.
 *
 * @see [contract/parcels.ts:9](../contract/parcels.ts#L9)
 */
export interface SendInput {
  content: string;
}

/**
 * The arguments of `parcels.pair`.
 *
 * @see [contract/parcels.ts:14](../contract/parcels.ts#L14)
 */
export type PairArgs = [number, number];

/**
 * The payload of `parcels.moved`.
 *
 * @see [contract/parcels.ts:17](../contract/parcels.ts#L17)
 */
export interface MovedPayload {
  x: number;
}

/**
 * The arguments of `parcels.named`.
 *
 * @see [contract/parcels.ts:19](../contract/parcels.ts#L19)
 */
export type NamedArgs = [string];

/** Calls to the server on `parcels`. */
export interface ParcelsCalls {
  /**
   * Sends a parcel.
   *
   * Limits of a client: 5 a second, 10 at once; 2 under way; 2000 bytes a payload.
   *
   * @see [contract/parcels.ts:8](../contract/parcels.ts#L8)
   */
  readonly send: Call<SendInput, number, SystemFailure>;
  /**
   * Idempotent: sent again over reconnects until its deadline, and run once. Limits of a client: 50 a second, 100 at once.
   *
   * @see [contract/parcels.ts:13](../contract/parcels.ts#L13)
   */
  readonly insure: Call<string, void, SystemFailure>;
  /**
   * Limits of a client: 9 bytes a payload.
   *
   * @see [contract/parcels.ts:14](../contract/parcels.ts#L14)
   */
  readonly pair: CallWithArguments<PairArgs, number, SystemFailure>;
  /**
   * Limits of a client: 1 under way.
   *
   * @see [contract/parcels.ts:15](../contract/parcels.ts#L15)
   */
  readonly ping: CallWithoutInput<void, SystemFailure>;
  /** @see [contract/parcels.ts:22](../contract/parcels.ts#L22) */
  readonly free: Call<string, void, SystemFailure>;
}

/** Events to the server on `parcels`. */
export interface ParcelsEvents {
  /**
   * Where the van is.
   *
   * Dropped where it cannot leave at once. Limits of a client: 30 a second, 60 at once.
   *
   * @see [contract/parcels.ts:17](../contract/parcels.ts#L17)
   */
  readonly moved: Emit<MovedPayload>;
  /**
   * Of those that cannot leave at once only the newest does, later. Limits of a client: 3 a second, 3 at once.
   *
   * @see [contract/parcels.ts:18](../contract/parcels.ts#L18)
   */
  readonly weighed: Emit<number>;
  /**
   * Limits of a client: 20 bytes a payload.
   *
   * @see [contract/parcels.ts:19](../contract/parcels.ts#L19)
   */
  readonly named: EmitArguments<NamedArgs>;
}

/** Streams of `parcels`. */
export interface ParcelsStreams {
  /**
   * Limits of a client: 10 bytes an input or item.
   *
   * @see [contract/parcels.ts:20](../contract/parcels.ts#L20)
   */
  readonly scan: UploadWithoutInput<string, number, SystemFailure>;
  /**
   * Limits of a client: 9 a second, 18 at once; 1 open.
   *
   * @see [contract/parcels.ts:21](../contract/parcels.ts#L21)
   */
  readonly track: Download<number, string, void, SystemFailure>;
}

/**
 * Parcels, of which nobody may send too many.
 *
 * @see [contract/parcels.ts:5](../contract/parcels.ts#L5)
 */
export interface ParcelsClient extends ChannelClient<SystemFailure> {
  /** Calls the server and awaits its typed reply. */
  readonly call: ParcelsCalls;
  /** Sends an event to the server. */
  readonly emit: ParcelsEvents;
  /** Opens a stream: many items for one request. */
  readonly stream: ParcelsStreams;
}

/**
 * Connects to `parcels`. Channels to the same server share one connection; listeners added before it is
 * there miss nothing.
 *
 * @param url - The server's origin, `"http://localhost:3000"`; `"/"` in a browser is the page's own.
 */
export function connectParcels(url: string, options: ConnectOptions = {}): ParcelsClient {
  return connectChannel<ParcelsClient>(parcelsDefinition, url, options);
}

/** `parcels` as the runtime sees it. */
const parcelsDefinition: ClientDefinition = {
  name: "parcels",
  path: "/parcels",
  fingerprint: "3becaca62d014269",
  call: {
    send: limited(
      { perSecond: 5, burst: 10, maxInFlight: 2 },
      outgoingCall({
        input: withinBytes(
          2000,
          payloadCheck(() => object({ content: string() })),
        ),
        output: payloadCheck(() => number(int)),
      }),
    ),
    insure: limited({ perSecond: 50, burst: 100 }, idempotentCall({ input: payloadCheck(() => string()) })),
    pair: outgoingCallWithArguments({
      input: withinBytes(
        9,
        payloadCheck(() => tuple([number(int), number(int)])),
      ),
      output: payloadCheck(() => number(int)),
    }),
    ping: limited({ maxInFlight: 1 }, outgoingCall({})),
    free: outgoingCall({ input: payloadCheck(() => string()) }),
  },
  emit: {
    moved: limited({ perSecond: 30, burst: 60 }, volatileEvent(payloadCheck(() => object({ x: number() })))),
    weighed: limited(
      { perSecond: 3, burst: 3 },
      latestEvent({ payload: payloadCheck(() => number()), latest: true }),
    ),
    named: outgoingEvent(
      withinBytes(
        20,
        payloadCheck(() => tuple([string()])),
      ),
      argumentList(1),
    ),
  },
  stream: {
    scan: upload({
      clientItem: withinBytes(
        10,
        payloadCheck(() => string()),
      ),
      result: payloadCheck(() => number(int)),
    }),
    track: limited(
      { perSecond: 9, burst: 18, maxInFlight: 1 },
      download({ input: payloadCheck(() => number(int)), serverItem: payloadCheck(() => string()) }),
    ),
  },
};
