import Fastify, { type FastifyInstance } from "fastify";
import { onTestFinished } from "vitest";
import type { ConnectOptions } from "wirepact/client";
import type { SocketServerOptions } from "wirepact/server";
import { connectGallery, type GalleryClient } from "../generator/goldens/blobs/client/gallery.js";
import { type GalleryHandlers, implementGallery } from "../generator/goldens/blobs/server/gallery.js";
import { sockets } from "../generator/goldens/blobs/server/sockets.js";

type Handlers = GalleryHandlers<undefined>;

export interface LogLine {
  readonly level: number;
  readonly msg: string;
}

export interface Gallery {
  readonly app: FastifyInstance;
  readonly url: string;
  readonly client: GalleryClient;
  readonly log: readonly LogLine[];
  /** One more client; it ends with the test. */
  join(options?: ConnectOptions): GalleryClient;
}

/** The generated server and client of the golden `blobs`, on a free port of 127.0.0.1; they end with the test. */
export async function startGallery(
  handlers: Partial<Handlers> = {},
  connect: ConnectOptions = {},
  options: SocketServerOptions = {},
): Promise<Gallery> {
  const log: LogLine[] = [];
  const app = Fastify({
    logger: { level: "debug", stream: { write: (line: string) => log.push(JSON.parse(line)) } },
  });
  await app.register(sockets, {
    channels: { gallery: implementGallery({ ...idle, ...handlers }) },
    ...options,
  });
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  const join = (options: ConnectOptions = {}) => {
    const client = connectGallery(url, { reconnectionDelayMs: 1, ...options });
    onTestFinished(() => client.close());
    return client;
  };
  onTestFinished(() => app.close());
  const client = join(connect);
  await client.whenConnected();
  return { app, url, client, log, join };
}

/** Handlers that give back what they get. */
const idle: Handlers = {
  develop: (photo) => photo,
  echo: (given) => given,
  say: (text) => text,
  keep: ({ title }) => title,
  shown() {},
  named: (file) => file.name,
  async *scan(input, items) {
    for await (const item of items) yield new File([item], `${item.size}`);
    return input;
  },
};

/** A Blob whose bytes are there once its gate is opened. */
export function gatedBlob(text: string): {
  readonly blob: Blob;
  open(): void;
  readonly isAsked: () => boolean;
} {
  return gated(new Blob([text], { type: "text/plain" }));
}

/** The same as a picture's file. */
export function gatedFile(text: string): {
  readonly blob: File;
  open(): void;
  readonly isAsked: () => boolean;
} {
  return gated(picture(text));
}

function gated<Made extends Blob>(blob: Made) {
  let open = () => {};
  let isAsked = false;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const read = blob.arrayBuffer.bind(blob);
  blob.arrayBuffer = async () => {
    isAsked = true;
    await gate;
    return read();
  };
  return { blob, open: () => open(), isAsked: () => isAsked };
}

/** What a File is once its file was changed. */
export function brokenFile(text: string): File {
  const file = picture(text);
  file.arrayBuffer = () => Promise.reject(new DOMException("changed", "NotReadableError"));
  return file;
}

export function picture(text: string): File {
  return new File([text], "cat.png", { type: "image/png", lastModified: 1_700_000_000_000 });
}
