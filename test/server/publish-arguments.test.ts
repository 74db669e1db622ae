import { expect, test } from "vitest";
import { type EmitterOperator, fromContract, makePublisher, type SocketEmitter } from "wirepact/server";
import { z } from "zod";

interface BoardPublisher {
  readonly board: { readonly all: { readonly emit: { moved(piece: string, x: number, y?: number): void } } };
}

const publisher = makePublisher<BoardPublisher>([
  {
    name: "board",
    path: "/board",
    fingerprint: "0123456789abcdef",
    auth: undefined,
    errors: {},
    rooms: {},
    clientToServer: {},
    serverToClient: {
      moved: {
        kind: "event",
        payload: fromContract(z.tuple([z.string(), z.int(), z.int().optional()])),
        argumentCount: 3,
      },
    },
  },
]);

test("a publisher sends each argument on its own, and none that breaks the contract", () => {
  const sent: unknown[][] = [];
  const operator: EmitterOperator = {
    to: () => operator,
    except: () => operator,
    get volatile() {
      return operator;
    },
    emit: (...values) => sent.push(values),
  };
  const emitter: SocketEmitter = { of: () => operator };
  const { emit } = publisher(emitter).board.all;
  emit.moved("rook", 3, 4);
  emit.moved("king", 1);
  expect(() => emit.moved("rook", 0.5)).toThrow(expect.objectContaining({ code: "bad_output" }));
  expect(sent).toEqual([
    ["moved", "rook", 3, 4],
    ["moved", "king", 1],
  ]);
});
