import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ItemReader } from "../../contracts/wire/index.js";

function makeReader() {
  const grants: number[] = [];
  let left = 0;
  const reader = new ItemReader({ grant: (count) => grants.push(count), leave: () => left++ });
  return { reader, grants, left: () => left };
}

describe("a reader of items", () => {
  it("serves whoever waits in order, then hands out what came meanwhile", async () => {
    const { reader } = makeReader();
    const waiting = [reader.next(), reader.next()];
    for (const item of ["a", "b", "c"]) reader.push(item);

    expect((await Promise.all([...waiting, reader.next()])).map(({ value }) => value)).toEqual([
      "a",
      "b",
      "c",
    ]);
  });

  it("tells its ending once, behind the items that came before it", async () => {
    const { reader } = makeReader();
    reader.push("a");
    reader.end({ ok: false, error: "broken" });
    reader.push("late");

    expect(await reader.next()).toEqual({ done: false, value: "a" });
    await expect(reader.next()).rejects.toBe("broken");
    expect(await reader.next()).toEqual({ done: true, value: undefined });
  });

  it("tells its ending to the first one who waits, and the others that it is over", async () => {
    const { reader } = makeReader();
    const waiting = [reader.next(), reader.next()];
    reader.end({ ok: true, value: 7 });

    expect(await Promise.all(waiting)).toEqual([
      { done: true, value: 7 },
      { done: true, value: undefined },
    ]);
  });

  it("drops what it holds when it is left, and leaves once", async () => {
    const { reader, left } = makeReader();
    reader.push("a");
    await reader.return();
    await reader.return();

    expect(await reader.next()).toEqual({ done: true, value: undefined });
    expect(left()).toBe(1);
  });

  it("does not leave what has ended", async () => {
    const { reader, left } = makeReader();
    reader.push("a");
    reader.end({ ok: true, value: undefined });
    await reader.return();
    expect(left()).toBe(0);
  });

  it("grants nothing any more once it is over", async () => {
    const { reader, grants } = makeReader();
    for (let item = 0; item < 16; item++) reader.push(item);
    reader.end({ ok: true, value: undefined });
    for (let item = 0; item < 16; item++) await reader.next();
    expect(grants).toEqual([]);
  });

  it("loses no item, keeps their order, and holds and awaits 128 at most, whoever is faster", async () => {
    const steps = fc.array(fc.record({ pushes: fc.nat(40), reads: fc.nat(40) }), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(steps, async (rounds) => {
        const { reader, grants } = makeReader();
        const read: Promise<unknown>[] = [];
        let pushed = 0;
        for (const { pushes, reads } of rounds) {
          for (let push = 0; push < pushes && reader.mayPush; push++) reader.push(pushed++);
          for (let next = 0; next < reads; next++) read.push(reader.next().then(({ value }) => value));
          const granted = 16 + grants.reduce((sum, count) => sum + count, 0);
          expect(granted - Math.min(pushed, read.length)).toBeLessThanOrEqual(128);
          expect(pushed).toBeLessThanOrEqual(granted);
          // Whoever has read all that came may wait for more: there is credit for it.
          if (read.length >= pushed) expect(reader.mayPush).toBe(true);
        }
        reader.end({ ok: true, value: undefined });
        const values = await Promise.all(read);
        const got = values.filter((value) => value !== undefined);
        expect(got).toEqual(Array.from({ length: Math.min(pushed, read.length) }, (_, item) => item));
      }),
    );
  });
});
