import { call, channel, event } from "wirepact/contract";
import { z } from "zod";

/** A tree that holds itself. */
export const Tree = z.object({
  label: z.string(),
  get children() {
    return z.array(Tree);
  },
});

export const Color = z.enum(["red", "green", "deep blue"]);

/** Settings whose writer may leave things out. */
export const Settings = z.object({
  color: Color.default("red"),
  volume: z.number().min(0).max(1).prefault(0.5),
  nested: z.object({ on: z.boolean().default(true) }).optional(),
});

export const Shape = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("circle"), radius: z.number().positive() }),
  z.object({ kind: z.literal("box"), width: z.number(), height: z.number() }),
]);

export const shapes = channel("/shapes", {
  clientToServer: {
    saveSettings: call({ input: Settings, output: Settings }),
    draw: call({ input: Shape, output: z.array(Shape) }),
    grow: call({ input: Tree, output: Tree.nullable() }),
    fields: event(
      z.object({
        "first name": z.string(),
        "x-y": z.number().nullable(),
        __proto: z.string().optional(),
        exact: z.string().exactOptional(),
        "it's": z.literal(["a", 'say "hi"', 3, -1, true, null]),
        ünï: z.templateLiteral(["v", z.number()]),
      }),
    ),
    records: event(
      z.object({
        byName: z.record(z.string(), z.int()),
        byColor: z.record(Color, z.boolean()),
        partly: z.partialRecord(z.enum(["a", "b"]), z.string()),
        point: z.tuple([z.number(), z.number()]),
        maybe: z.tuple([z.string(), z.string().optional()]),
        rest: z.tuple([z.string()], z.number()),
        mixed: z.array(z.union([z.string(), z.number(), z.null()])),
        frozen: z.array(z.string()).readonly(),
        frozenObject: z.object({ a: z.string() }).readonly(),
        both: z.intersection(z.object({ a: z.string() }), z.object({ b: z.string() })),
      }),
    ),
    loose: event(z.looseObject({ id: z.string() })),
    counters: event(z.object({ total: z.number(), note: z.string().optional() }).catchall(z.number())),
    coerced: event(z.object({ count: z.coerce.number(), on: z.coerce.boolean() })),
    trimmed: call({
      input: z.object({ name: z.string().trim().min(1).max(40).toLowerCase(), size: z.string().transform(Number) }),
      output: z.enum(["one", "two"]),
    }),
    nothing: event(z.object({})),
    anything: event(z.unknown()),
    list: event(z.array(z.object({ id: z.string(), tags: z.array(z.string()) }))),
  },
  serverToClient: {
    settingsChanged: event(Settings),
    long: event(
      z.enum([
        "the first of many values",
        "the second of many values",
        "the third of many values",
        "the fourth of many values",
      ]),
    ),
  },
});
