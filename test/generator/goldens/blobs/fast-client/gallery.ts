// Made by wirepact from contract/gallery.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:c1382462c33fcc5e

import {
  type Call,
  type ChannelClient,
  type ConnectOptions,
  connectChannel,
  type Duplex,
  type Emit,
  type Handle,
  type On,
  type SystemFailure,
} from "wirepact/client";
import { galleryDefinition } from "./gallery.definition.js";
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

/** Calls to the server on `gallery`. */
export interface GalleryCalls {
  /**
   * Gives the photo back.
   *
   * @see [contract/gallery.ts:15](../contract/gallery.ts#L15)
   */
  readonly develop: Call<Photo, DevelopOutput, SystemFailure>;
  /**
   * Limits of a client: 1000000 bytes a payload.
   *
   * @see [contract/gallery.ts:16](../contract/gallery.ts#L16)
   */
  readonly echo: Call<Blob, Blob, SystemFailure>;
  /** @see [contract/gallery.ts:17](../contract/gallery.ts#L17) */
  readonly say: Call<string, string, SystemFailure>;
  /**
   * Keeps the photo under a number that is made up once.
   *
   * Idempotent: sent again over reconnects until its deadline, and run once.
   *
   * @see [contract/gallery.ts:19](../contract/gallery.ts#L19)
   */
  readonly keep: Call<Photo, string, SystemFailure>;
  /**
   * The author's own check runs on the server.
   *
   * `input` is also checked by the author's code, on the server only.
   *
   * @see [contract/gallery.ts:22](../contract/gallery.ts#L22)
   */
  readonly named: Call<File, NamedOutput, SystemFailure>;
}

/** Events to the server on `gallery`. */
export interface GalleryEvents {
  /** @see [contract/gallery.ts:20](../contract/gallery.ts#L20) */
  readonly shown: Emit<ShownPayload>;
}

/** Streams of `gallery`. */
export interface GalleryStreams {
  /** @see [contract/gallery.ts:23](../contract/gallery.ts#L23) */
  readonly scan: Duplex<Blob, File, Blob, Blob, SystemFailure>;
}

/** Events of the server on `gallery`. */
export interface GalleryListeners {
  /** @see [contract/gallery.ts:26](../contract/gallery.ts#L26) */
  readonly hung: On<Photo>;
  /** @see [contract/gallery.ts:27](../contract/gallery.ts#L27) */
  readonly noted: On<string>;
}

/** Calls of the server on `gallery`. */
export interface GalleryClientHandlers {
  /** @see [contract/gallery.ts:28](../contract/gallery.ts#L28) */
  readonly frame: Handle<Photo, Blob, object>;
}

/**
 * The client of `gallery`.
 *
 * @see [contract/gallery.ts:11](../contract/gallery.ts#L11)
 */
export interface GalleryClient extends ChannelClient<SystemFailure> {
  /** Calls the server and awaits its typed reply. */
  readonly call: GalleryCalls;
  /** Sends an event to the server. */
  readonly emit: GalleryEvents;
  /** Opens a stream: many items for one request. */
  readonly stream: GalleryStreams;
  /** Listens to an event of the server; each returns its own stop function. */
  readonly on: GalleryListeners;
  /** Answers a call of the server; each returns its own stop function. */
  readonly handle: GalleryClientHandlers;
}

/**
 * Connects to `gallery`. Channels to the same server share one connection; listeners added before it is
 * there miss nothing.
 *
 * @param url - The server's origin, `"http://localhost:3000"`; `"/"` in a browser is the page's own.
 */
export function connectGallery(url: string, options: ConnectOptions = {}): GalleryClient {
  return connectChannel<GalleryClient>(galleryDefinition, url, options);
}
