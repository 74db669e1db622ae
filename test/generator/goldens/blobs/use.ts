import assert from "node:assert/strict";
import Fastify from "fastify";
import { connectGallery } from "./client/gallery.js";
import { implementGallery } from "./server/gallery.js";
import { sockets } from "./server/sockets.js";

/** Sends a file and hears of it, ahead of what was sent behind it. */
export async function use(): Promise<void> {
  const gallery = implementGallery({
    develop(photo, context) {
      context.emit.hung(photo);
      context.emit.noted("behind the photo");
      return photo;
    },
    echo: (blob) => blob,
    say: (text) => text,
    keep: ({ title }) => title,
    shown() {},
    named: (file) => file,
    async *scan(input, items) {
      for await (const item of items) yield new File([item], "page");
      return input;
    },
  });
  for (const transports of [["websocket"], ["polling"]] as const) {
    const app = Fastify();
    await app.register(sockets, { channels: { gallery } });
    const url = await app.listen({ port: 0, host: "127.0.0.1" });
    const client = connectGallery(url, { transports });
    const heard: string[] = [];
    client.on.hung(({ image }) => heard.push(image.name));
    client.on.noted((text) => heard.push(text));
    try {
      const image = new File(["cat"], "cat.png", { type: "image/png", lastModified: 5 });
      const photo = await client.call.develop({ title: "cat", image });
      assert.deepEqual(
        [photo.image.name, photo.image.type, photo.image.lastModified, await photo.image.text()],
        ["cat.png", "image/png", 5, "cat"],
      );
      assert.deepEqual(heard, ["cat.png", "behind the photo"]);
      const wrong = await client.call.develop.safe({ title: "", image: new File([""], "cat.png") });
      assert.equal(wrong.ok ? "" : wrong.error.code, "bad_input");
    } finally {
      client.close();
      await app.close();
    }
  }
}
