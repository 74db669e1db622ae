import { expect, test } from "vitest";
import { type EmitterOperator, fromContract, makePublisher, WireError } from "wirepact/server";
import { z } from "zod";

interface Publish {
  readonly org: (params: { orgId: string }) => {
    readonly all: { readonly emit: { readonly rang: (text: string) => void; readonly pointed: () => void } };
  };
}

/** What an emitter is told to send: where to, how, and what. */
function recordEmitter() {
  const sent: unknown[][] = [];
  const operator = (...how: string[]): EmitterOperator => ({
    to: (room) => operator(...how, room),
    except: (rooms) => operator(...how, ...rooms),
    get volatile() {
      return operator(...how, "volatile");
    },
    emit: (...event) => sent.push([...how, ...event]),
  });
  return { sent, emitter: { of: (namespace: string) => operator(namespace) } };
}

const publisher = makePublisher<Publish>([
  {
    name: "org",
    path: "/org/:orgId",
    params: { check: fromContract(z.object({ orgId: z.string() })), kinds: { orgId: "text" } },
    fingerprint: "0123456789abcdef",
    auth: undefined,
    errors: {},
    rooms: {},
    clientToServer: {},
    serverToClient: {
      rang: { kind: "event", payload: fromContract(z.string()) },
      pointed: { kind: "event", payload: undefined, volatile: true },
    },
  },
]);

test("a publisher sends to the namespace of given parameters, what is volatile as such", () => {
  const { sent, emitter } = recordEmitter();
  const { all } = publisher(emitter).org({ orgId: "a/b" });
  all.emit.rang("you");
  all.emit.pointed();
  expect(sent).toEqual([
    ["/org/a%2Fb", "rang", "you"],
    ["/org/a%2Fb", "volatile", "pointed"],
  ]);
});

test("a publisher is told of wrong parameters at once", () => {
  const { emitter } = recordEmitter();
  expect(() => publisher(emitter).org({ orgId: "" })).toThrow(WireError);
});
