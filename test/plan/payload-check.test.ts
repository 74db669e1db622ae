import { describe, expect, it } from "vitest";
import {
  anything,
  array,
  boolean,
  type Check,
  caught,
  coerced,
  custom,
  field,
  format,
  intersection,
  loose,
  max,
  min,
  named,
  number,
  object,
  only,
  optional,
  optionalFilled,
  prefault,
  readonly,
  record,
  regex,
  string,
  trim,
  tuple,
  union,
  withDefault,
} from "../../contracts/wire/check/index.js";
import { payloadCheck } from "../../contracts/wire/index.js";

const message = () =>
  object({
    id: string(format("UUID", /^[0-9a-f-]{36}$/)),
    text: string(trim, min(1), max(2000)),
    tags: withDefault(["new"], array(string())),
    note: optional(string()),
  });
const id = "0".repeat(36);

const checkTree = (): Check => object({ next: optional(named(checkTree)) });
const checkSelf = (): Check => union(named(checkSelf), string());

function nested(levels: number): unknown {
  let value: unknown = {};
  for (let level = 1; level < levels; level++) value = { next: value };
  return value;
}

describe("payloadCheck.read", () => {
  const { read } = payloadCheck(message);

  it("gives a fresh value without undeclared keys, trimmed, defaults filled in", () => {
    const input = { id, text: " hi ", more: 1 };
    expect(read(input)).toEqual({ ok: true, value: { id, text: "hi", tags: ["new"] } });
    expect(input).toEqual({ id, text: " hi ", more: 1 });
  });

  it("gives each reader a default of its own", () => {
    const [one, two] = [read({ id, text: "a" }), read({ id, text: "a" })];
    if (!one.ok || !two.ok) throw new Error("both pass");
    expect(one.value).not.toBe(two.value);
    expect(Reflect.get(Object(one.value), "tags")).not.toBe(Reflect.get(Object(two.value), "tags"));
  });

  it("reads no `__proto__`, declared or not", () => {
    const value = JSON.parse('{"__proto__":{"isAdmin":true},"a":1}');
    for (const undeclared of [undefined, loose]) {
      const check = payloadCheck(() => object({ ["__proto__"]: anything, a: number() }, undeclared));
      const result = check.read(value);
      expect(result).toEqual({ ok: true, value: { a: 1 } });
      expect(result.ok && Object.getPrototypeOf(result.value)).toBe(Object.prototype);
    }
    const keyed = payloadCheck(() => record(string(trim), anything)).read({ ...value, " __proto__": [] });
    expect(keyed.ok && Reflect.ownKeys(Object(keyed.value))).toEqual(["a"]);
    expect(keyed.ok && Object.getPrototypeOf(keyed.value)).toBe(Object.prototype);
  });

  it("leaves an absent field out, or fills it with undefined, as zod does", () => {
    const vanishing = payloadCheck(() => object({ a: field("filled", true, prefault("", string(min(1)))) }));
    expect(vanishing.read({})).toEqual({ ok: true, value: {} });
    const filled = payloadCheck(() =>
      object({ a: field("filled", false, union(only(undefined), withDefault("b", string()))) }),
    ).read({});
    expect(filled.ok && Object.keys(Object(filled.value))).toEqual(["a"]);
  });

  it("forgets where a global pattern stopped", () => {
    const check = payloadCheck(() => string(regex(/a/g)));
    expect([check.read("a"), check.read("a")].map(({ ok }) => ok)).toEqual([true, true]);
  });

  it("reads what holds itself, down to 512 levels", () => {
    const check = payloadCheck(() => named(checkTree));
    expect(check.read(nested(512)).ok).toBe(true);
    expect(check.read(nested(513))).toEqual({
      ok: false,
      issues: [{ code: "too_deep", path: [], message: "Too deep: expected at most 512 levels" }],
    });
    expect(check.read(nested(2)).ok).toBe(true);
  });

  it("survives a value of 100,000 levels and a schema that never ends", () => {
    const deep = payloadCheck(() => named(checkTree)).read(nested(100_000));
    const endless = payloadCheck(() => named(checkSelf)).read(1);
    for (const result of [deep, endless]) {
      expect(result.ok ? [] : result.issues.map(({ code }) => code)).toEqual(["too_deep"]);
    }
  });

  it("refuses a length that cannot be compared, without a throw", () => {
    const length = JSON.parse('{"length":{"toString":1,"valueOf":1}}');
    expect(payloadCheck(() => string(min(1))).read(length).ok).toBe(false);
  });
});

describe("payloadCheck.write", () => {
  const { write } = payloadCheck(message);

  it("leaves undeclared and undefined fields out, and the reader's work to the reader", () => {
    expect(write({ id, text: " hi ", note: undefined, more: 1 })).toEqual({
      ok: true,
      value: { id, text: " hi " },
    });
  });

  it("leaves what is absent to the reader, even where an option would make something of it", () => {
    const filling = union(coerced(Boolean, boolean), withDefault("a", string()));
    const check = payloadCheck(() => optionalFilled(filling));
    expect(check.write(undefined)).toEqual({ ok: true, value: undefined });
    expect(check.read(undefined)).toEqual({ ok: true, value: false });
  });

  it("checks the text that the reader will have", () => {
    const result = write({ id, text: "   " });
    expect(result.ok ? [] : result.issues.map(({ code, path }) => [code, ...path])).toEqual([
      ["too_small", "text"],
    ]);
  });

  it("leaves the value that it was given as it was", () => {
    const value = Object.freeze({ id, text: "a", tags: Object.freeze(["b"]) });
    const result = write(value);
    expect(result.ok && result.value).toEqual(value);
    expect(payloadCheck(() => readonly(object({}, loose))).write({}).ok).toBe(true);
  });

  it("converts what is coerced, because the reader sees no more than JSON", () => {
    const date = new Date("2024-01-01T00:00:00Z");
    expect(payloadCheck(() => coerced(Number, number())).write(date)).toEqual({ ok: true, value: +date });
    expect(payloadCheck(() => coerced(String, string())).write(10n)).toEqual({ ok: true, value: "10" });
  });

  it("refuses what `.catch()` would replace", () => {
    const check = payloadCheck(() => object({ a: caught("b", string()) }));
    expect(check.write({ a: 1 }).ok).toBe(false);
    expect(check.read({ a: 1 })).toEqual({ ok: true, value: { a: "b" } });
  });

  it("refuses a prefault that the reader would refuse", () => {
    expect(payloadCheck(() => prefault("", string(min(1)))).write(undefined).ok).toBe(false);
    expect(payloadCheck(() => prefault("a", string())).write(undefined)).toEqual({
      ok: true,
      value: undefined,
    });
  });

  it("leaves `undefined` off the end of a tuple, where it would travel as null", () => {
    const check = payloadCheck(() => tuple([string(), optional(string())]));
    expect(check.write(["a", undefined])).toEqual({ ok: true, value: ["a"] });
  });

  it("refuses an intersection that the reader could not merge", () => {
    const result = payloadCheck(() => intersection(string(trim), string())).write(" a");
    expect(result.ok ? [] : result.issues.map(({ code }) => code)).toEqual(["unmergeable"]);
  });

  it("keeps the fields of a later option while the server may refuse an earlier one", () => {
    const check = payloadCheck(() =>
      union(custom(object({ a: string() })), object({ a: string(), b: string() })),
    );
    expect(check.write({ a: "a", b: "b" })).toEqual({ ok: true, value: { a: "a", b: "b" } });
  });

  it("refuses a value that holds itself", () => {
    const value: { next?: unknown } = {};
    value.next = value;
    expect(payloadCheck(() => named(checkTree)).write(value).ok).toBe(false);
  });
});

describe("payloadCheck", () => {
  it("makes its words with the first payload, and once", () => {
    let made = 0;
    const check = payloadCheck(() => {
      made++;
      return string();
    });
    expect(made).toBe(0);
    check.read("a");
    check.write("a");
    expect(made).toBe(1);
  });

  it("makes a named schema once, however many name it", () => {
    let made = 0;
    const make = () => {
      made++;
      return string();
    };
    payloadCheck(() => object({ a: named(make), b: named(make) })).read({ a: "a", b: "b" });
    expect(made).toBe(1);
  });

  it("does not throw where a value throws", () => {
    const value = Object.defineProperty({}, "a", {
      enumerable: true,
      get() {
        throw new Error("secret");
      },
    });
    const check = payloadCheck(() => object({ a: string() }));
    for (const { ok } of [check.read(value), check.write(value)]) expect(ok).toBe(false);
    expect(check.read(value)).toEqual({
      ok: false,
      issues: [{ code: "unreadable", path: [], message: "Cannot be read" }],
    });
  });
});
