// Made by wirepact from contract/gallery.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:7e6ac7a648f2a1d7

import {
  type Call,
  type ChannelImplementation,
  type ClientItems,
  type Connecting,
  type ConnectionContext,
  type ConnectionRequest,
  type Emit,
  type Failure,
  type GroupCall,
  implementChannel,
  type Middleware,
  type Namespace,
  type Refusals,
  type RoomHandle,
  type RoomHandlers,
  type RoomMembership,
  type RunsIn,
  type ServerItems,
  type SessionOf,
  type TargetBase,
} from "wirepact/server";
import type { Photo } from "./schemas.js";

/**
 * The output of `gallery.develop`.
 *
 * @see [contract/gallery.ts:15](../contract/gallery.ts#L15)
 */
export interface DevelopOutput {
  title: string;
  image: File;
  thumb?: Blob | undefined;
}

/**
 * The payload of `gallery.shown`.
 *
 * @see [contract/gallery.ts:20](../contract/gallery.ts#L20)
 */
export interface ShownPayload {
  order: number;
  image?: Blob | undefined;
}

/**
 * The output of `gallery.named`.
 *
 * @see [contract/gallery.ts:22](../contract/gallery.ts#L22)
 */
export type NamedOutput = Blob | string;

/** Events that the server may send on `gallery`. */
export interface GalleryEvents {
  /** @see [contract/gallery.ts:26](../contract/gallery.ts#L26) */
  readonly hung: Emit<Photo>;
  /** @see [contract/gallery.ts:27](../contract/gallery.ts#L27) */
  readonly noted: Emit<string>;
}

/** Calls that the server may make to one client of `gallery`. */
export interface GalleryCalls {
  /** @see [contract/gallery.ts:28](../contract/gallery.ts#L28) */
  readonly frame: Call<Photo, Blob>;
}

/** The same calls, to each client of a group: one outcome for each. */
export interface GalleryGroupCalls {
  /** @see [contract/gallery.ts:28](../contract/gallery.ts#L28) */
  readonly frame: GroupCall<Photo, Blob>;
}

/** Clients of `gallery` that something is sent to. */
export interface GalleryTarget extends TargetBase<GalleryTarget> {
  readonly emit: GalleryEvents;
  readonly call: GalleryGroupCalls;
  /** Narrows to a room; used again, adds another one. */
  readonly to: GalleryRoomTargets;
  /** Takes out the clients of a room. */
  readonly except: GalleryRoomTargets;
}

/** The rooms of `gallery` as targets, by family and key. */
export interface GalleryRoomTargets {
  /** @see [contract/gallery.ts:12](../contract/gallery.ts#L12) */
  readonly wall: (key: string) => GalleryTarget;
}

/** The rooms of `gallery`, seen from one client. */
export interface GalleryMemberships<Session> {
  /** @see [contract/gallery.ts:12](../contract/gallery.ts#L12) */
  readonly wall: (key: string) => RoomMembership<Session, string>;
}

/** The rooms of `gallery`, seen from outside a handler. */
export interface GalleryRooms<Session> {
  /** @see [contract/gallery.ts:12](../contract/gallery.ts#L12) */
  readonly wall: (key: string) => RoomHandle<Session, string>;
}

/** What the server does about the rooms of `gallery`, by family. */
export interface GalleryRoomHandlers<Session> {
  /** @see [contract/gallery.ts:12](../contract/gallery.ts#L12) */
  readonly wall?: RoomHandlers<string, GalleryContext<Session>>;
}

/** One client of `gallery`. */
export interface GalleryPeer {
  /** Socket.IO's id of the connection. */
  readonly id: string;
  readonly emit: GalleryEvents;
  readonly call: GalleryCalls;
  /** Drops what the client cannot take right now. */
  readonly volatile: { readonly emit: GalleryEvents };
  /** Ends this client's channel; a generated client is told the reason and stays away. */
  disconnect(reason?: string): void;
}

/** What every handler of `gallery` is given besides the input. */
export interface GalleryContext<Session> extends ConnectionContext<undefined, Session> {
  /** Sends an event to this client. */
  readonly emit: GalleryEvents;
  /** Calls this client. */
  readonly call: GalleryCalls;
  /** Drops what the client cannot take right now. */
  readonly volatile: { readonly emit: GalleryEvents };
  /** Everyone in a room, this client too if it is inside. */
  readonly to: GalleryRoomTargets;
  /** Everyone on the channel but those in a room. */
  readonly except: GalleryRoomTargets;
  /** Everyone else on the channel; `others.to` leaves this client out of a room. */
  readonly others: GalleryTarget;
  /** Everyone on the channel. */
  readonly all: GalleryTarget;
  /** Rooms, to join and to leave. */
  readonly rooms: GalleryMemberships<Session>;
}

/** What middleware adds to the contexts of `gallery`, by member; of itself nothing. */
export interface GalleryAdditions {
  readonly develop: unknown;
  readonly echo: unknown;
  readonly say: unknown;
  readonly keep: unknown;
  readonly shown: unknown;
  readonly named: unknown;
  readonly scan: unknown;
}

/**
 * What the server does on `gallery`.
 *
 * @see [contract/gallery.ts:11](../contract/gallery.ts#L11)
 */
export interface GalleryHandlers<Session, Additions extends GalleryAdditions = GalleryAdditions> {
  /** Lets a client in, and returns what its other handlers find as `context.session`; or throws `refuse.…`. */
  connect?(request: ConnectionRequest<undefined, Refusals>): Session | Promise<Session>;
  /** Runs once the client is in and can be sent to. */
  connected?(context: GalleryContext<Session>): void | Promise<void>;
  /** Runs when the client is gone; `reason` is Socket.IO's. */
  disconnect?(reason: string, context: GalleryContext<Session>): void | Promise<void>;
  /** What happens as clients come to rooms and go. */
  readonly rooms?: GalleryRoomHandlers<Session>;
  /** Told of each failure of this channel that is masked or logged; changes no answer. */
  onError?(failure: Failure): void | Promise<void>;
  /**
   * Gives the photo back.
   *
   * @see [contract/gallery.ts:15](../contract/gallery.ts#L15)
   */
  develop(
    input: Photo,
    context: GalleryContext<Session> & Additions["develop"],
  ): DevelopOutput | Promise<DevelopOutput>;
  /**
   * Limits of a client: 1000000 bytes a payload.
   *
   * @see [contract/gallery.ts:16](../contract/gallery.ts#L16)
   */
  echo(input: Blob, context: GalleryContext<Session> & Additions["echo"]): Blob | Promise<Blob>;
  /** @see [contract/gallery.ts:17](../contract/gallery.ts#L17) */
  say(input: string, context: GalleryContext<Session> & Additions["say"]): string | Promise<string>;
  /**
   * Keeps the photo under a number that is made up once.
   *
   * Idempotent: runs once, however often the call arrives; its deadline aborts it, the end of the connection does not.
   *
   * @see [contract/gallery.ts:19](../contract/gallery.ts#L19)
   */
  keep(input: Photo, context: GalleryContext<Session> & Additions["keep"]): string | Promise<string>;
  /** @see [contract/gallery.ts:20](../contract/gallery.ts#L20) */
  shown(input: ShownPayload, context: GalleryContext<Session> & Additions["shown"]): void | Promise<void>;
  /**
   * The author's own check runs on the server.
   *
   * @see [contract/gallery.ts:22](../contract/gallery.ts#L22)
   */
  named(
    input: File,
    context: GalleryContext<Session> & Additions["named"],
  ): NamedOutput | Promise<NamedOutput>;
  /** @see [contract/gallery.ts:23](../contract/gallery.ts#L23) */
  scan(
    input: Blob,
    items: ClientItems<Blob>,
    context: GalleryContext<Session> & Additions["scan"],
  ): ServerItems<File, Blob>;
}

/**
 * `app.sockets.gallery`: what the server may do on the channel from anywhere.
 *
 * @see [contract/gallery.ts:11](../contract/gallery.ts#L11)
 */
export interface GallerySockets<Session = unknown> {
  /** Everyone on the channel. */
  readonly all: GalleryTarget;
  /** Everyone in a room. */
  readonly to: GalleryRoomTargets;
  /** Everyone on the channel but those in a room. */
  readonly except: GalleryRoomTargets;
  /** Rooms: who is in them, and to put clients in or take them out. */
  readonly rooms: GalleryRooms<Session>;
  /** The same, with sessions of the type that the channel's own handlers give them. */
  withSession<Session>(handlers: ChannelImplementation<"gallery", Session>): GallerySockets<Session>;
  /** One client, by its id. Nothing reaches a client that is gone; calls to it fail with `disconnected`. */
  client(id: string): GalleryPeer;
  /** Socket.IO's own namespace: the way out for what wirepact does not offer. Nothing on it is validated. */
  readonly namespace: Namespace;
}

/** The type of {@link implementGallery}; `Needed` is what middleware asks of the session. */
export interface ImplementGallery<Needed, Additions extends GalleryAdditions> {
  <Session extends Needed = Needed & undefined>(
    handlers: GalleryHandlers<Session, Additions> & Connecting<Needed>,
  ): ChannelImplementation<"gallery", Session>;
  /**
   * Runs a middleware around the handlers of the given members, of all where none is given, within those that are
   * there already. Gives a new function and leaves this one as it is.
   */
  with<Context, Added, Member extends keyof GalleryAdditions = keyof GalleryAdditions>(
    middleware: Middleware<Context, Added> & RunsIn<GalleryContext<SessionOf<Context>> & Additions[Member]>,
    ...members: readonly Member[]
  ): ImplementGallery<Needed & SessionOf<Context>, Additions & Readonly<Record<Member, Added>>>;
}

/**
 * Takes the handlers of `gallery`; hand what it returns to `sockets` as `channels.gallery`.
 * What `connect` returns becomes `context.session` of every other handler, typed; write it first, since
 * TypeScript reads the handlers from the top.
 * `implementGallery.with(tenancy)({ … })` runs middleware around them, whose additions to `context` they see.
 */
export const implementGallery: ImplementGallery<unknown, GalleryAdditions> = implementChannel("gallery");
