import type { Socket } from "socket.io-client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { takeOver } from "../../client/runtime/socket-internals.js";
import { setDeadline } from "../../contracts/wire/index.js";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it("deadlines of one duration share one timer, and each comes when it is due", () => {
  const due: string[] = [];
  setDeadline(100, () => due.push("first"));
  vi.advanceTimersByTime(60);
  setDeadline(100, () => due.push("second"));
  setDeadline(50, () => due.push("short"));
  expect(vi.getTimerCount()).toBe(2);
  vi.advanceTimersByTime(45);
  expect(due).toEqual(["first"]);
  vi.advanceTimersByTime(10);
  expect(due).toEqual(["first", "short"]);
  vi.advanceTimersByTime(45);
  expect(due).toEqual(["first", "short", "second"]);
  expect(vi.getTimerCount()).toBe(0);
});

it("a deadline that is cleared never comes, and the last one takes the timer along", () => {
  const onDue = vi.fn();
  const deadlines = [1, 2, 3].map(() => setDeadline(100, onDue));
  deadlines[1]?.clear();
  deadlines[0]?.clear();
  deadlines[0]?.clear();
  expect(vi.getTimerCount()).toBe(1);
  deadlines[2]?.clear();
  expect(vi.getTimerCount()).toBe(0);
  vi.advanceTimersByTime(1_000);
  expect(onDue).not.toHaveBeenCalled();
});

it("a deadline may set and clear others of its duration", () => {
  const due: string[] = [];
  setDeadline(10, () => {
    due.push("first");
    second.clear();
    setDeadline(10, () => due.push("third"));
  });
  const second = setDeadline(10, () => due.push("second"));
  vi.advanceTimersByTime(10);
  expect(due).toEqual(["first"]);
  vi.advanceTimersByTime(10);
  expect(due).toEqual(["first", "third"]);
});

it("a deadline of a clock that was taken away holds up no other one", () => {
  const forgotten = setDeadline(100, () => undefined);
  vi.useRealTimers();
  vi.useFakeTimers();
  const onDue = vi.fn();
  setDeadline(100, onDue);
  forgotten.clear();
  vi.advanceTimersByTime(100);
  expect(onDue).toHaveBeenCalledTimes(1);
});

it("a socket.io-client that works differently inside is refused", () => {
  // What another version may leave out.
  const other = { ack() {}, io: { _packet() {} } } as unknown as Socket;
  const receive = () => undefined;
  expect(() => takeOver(other, undefined, receive)).toThrow("socket.io-client 4.8");
});
