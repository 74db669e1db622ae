import { io } from "socket.io-client";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { WireError } from "wirepact/client";
import { brokenFile, gatedBlob, gatedFile, picture, startGallery } from "./start-gallery.js";

const waitOptions = { timeout: 5_000, interval: 5 };

describe.each(["polling", "websocket"] as const)("over %s", (transport) => {
  const connect = { transports: [transport] };

  it("what a client sends behind a Blob waits until that is read", async () => {
    const order: unknown[] = [];
    const { client } = await startGallery(
      {
        shown: (what) => void order.push(what.order),
        say: (text) => {
          order.push(text);
          return text;
        },
        echo: (blob) => {
          order.push(blob.size);
          return blob;
        },
      },
      connect,
    );
    const [first, second] = [gatedBlob("first"), gatedBlob("longer than the first")];
    client.emit.shown({ order: 1 });
    client.emit.shown({ order: 2, image: first.blob });
    const said = client.call.say("three");
    const echoed = client.call.echo(second.blob);
    client.emit.shown({ order: 5 });
    second.open();
    await vi.waitFor(() => expect([first.isAsked(), second.isAsked()]).toEqual([true, true]), waitOptions);
    await vi.waitFor(() => expect(order).toEqual([1]), waitOptions);
    first.open();
    expect(await said).toBe("three");
    expect((await echoed).size).toBe(21);
    await vi.waitFor(() => expect(order).toEqual([1, 2, "three", 21, 5]), waitOptions);
  });

  it("what a server sends behind a Blob waits until that is read, replies and broadcasts too", async () => {
    const slow = [gatedBlob("reply"), gatedFile("broadcast")] as const;
    const { app, client, url, join } = await startGallery({ echo: () => slow[0].blob }, connect);
    client.close();
    const heard: string[] = [];
    // A plain client: its acknowledgements are called in the order in which they come.
    const plain = io(`${url}/gallery`, connect);
    onTestFinished(() => void plain.close());
    plain.on("noted", (text: string) => heard.push(text));
    plain.on("hung", ({ title }: { readonly title: string }) => heard.push(title));
    await vi.waitFor(() => expect(plain.connected).toBe(true), waitOptions);
    const id = plain.id ?? "";
    const other = join(connect);
    const otherHeard: string[] = [];
    other.on.noted((text) => otherHeard.push(text));
    other.on.hung(({ title }) => otherHeard.push(title));
    await other.whenConnected();

    app.sockets.gallery.all.emit.noted("before");
    plain.emit("echo", { bytes: Buffer.from("") }, () => heard.push("echoed"));
    await vi.waitFor(() => expect(slow[0].isAsked()).toBe(true), waitOptions);
    app.sockets.gallery.client(id).emit.noted("to one");
    app.sockets.gallery.all.emit.hung({ title: "to all", image: slow[1].blob });
    app.sockets.gallery.all.emit.noted("behind");
    app.sockets.gallery.client(id).emit.noted("last");
    plain.emit("say", "text", () => heard.push("said"));
    slow[1].open();
    // Who waits for nothing else has all of it.
    await vi.waitFor(() => expect(otherHeard).toEqual(["before", "to all", "behind"]), waitOptions);
    expect(heard).toEqual(["before"]);
    slow[0].open();
    await vi.waitFor(() => expect(heard).toContain("said"), waitOptions);
    expect(heard).toEqual(["before", "echoed", "to one", "to all", "behind", "last", "said"]);
  });

  it("items of a stream keep their order around a Blob that is read slowly", async () => {
    const slow = gatedBlob("slow");
    const { client } = await startGallery({}, connect);
    const scan = client.stream.scan(new Blob([]), [new Blob(["a"]), slow.blob, new Blob(["bb"])]);
    const heard: string[] = [];
    const reading = (async () => {
      for await (const { name } of scan) heard.push(name);
    })();
    await vi.waitFor(() => expect(slow.isAsked()).toBe(true), waitOptions);
    slow.open();
    await reading;
    expect(heard).toEqual(["1", "4", "2"]);
  });
});

it("frees the line when all is read: Socket.IO writes by itself again", async () => {
  const slow = gatedFile("x");
  const { app, client } = await startGallery();
  const [socket] = app.sockets.gallery.namespace.sockets.values();
  const { client: writer } = socket as unknown as { readonly client: object };
  const heard = client.on.hung.once();
  app.sockets.gallery.all.emit.hung({ title: "", image: slow.blob });
  expect(Object.hasOwn(writer, "writeToEngine")).toBe(true);
  slow.open();
  await heard;
  expect(Object.hasOwn(writer, "writeToEngine")).toBe(false);
});

it.each(["before", "meanwhile"])(
  "leaves a function alone that somebody has put in the place of Socket.IO's %s",
  async (when) => {
    const [slow, again] = [gatedFile("x"), gatedFile("y")];
    const { app, client } = await startGallery();
    const [socket] = app.sockets.gallery.namespace.sockets.values();
    const { client: writer } = socket as unknown as {
      readonly client: { writeToEngine: (...frames: unknown[]) => void };
    };
    let writes = 0;
    const wrap = () => {
      const write = writer.writeToEngine.bind(writer);
      writer.writeToEngine = (...frames) => {
        writes++;
        write(...frames);
      };
      return writer.writeToEngine;
    };
    const heard: string[] = [];
    client.on.hung(({ title }) => heard.push(title));
    client.on.noted((text) => heard.push(text));
    const early = when === "before" && wrap();
    app.sockets.gallery.all.emit.hung({ title: "slow", image: slow.blob });
    const own = early || wrap();
    app.sockets.gallery.all.emit.noted("behind");
    slow.open();
    await vi.waitFor(() => expect(heard).toEqual(["slow", "behind"]), waitOptions);
    expect(writer.writeToEngine).toBe(own);
    const before = writes;
    app.sockets.gallery.all.emit.noted("later");
    app.sockets.gallery.all.emit.hung({ title: "again", image: again.blob });
    app.sockets.gallery.all.emit.noted("last");
    again.open();
    await vi.waitFor(() => expect(heard.slice(2)).toEqual(["later", "again", "last"]), waitOptions);
    expect(writes).toBeGreaterThan(before);
    expect(writer.writeToEngine).toBe(own);
  },
);

it("a Blob that cannot be read fails what holds it, and holds nothing up", async () => {
  const { app, client, log } = await startGallery({
    async develop(photo) {
      return photo.title === "echo" ? photo : { ...photo, image: brokenFile("x") };
    },
  });
  const reports: string[] = [];
  const bad = await client.call.develop.safe({ title: "echo", image: brokenFile("x") });
  expect(!bad.ok && bad.error.code).toBe("bad_input");
  const reply = await client.call.develop.safe({ title: "", image: picture("x") });
  expect(!reply.ok && reply.error.code).toBe("bad_output");
  client.on.noted((text) => reports.push(text));
  app.sockets.gallery.all.emit.hung({ title: "", image: brokenFile("x") });
  app.sockets.gallery.all.emit.noted("behind");
  await vi.waitFor(() => expect(reports).toEqual(["behind"]), waitOptions);
  expect(log.filter(({ level }) => level >= 50).map(({ msg }) => msg)).toEqual([
    "a reply is not sent: a Blob of it cannot be read",
    "`gallery.hung` is not sent: a Blob of it cannot be read",
  ]);
  expect(await client.call.say("still there")).toBe("still there");

  client.handle.frame(() => brokenFile("x"));
  const [answer] = await app.sockets.gallery.all.call.frame({ title: "", image: picture("x") });
  expect(answer).toMatchObject({ status: "failed", error: { code: "bad_output" } });
  const [unsent] = await app.sockets.gallery.all.call.frame({ title: "", image: brokenFile("x") });
  expect(unsent).toMatchObject({ status: "failed", error: { code: "bad_output" } });

  const scan = client.stream.scan(new Blob([]), [new Blob(["a"]), brokenFile("x"), new Blob(["b"])]);
  const ended = await scan.result.catch((error: WireError) => error.code);
  expect(ended).toBe("bad_input");
  expect(await client.call.say("and still")).toBe("and still");
});

it("an item of the server's that cannot be read ends the stream", async () => {
  const { client } = await startGallery({
    async *scan(input) {
      yield new File(["a"], "a");
      yield brokenFile("x");
      return input;
    },
  });
  const scan = client.stream.scan(new Blob([]), []);
  const names: string[] = [];
  const loop = async () => {
    for await (const { name } of scan) names.push(name);
  };
  await expect(loop()).rejects.toMatchObject({ code: "bad_output" });
  expect(names).toEqual(["a"]);
});

it("a channel that is closed while a Blob is read ends what waits, and lets a reply go", async () => {
  const slow = [gatedBlob("up"), gatedBlob("down")] as const;
  const { app, client, log } = await startGallery({ echo: () => slow[1].blob });
  const down = client.call.echo.safe(new Blob([]));
  await vi.waitFor(() => expect(slow[1].isAsked()).toBe(true), waitOptions);
  const up = client.call.echo.safe(slow[0].blob);
  const behind = client.call.say.safe("behind");
  client.close();
  for (const each of await Promise.all([down, up, behind]))
    expect(!each.ok && each.error.code).toBe("disconnected");
  await vi.waitFor(() => expect(app.sockets.gallery.namespace.sockets.size).toBe(0), waitOptions);
  slow[0].open();
  slow[1].open();
  client.connect();
  expect(await client.call.say("again")).toBe("again");
  expect(log.filter(({ level }) => level >= 40)).toEqual([]);
});

it("what waits for a Blob outlives the loss of its connection", async () => {
  const order: unknown[] = [];
  const slow = gatedBlob("slow");
  const { app, client } = await startGallery({ shown: (what) => void order.push(what.order) });
  client.emit.shown({ order: 1, image: slow.blob });
  client.emit.shown({ order: 2 });
  for (const { conn } of app.sockets.gallery.namespace.sockets.values()) conn.close();
  await vi.waitFor(() => expect(client.state.value.status).toBe("reconnecting"), waitOptions);
  slow.open();
  await vi.waitFor(() => expect(order).toEqual([1, 2]), waitOptions);
});

it("a call that is given up while its Blob is read never leaves", async () => {
  const slow = gatedBlob("slow");
  let runs = 0;
  const { client } = await startGallery({
    echo: (blob) => {
      runs++;
      return blob;
    },
  });
  const controller = new AbortController();
  const echoed = client.call.echo.safe(slow.blob, { signal: controller.signal });
  const said = client.call.say("behind");
  controller.abort();
  const result = await echoed;
  expect(!result.ok && [result.error.code, result.error.mayHaveRun]).toEqual(["aborted", false]);
  expect(await said).toBe("behind");
  slow.open();
  expect(await client.call.say("x")).toBe("x");
  expect(runs).toBe(0);
});
