import { expect, test } from "vitest";
import { isWireError } from "wirepact/client";
import { until } from "../server/start-arena.js";
import { startShop } from "./start-shop.js";

/** What a call of the generated client came to: `ok`, or the error's code. */
async function codeOf(call: Promise<{ readonly ok: boolean; readonly error?: { readonly code: string } }>) {
  const { ok, error } = await call;
  return ok ? "ok" : error?.code;
}

test("a call over its rate fails at once, with the time after which it would not", async () => {
  const shop = await startShop();
  const { call, whenConnected, close } = shop.enter();
  await whenConnected();
  const results = await Promise.all(Array.from({ length: 7 }, () => call.order.safe(1)));
  expect(results.map(({ ok }) => ok)).toEqual([true, true, true, true, true, false, false]);
  const waits = results.flatMap(({ ok, ...rest }) => ("error" in rest ? [rest.error] : []));
  expect(waits).toEqual([
    expect.objectContaining({ code: "rate_limited", mayHaveRun: false }),
    expect.objectContaining({ code: "rate_limited", mayHaveRun: false }),
  ]);
  expect(waits[0]?.retryAfterMs).toBeLessThanOrEqual(200);
  expect(waits[1]?.retryAfterMs).toBeGreaterThan(waits[0]?.retryAfterMs ?? 0);
  await new Promise((resolve) => setTimeout(resolve, waits[0]?.retryAfterMs));
  expect(await call.order(2)).toBe(2);
  close();
  // The server was not asked for those.
  expect(shop.excesses).toEqual([]);
});

test("a call over its number under way fails with `overloaded`, until one has ended", async () => {
  const shop = await startShop();
  const { call } = shop.enter();
  const calls = [1, 2, 3].map((input) => call.alone.safe(input));
  expect(await calls[2]).toMatchObject({
    ok: false,
    error: { code: "overloaded", retryAfterMs: 250, mayHaveRun: false },
  });
  await until(() => shop.waiting() === 2);
  shop.release();
  expect(await Promise.all(calls.slice(0, 2))).toMatchObject([{ ok: true }, { ok: true }]);
  const next = call.alone(4);
  await until(() => shop.waiting() === 1);
  shop.release();
  expect(await next).toBe(4);
});

test("a call that was given up makes room as well", async () => {
  const shop = await startShop();
  const { call } = shop.enter();
  const controller = new AbortController();
  const given = [1, 2].map((input) => call.alone.safe(input, { signal: controller.signal }));
  await until(() => shop.waiting() === 2);
  controller.abort();
  expect(await Promise.all(given.map(codeOf))).toEqual(["aborted", "aborted"]);
  const next = call.alone.safe(3);
  await until(() => shop.waiting() === 3);
  shop.release();
  expect(await codeOf(next)).toBe("ok");
});

test("a payload over its bytes does not leave", async () => {
  const shop = await startShop({ limits: { perSecond: 1, burst: 2 } });
  const { call } = shop.enter();
  expect(await call.note("x".repeat(98))).toHaveLength(98);
  expect(await codeOf(call.note.safe("x".repeat(99)))).toBe("too_large");
  expect(await codeOf(call.note.safe("ä".repeat(50)))).toBe("too_large");
  // Neither was sent: there is one left.
  expect(await codeOf(call.note.safe("y"))).toBe("ok");
  expect(await codeOf(call.note.safe("y"))).toBe("rate_limited");
});

test("an event that may be dropped is dropped where it would be too much", async () => {
  const shop = await startShop();
  const { emit, call, whenConnected } = shop.enter();
  await whenConnected();
  for (let at = 0; at < 6; at++) {
    // A volatile event leaves where nothing waits before it.
    emit.hover(at);
    await call.echo(at);
  }
  expect(shop.seen).toEqual([0, 1, 2]);
  expect(shop.excesses).toEqual([]);
});

test("a stream over its number fails with `overloaded`, and its neighbours go on", async () => {
  const shop = await startShop();
  const { stream } = shop.enter();
  const first = stream.browse(1);
  expect(await first.next()).toEqual({ done: false, value: 1 });
  await expect(stream.browse(2).next()).rejects.toMatchObject({ code: "overloaded", mayHaveRun: false });
  await first.return(undefined);
  const third = stream.browse(3);
  expect(await third.next()).toEqual({ done: false, value: 3 });
  await third.return(undefined);
});

test("idempotent calls wait for as long as they are told, here and by the server, and run once", async () => {
  const shop = await startShop({ limits: { perSecond: 20, burst: 20, maxInFlight: 4 } });
  const { call } = shop.enter();
  const numbers = Array.from({ length: 40 }, (_, number) => number);
  await Promise.all(numbers.slice(0, 20).map((number) => call.pay(`own ${number}`)));
  await Promise.all(numbers.map((number) => call.buy(number)));
  const paid = shop.paid.map(String);
  expect(new Set(paid).size).toBe(60);
  expect(paid).toHaveLength(60);
});

test("an idempotent call whose time is too short for that is refused", async () => {
  const shop = await startShop({ limits: { perSecond: 1, burst: 1 } });
  const { call, whenConnected } = shop.enter();
  await whenConnected();
  expect(await call.buy(1)).toBe(1);
  expect(await codeOf(call.buy.safe(2, { timeoutMs: 300 }))).toBe("rate_limited");
  // By the client itself.
  const calls = Array.from({ length: 60 }, () => call.pay.safe(1, { timeoutMs: 200 }));
  const codes = await Promise.all(calls.map(codeOf));
  expect(new Set(codes)).toEqual(new Set(["ok", "overloaded"]));
});

test("an idempotent call that waits fails when the channel is closed", async () => {
  const shop = await startShop({ limits: { perSecond: 1, burst: 1 } });
  const { call, close } = shop.enter();
  await call.buy(1);
  const waiting = call.buy(2);
  await until(() => shop.excesses.length === 1);
  close();
  const error = await waiting.catch((reason: unknown) => reason);
  expect(isWireError(error) && error.code).toBe("disconnected");
});

test("5,000 calls at once of a generated client: the excess is refused, the rest answered, and it stays", async () => {
  const shop = await startShop();
  const { call, state, whenConnected } = shop.enter();
  await whenConnected();
  const codes = await Promise.all(Array.from({ length: 5_000 }, (_, input) => codeOf(call.echo.safe(input))));
  const answered = codes.filter((code) => code === "ok").length;
  expect(answered).toBeGreaterThanOrEqual(200);
  expect(codes.filter((code) => code === "rate_limited")).toHaveLength(5_000 - answered);
  expect(state.value.status).toBe("connected");
});
