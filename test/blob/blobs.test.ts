import { io } from "socket.io-client";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { WireError } from "wirepact/client";
import { picture, startGallery } from "./start-gallery.js";

const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 251);

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer());
}

describe.each(["polling", "websocket"] as const)("over %s", (transport) => {
  const connect = { transports: [transport] };

  it("a File is a File again on each side, with equal bytes, name, type and time", async () => {
    const seen: unknown[] = [];
    const { client } = await startGallery(
      {
        async develop({ title, image }) {
          seen.push(image instanceof File, image.name, image.type, image.lastModified, await bytesOf(image));
          return { title, image, thumb: image.slice(0, 5, "image/x-thumb") };
        },
      },
      connect,
    );
    const image = new File([bytes], "Katze ä.png", { type: "image/png", lastModified: 1_600_000_000_123 });
    const reply = await client.call.develop({ title: "cat", image });
    const expected = [true, "Katze ä.png", "image/png", 1_600_000_000_123, bytes];
    expect(seen).toEqual(expected);
    const { image: back, thumb } = reply;
    expect([back instanceof File, back.name, back.type, back.lastModified, await bytesOf(back)]).toEqual(
      expected,
    );
    expect([thumb instanceof Blob, thumb instanceof File, thumb?.type]).toEqual([
      true,
      false,
      "image/x-thumb",
    ]);
    expect(thumb && (await bytesOf(thumb))).toEqual(bytes.subarray(0, 5));
  });

  it("an empty Blob without a type, and a large one, arrive as they are", async () => {
    const { client } = await startGallery({}, connect);
    const empty = await client.call.echo(new Blob([]));
    expect([empty.size, empty.type]).toEqual([0, ""]);
    const large = await client.call.echo(new Blob([new Uint8Array(700_000).fill(7)]));
    expect(large.size).toBe(700_000);
    expect(new Set(await bytesOf(large))).toEqual(new Set([7]));
  });

  it("Blobs travel as items of a stream, its input and its result", async () => {
    const { client } = await startGallery({}, connect);
    const texts = ["one", "two and", "three"];
    const scan = client.stream.scan(
      new Blob(["in"]),
      texts.map((text) => new Blob([text])),
    );
    const heard: string[] = [];
    for await (const item of scan) heard.push(`${item.name} ${await item.text()}`);
    expect(heard).toEqual(["3 one", "7 two and", "5 three"]);
    expect(await (await scan.result).text()).toBe("in");
  });

  it("a call of the server carries Blobs both ways", async () => {
    const { app, client } = await startGallery({}, connect);
    client.handle.frame(({ image }) => new Blob(["<", image, ">"], { type: image.type }));
    const [one] = await app.sockets.gallery.all.call.frame({ title: "", image: picture("cat") });
    const { value } = one as { readonly value: Blob };
    expect([await value.text(), value.type]).toEqual(["<cat>", "image/png"]);
  });

  it("events to one, to a room and to all bring their Blob", async () => {
    const heard: string[] = [];
    const { app, client } = await startGallery({}, connect);
    client.on.hung(async ({ title, image }) => heard.push(`${title} ${await image.text()}`));
    const { gallery } = app.sockets;
    gallery.all.emit.hung({ title: "all", image: picture("22") });
    gallery.to.wall("a").emit.hung({ title: "nobody", image: picture("4") });
    await vi.waitFor(() => expect(heard).toContain("all 22"));
    expect(heard).not.toContain("nobody 4");
  });
});

it("zod's checks of a file run before it leaves, and where it arrives", async () => {
  const { client, url } = await startGallery();
  const wrongType = new File(["x"], "x.gif", { type: "image/gif" });
  const tooLong = new File([new Uint8Array(100_001)], "x.png", { type: "image/png" });
  const refused = async (image: File) => {
    const result = await client.call.develop.safe({ title: "", image });
    return result.ok
      ? []
      : [result.error.code, result.error.issues?.map(({ path, message }) => [path, message])];
  };
  const mimes = 'Invalid option: expected one of "image/png"|"image/jpeg"';
  expect(await refused(wrongType)).toEqual(["bad_input", [[["image"], mimes]]]);
  const size = "Too big: expected file to have <=100000 bytes";
  expect(await refused(tooLong)).toEqual(["bad_input", [[["image"], size]]]);

  const plain = io(`${url}/gallery`, { transports: ["websocket"] });
  onTestFinished(() => void plain.close());
  const image = { bytes: Buffer.alloc(0), type: "image/gif", name: "x.gif" };
  const reply = await plain.emitWithAck("develop", { title: "", image });
  expect(reply.error.code).toBe("bad_input");
  expect(reply.error.issues.map(({ message }: { message: string }) => message)).toEqual([
    "Too small: expected file to have >=1 bytes",
    mimes,
  ]);
});

it("a refinement of the author's sees a File, and an option of a union is told", async () => {
  const { client } = await startGallery();
  expect(await client.call.named(new File([""], "open"))).toBe("open");
  const secret = await client.call.named.safe(new File([""], "secret"));
  expect(!secret.ok && secret.error.code).toBe("bad_input");
});

it("a reply whose file breaks the contract is bad_output", async () => {
  const { client } = await startGallery({ develop: (photo) => ({ ...photo, image: new File([], "empty") }) });
  const result = await client.call.develop.safe({ title: "", image: picture("x") });
  expect(!result.ok && result.error.code).toBe("bad_output");
});

it("a plain client takes part with the bytes as an attachment", async () => {
  const { url } = await startGallery();
  const plain = io(`${url}/gallery`, { transports: ["websocket"] });
  onTestFinished(() => void plain.close());
  const image = { bytes: Buffer.from("cat"), type: "image/png", name: "cat.png", lastModified: 5 };
  const { value } = await plain.emitWithAck("develop", { title: "t", image });
  expect(value).toEqual({ title: "t", image });
  // Type and time may be left out.
  const bare = await plain.emitWithAck("echo", { bytes: Buffer.from("x") });
  expect(bare).toEqual({ ok: true, value: { bytes: Buffer.from("x"), type: "" } });
});

it.each([
  ["text in the place of bytes", { bytes: "cat", type: "image/png", name: "cat.png" }],
  ["bytes alone", Buffer.from("cat")],
  ["a type that is no text", { bytes: Buffer.from("x"), type: 5, name: "x" }],
  ["no name", { bytes: Buffer.from("x"), type: "image/png" }],
  ["a time that is none", { bytes: Buffer.from("x"), type: "image/png", name: "x", lastModified: "now" }],
])("%s is no File", async (_what, image) => {
  const { url } = await startGallery();
  const plain = io(`${url}/gallery`, { transports: ["websocket"] });
  onTestFinished(() => void plain.close());
  const { error } = await plain.emitWithAck("develop", { title: "", image });
  expect([error.code, error.issues[0].path, error.issues[0].code]).toEqual([
    "bad_input",
    ["image"],
    "invalid_type",
  ]);
});

it("an idempotent call repeats a Blob that it has read", async () => {
  const { client, app } = await startGallery();
  let runs = 0;
  const kept = client.call.keep({ title: "x", image: picture("x") });
  for (const { conn } of app.sockets.gallery.namespace.sockets.values()) conn.close();
  expect(await kept).toBe("x");
  runs++;
  expect(runs).toBe(1);
});

it("what is larger than the server takes is too_large before it is read", async () => {
  const { client } = await startGallery();
  const blob = new Blob([new Uint8Array(1_100_000)]);
  const read = vi.spyOn(blob, "arrayBuffer");
  const result = await client.call.echo.safe(blob);
  expect(!result.ok && (result.error as WireError).code).toBe("too_large");
  expect(() => client.emit.shown({ order: 1, image: blob })).toThrow(
    expect.objectContaining({ code: "too_large" }),
  );
  expect(read).not.toHaveBeenCalled();
});
