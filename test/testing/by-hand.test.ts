import Fastify, { type FastifyInstance } from "fastify";
import { expect, onTestFinished, test } from "vitest";
import type {
  ChannelClient,
  ConnectOptions,
  HandleArguments,
  OnArguments,
  SystemFailure,
} from "wirepact/client";
import { socketPair } from "wirepact/testing";

interface BoardClient extends ChannelClient<SystemFailure> {
  readonly call: { readonly play: () => Promise<void> };
  readonly on: { readonly "piece moved": OnArguments<[string, number]> };
  readonly handle: {
    readonly choose: HandleArguments<[string, string], string, object>;
    readonly span: HandleArguments<[number], [number, number], object>;
    readonly rate: HandleArguments<[string, ...number[]], number, object>;
  };
}

// Goldens are compiled under several versions of TypeScript, and apart from the tests for that.
const folder: string = "../generator/goldens/adopted";
const { register } = (await import(`${folder}/serve.ts`)) as {
  readonly register: (app: FastifyInstance) => Promise<void>;
};
const { connectBoard } = (await import(`${folder}/client/board.ts`)) as {
  readonly connectBoard: (url: string, options?: ConnectOptions) => BoardClient;
};

test("a pair hears the list of an event's arguments", async () => {
  const app = Fastify();
  await register(app);
  const pair = await socketPair({ app });
  onTestFinished(() => pair.close());
  const board = pair.connect(connectBoard);
  board.handle.choose((_first, second) => second);
  board.handle.span((from) => [from, from + 1]);
  board.handle.rate((_name, ...marks) => marks.length);
  await board.call.play();
  const moved: [string, number] = await pair.heard(board)["piece moved"].next();
  expect(moved).toEqual(["b", 8]);
  expect(pair.deliveries).toMatchObject([{ name: "piece moved", payload: ["b", 8] }]);
});
