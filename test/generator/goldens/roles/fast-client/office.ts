// Made by wirepact from contract/office.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:c7fad425873145d9

import {
  argumentList,
  array,
  type Call,
  type CallWithoutInput,
  type ChannelClient,
  type ClientDefinition,
  type ConnectOptions,
  connectChannel,
  type DeclaredFailure,
  type DownloadWithoutInput,
  date,
  download,
  type Emit,
  type EmitArguments,
  type EmitWithoutPayload,
  idempotentCall,
  incomingEvent,
  int,
  type JoinableRoom,
  joinedRoom,
  max,
  number,
  type On,
  type OnReplayed,
  object,
  outgoingCall,
  outgoingEvent,
  presentAuth,
  replayedEvent,
  type SystemFailure,
  straightCheck,
  string,
  tuple,
  volatileEvent,
} from "wirepact/client";
import {
  readBooksItem,
  readClosedPayload,
  readFiledPayload,
  readOfficeSuspended,
  readWhoAmIOutput,
  writeArchiveKey,
  writeDismissInput,
  writeNudgeArgs,
  writeOfficeAuth,
  writeStampPayload,
} from "./office.checks.js";

/**
 * What a client presents to `office`.
 *
 * @see [contract/office.ts:6](../contract/office.ts#L6)
 */
export interface OfficeAuth {
  badge: string;
}

/**
 * Data of `office`'s error `Suspended`.
 *
 * @see [contract/office.ts:7](../contract/office.ts#L7)
 */
export interface OfficeSuspended {
  until: Date;
}

/**
 * The input of `office.dismiss`.
 *
 * @see [contract/office.ts:18](../contract/office.ts#L18)
 */
export interface DismissInput {
  name: string;
}

/**
 * The payload of `office.stamp`.
 *
 * @see [contract/office.ts:19](../contract/office.ts#L19)
 */
export interface StampPayload {
  page: number;
}

/**
 * The arguments of `office.nudge`.
 *
 * @see [contract/office.ts:20](../contract/office.ts#L20)
 */
export type NudgeArgs = [string, number];

/** What the server may refuse a connection to `office` with: narrow by `code`. */
export type OfficeRefusal = SystemFailure | DeclaredFailure<"Suspended", OfficeSuspended>;

/** Calls to the server on `office`. */
export interface OfficeCalls {
  /** @see [contract/office.ts:16](../contract/office.ts#L16) */
  readonly whoAmI: CallWithoutInput<string[], SystemFailure>;
  /**
   * Lets somebody go.
   *
   * Idempotent: sent again over reconnects until its deadline, and run once. Requires the role `head`.
   *
   * @see [contract/office.ts:18](../contract/office.ts#L18)
   */
  readonly dismiss: Call<DismissInput, void, SystemFailure>;
}

/** Events to the server on `office`. */
export interface OfficeEvents {
  /**
   * Dropped where it cannot leave at once. Requires one of the roles `staff` and `head`.
   *
   * @see [contract/office.ts:19](../contract/office.ts#L19)
   */
  readonly stamp: Emit<StampPayload>;
  /**
   * Requires the role `staff`.
   *
   * @see [contract/office.ts:20](../contract/office.ts#L20)
   */
  readonly nudge: EmitArguments<NudgeArgs>;
  /**
   * Requires the role `staff`.
   *
   * @see [contract/office.ts:21](../contract/office.ts#L21)
   */
  readonly knock: EmitWithoutPayload;
}

/** Streams of `office`. */
export interface OfficeStreams {
  /**
   * Requires one of the roles `staff`, `head` and `auditor`.
   *
   * @see [contract/office.ts:22](../contract/office.ts#L22)
   */
  readonly books: DownloadWithoutInput<string, void, SystemFailure>;
}

/** Events of the server on `office`. */
export interface OfficeListeners {
  /** @see [contract/office.ts:25](../contract/office.ts#L25) */
  readonly filed: On<string>;
  /**
   * Replayed: what was sent while the client was away comes when it is back, in order and once.
   *
   * @see [contract/office.ts:26](../contract/office.ts#L26)
   */
  readonly closed: OnReplayed<number>;
}

/** Rooms of `office`, by family and key. */
export interface OfficeRooms {
  /**
   * Where the books are.
   *
   * Requires one of the roles `head` and `auditor`.
   *
   * @see [contract/office.ts:11](../contract/office.ts#L11)
   */
  readonly archive: (key: string) => JoinableRoom<SystemFailure>;
}

/**
 * An office, and who may do what in it.
 *
 * @see [contract/office.ts:5](../contract/office.ts#L5)
 */
export interface OfficeClient extends ChannelClient<OfficeRefusal> {
  /** Calls the server and awaits its typed reply. */
  readonly call: OfficeCalls;
  /** Sends an event to the server. */
  readonly emit: OfficeEvents;
  /** Opens a stream: many items for one request. */
  readonly stream: OfficeStreams;
  /** Listens to an event of the server; each returns its own stop function. */
  readonly on: OfficeListeners;
  /** Rooms: to join and to leave, and who is there. */
  readonly rooms: OfficeRooms;
  /** Presents other auth on the open connection: rooms and streams stay, and a refusal changes nothing. */
  readonly reauthenticate: Call<OfficeAuth, void, OfficeRefusal>;
}

/** Options of {@link connectOffice}; `office` asks for `auth`. */
export interface OfficeOptions extends ConnectOptions {
  /** What the client presents: a value, or a function that is asked anew at each connection attempt. */
  readonly auth: OfficeAuth | (() => OfficeAuth | Promise<OfficeAuth>);
}

/**
 * Connects to `office`. Channels to the same server share one connection; listeners added before it is
 * there miss nothing.
 *
 * @param url - The server's origin, `"http://localhost:3000"`; `"/"` in a browser is the page's own.
 */
export function connectOffice(url: string, options: OfficeOptions): OfficeClient {
  return connectChannel<OfficeClient>(officeDefinition, url, options);
}

/** `office` as the runtime sees it. */
const officeDefinition: ClientDefinition = {
  name: "office",
  path: "/office",
  fingerprint: "e9b1b175e1daef51",
  auth: presentAuth(straightCheck({ write: writeOfficeAuth }, () => object({ badge: string() }))),
  errors: { Suspended: straightCheck({ read: readOfficeSuspended }, () => object({ until: date() })) },
  call: {
    whoAmI: outgoingCall({ output: straightCheck({ read: readWhoAmIOutput }, () => array(string())) }),
    dismiss: idempotentCall({
      input: straightCheck({ write: writeDismissInput }, () => object({ name: string() })),
    }),
  },
  emit: {
    stamp: volatileEvent(straightCheck({ write: writeStampPayload }, () => object({ page: number(int) }))),
    nudge: outgoingEvent(
      straightCheck({ write: writeNudgeArgs }, () => tuple([string(), number(int)])),
      argumentList(2),
    ),
    knock: outgoingEvent(),
  },
  stream: {
    books: download({ serverItem: straightCheck({ read: readBooksItem }, () => string()) }),
  },
  on: {
    filed: incomingEvent(straightCheck({ read: readFiledPayload }, () => string())),
    closed: replayedEvent(straightCheck({ read: readClosedPayload }, () => number(int))),
  },
  rooms: {
    archive: joinedRoom({ key: straightCheck({ write: writeArchiveKey }, () => string(max(20))) }),
  },
};
