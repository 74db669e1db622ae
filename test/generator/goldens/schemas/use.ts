import assert from "node:assert/strict";
import Fastify from "fastify";
import { connectShapes, type FieldsPayload } from "./client/shapes.js";
import type { Settings, SettingsInit } from "./client/schemas.js";
import { implementShapes } from "./server/shapes.js";
import { sockets } from "./server/sockets.js";

const fields: FieldsPayload = { "first name": "Ada", "x-y": null, "it's": 'say "hi"', ünï: "v1" };

/** Sends every kind of schema, and leaves out what its writer may leave out. */
export async function use(): Promise<void> {
  const read: unknown[] = [];
  const shapes = implementShapes({
    saveSettings(input, context) {
      const color: "red" | "green" | "deep blue" = input.color;
      context.emit.settingsChanged({ color });
      return { volume: input.volume };
    },
    draw: (shape) => [shape, { kind: "box", width: 1, height: 2 }],
    grow: (tree) => (tree.children.length === 0 ? null : { label: tree.label, children: [] }),
    fields: (input) => void read.push(input),
    records: (input) => void read.push(input.byColor["deep blue"], input.partly.a, input.point[1]),
    loose: (input) => void read.push(input.id, input["more"]),
    counters: (input) => void read.push(input.total, input["apples"]),
    coerced: ({ count, on }) => void read.push(count + 1, on),
    trimmed: ({ name, size }) => (name === "ada" && size.toFixed(1) === "2.0" ? "two" : "one"),
    nothing: (input) => void read.push(input),
    anything: (input) => void read.push(input),
    list: (input) => void read.push(input.map(({ id }) => id)),
  });
  const app = Fastify();
  await app.register(sockets, { channels: { shapes } });
  const client = connectShapes(await app.listen({ port: 0, host: "127.0.0.1" }));
  try {
    const changed = client.on.settingsChanged.once();
    const init: SettingsInit = {};
    const saved: Settings = await client.call.saveSettings(init);
    assert.deepEqual(saved, { color: "red", volume: 0.5 });
    assert.deepEqual(await changed, { color: "red", volume: 0.5 });
    assert.equal((await client.call.draw({ kind: "circle", radius: 1 })).length, 2);
    assert.equal(await client.call.grow({ label: "a", children: [] }), null);
    const child = { label: "b", children: [] };
    assert.deepEqual(await client.call.grow({ label: "a", children: [child] }), { label: "a", children: [] });

    client.emit.fields(fields);
    client.emit.records({
      byName: { a: 1 },
      byColor: { red: true, green: false, "deep blue": true },
      partly: { a: "x" },
      point: [1, 2],
      maybe: ["a"],
      rest: ["a", 1, 2],
      mixed: ["a", 1, null],
      frozen: ["a"],
      frozenObject: { a: "a" },
      both: { a: "a", b: "b" },
    });
    client.emit.loose({ id: "a", more: [1] });
    client.emit.counters({ total: 1, apples: 2 });
    client.emit.coerced({ count: "41", on: 1 });
    client.emit.nothing({});
    client.emit.anything({ any: ["thing"] });
    client.emit.list([{ id: "a", tags: [] }]);
    assert.equal(await client.call.trimmed({ name: "  ADA ", size: "2" }), "two");
    assert.deepEqual(read, [fields, true, "x", 2, "a", [1], 1, 2, 42, true, {}, { any: ["thing"] }, ["a"]]);
  } finally {
    client.close();
    await app.close();
  }
}
