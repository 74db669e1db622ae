import { expect, it, vi } from "vitest";
import { type EmitterOperator, makePublisher } from "wirepact/server";
import { galleryDefinition } from "../generator/goldens/blobs/server/gallery.definition.js";
import { busAdapter } from "../rooms/bus-adapter.js";
import { picture, startGallery } from "./start-gallery.js";

const waitOptions = { timeout: 5_000, interval: 5 };

it("a Blob reaches clients of another process, in a broadcast, an event and a call", async () => {
  const options = { adapter: busAdapter() };
  const [here, there] = [await startGallery({}, {}, options), await startGallery({}, {}, options)];
  const heard: string[] = [];
  there.client.on.hung(async ({ title, image }) =>
    heard.push(`${title} ${image.name} ${await image.text()}`),
  );
  there.client.handle.frame(({ image }) => new Blob(["<", image, ">"]));
  const [id = ""] = [...there.app.sockets.gallery.namespace.sockets.keys()];
  const { gallery } = here.app.sockets;
  gallery.all.emit.hung({ title: "all", image: picture("1") });
  gallery.client(id).emit.hung({ title: "one", image: picture("2") });
  await vi.waitFor(() => expect([...heard].sort()).toEqual(["all cat.png 1", "one cat.png 2"]), waitOptions);
  const framed = await gallery.client(id).call.frame({ title: "", image: picture("cat") });
  expect(await framed.text()).toBe("<cat>");
});

it("a publisher throws `bad_output` for a Blob and sends what holds none", () => {
  const sent: unknown[] = [];
  const operator: EmitterOperator = {
    to: () => operator,
    except: () => operator,
    emit: (...values) => sent.push(values),
    get volatile() {
      return operator;
    },
  };
  const { gallery } = makePublisher<{
    readonly gallery: {
      readonly all: { readonly emit: { hung(photo: object): void; noted(text: string): void } };
    };
  }>([galleryDefinition])({ of: () => operator });
  expect(() => gallery.all.emit.hung({ title: "", image: picture("x") })).toThrow(
    expect.objectContaining({ code: "bad_output", message: expect.stringContaining("its bytes") }),
  );
  gallery.all.emit.noted("text");
  expect(sent).toEqual([["noted", "text"]]);
});
