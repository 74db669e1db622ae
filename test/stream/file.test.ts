import { createHash, randomBytes } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { receiveFile as read, sendFile } from "wirepact/client";
import { sendFile as give, receiveBuffer, receiveFile } from "wirepact/server";
import { startStudio, waitOptions } from "./start-studio.js";

const maxBytes = 2_000_000;
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wirepact-files-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** A server that keeps what it is sent. */
async function startKeeper(limit = maxBytes) {
  const kept: Buffer[] = [];
  const failures: unknown[] = [];
  const studio = await startStudio({
    handlers: () => ({
      async scribble(items) {
        try {
          kept.push(await receiveBuffer(items, { maxBytes: limit }));
        } catch (error) {
          failures.push(error);
          throw error;
        }
      },
    }),
  });
  return { ...studio, kept, failures };
}

describe("a file on its way up", () => {
  it.each([
    ["nothing", 0],
    ["one byte", 1],
    ["one chunk", 65_536],
    ["a chunk and a byte", 65_537],
    ["many chunks", 1_500_000],
  ])("arrives as it left: %s", async (_what, size) => {
    const { client, kept } = await startKeeper();
    const bytes = randomBytes(size);
    const progress: number[] = [];
    await sendFile(client.stream.scribble, bytes, { onProgress: (each) => progress.push(each.bytes) });
    await sendFile(client.stream.scribble, new Blob([bytes]), { chunkBytes: 50_000 });

    expect(kept.map((each) => each.equals(bytes))).toEqual([true, true]);
    expect(progress.at(-1) ?? 0).toBe(size);
    expect(progress).toHaveLength(Math.ceil(size / 65_536));
  });

  it("has its SHA-256 behind it, as `sha256sum` prints it", async () => {
    const items: Uint8Array[] = [];
    const { client } = await startStudio({
      handlers: () => ({
        async scribble(received) {
          for await (const item of received) items.push(item);
        },
      }),
    });
    const bytes = randomBytes(150_000);
    await sendFile(client.stream.scribble, bytes);
    const given: Uint8Array[] = [];
    for await (const item of give(bytes)) given.push(item);

    const expected = createHash("sha256").update(bytes).digest("hex");
    expect(Buffer.from(items.at(-1) ?? []).toString("hex")).toBe(expected);
    expect(Buffer.from(given.at(-1) ?? []).toString("hex")).toBe(expected);
  });

  it("goes into a Node stream", async () => {
    const path = join(folder, "up");
    const { client } = await startStudio({
      handlers: () => ({
        scribble: (items) => pipeline(receiveFile(items, { maxBytes }), createWriteStream(path)),
      }),
    });
    const bytes = randomBytes(300_000);
    await sendFile(client.stream.scribble, bytes);

    expect((await readFile(path)).equals(bytes)).toBe(true);
  });

  it("is refused as `too_large` at the chunk that passes the limit", async () => {
    const { client, kept } = await startKeeper(100_000);
    const progress: number[] = [];
    const sending = sendFile(client.stream.scribble, randomBytes(5_000_000), {
      onProgress: (each) => progress.push(each.bytes),
    });

    await expect(sending).rejects.toMatchObject({ code: "too_large" });
    expect(kept).toEqual([]);
    // A window's worth at most had been asked for.
    expect(progress.length).toBeLessThan(5_000_000 / 65_536 / 2);
  });

  it("ends with its signal, and the handler is told", async () => {
    const { client, failures } = await startKeeper(100_000_000);
    const controller = new AbortController();
    const sending = sendFile(client.stream.scribble, new Uint8Array(50_000_000), {
      signal: controller.signal,
      onProgress: ({ bytes }) => {
        if (bytes > 500_000) controller.abort();
      },
    });

    await expect(sending).rejects.toMatchObject({ code: "aborted" });
    await vi.waitFor(() => expect(failures).toMatchObject([{ code: "aborted" }]), waitOptions);
  });

  it.each([
    ["is changed", [Uint8Array.of(1), new Uint8Array(0), new Uint8Array(32)], "is not what was sent"],
    [
      "has a digest of another length",
      [Uint8Array.of(1), new Uint8Array(0), Uint8Array.of(1)],
      "is not what",
    ],
    ["ends early", [Uint8Array.of(1)], "ends early"],
    ["ends before its digest", [Uint8Array.of(1), new Uint8Array(0)], "ends early"],
  ])("is not kept when it %s", async (_how, items, message) => {
    const { client, kept, failures } = await startKeeper();
    await expect(client.stream.scribble(items)).rejects.toMatchObject({ code: "internal" });

    expect(failures).toMatchObject([{ code: "bad_input", message: expect.stringContaining(message) }]);
    expect(kept).toEqual([]);
  });
});

describe("a file on its way down", () => {
  it("arrives as it left, from bytes and from a Node stream", async () => {
    const bytes = randomBytes(400_000);
    const path = join(folder, "down");
    await writeFile(path, bytes);
    const { client } = await startStudio({
      handlers: () => ({
        print: (text) => give(text === "bytes" ? bytes : createReadStream(path)),
      }),
    });
    for (const source of ["bytes", "stream"]) {
      const progress: number[] = [];
      const received = await read(client.stream.print(source), {
        maxBytes,
        onProgress: (each) => progress.push(each.bytes),
      });
      expect(Buffer.from(received).equals(bytes)).toBe(true);
      expect(progress.at(-1)).toBe(bytes.length);
    }
  });

  it("is left at the chunk that passes the limit, and the Node stream is closed", async () => {
    const path = join(folder, "large");
    await writeFile(path, new Uint8Array(3_000_000));
    const source = createReadStream(path);
    const { client } = await startStudio({ handlers: () => ({ print: () => give(source) }) });

    await expect(read(client.stream.print(""), { maxBytes: 100_000 })).rejects.toMatchObject({
      code: "too_large",
    });
    await vi.waitFor(() => expect(source.destroyed).toBe(true), waitOptions);
  });

  it("rejects with what ends the stream", async () => {
    const { client } = await startStudio({
      handlers: () => ({ print: () => give(createReadStream(join(folder, "nowhere"))) }),
    });
    await expect(read(client.stream.print(""), { maxBytes })).rejects.toMatchObject({ code: "internal" });
  });
});
