import assert from "node:assert/strict";
import { test } from "node:test";
import Fastify from "fastify";
import { socketPair } from "wirepact/testing";
import { connectLobby } from "../client/generated/lobby.js";
import { sockets } from "../server/generated/sockets.js";
import { lobbyHandlers } from "../server/handlers/lobby.js";

test("everybody else hears what one says", async () => {
  const app = Fastify();
  await app.register(sockets, { channels: { lobby: lobbyHandlers } });
  const pair = await socketPair({ app });
  const ada = pair.connect(connectLobby, { auth: { name: "Ada" } });
  const ben = pair.connect(connectLobby, { auth: { name: "Ben" } });
  await Promise.all([ada.whenConnected(), ben.whenConnected()]);

  assert.deepEqual(await ada.call.say({ text: "Hello there" }), { heardBy: 1 });

  assert.equal((await pair.heard(ben).said.next()).text, "Hello there");
  await pair.heard(ada).said.none();
  await pair.close();
});
