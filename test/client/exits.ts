import { connectChannel } from "../../client/runtime/index.js";
import { type LobbyClient, lobbyDefinition } from "./lobby.js";

// Run as a process of its own by process-exit.test.ts: whatever stays open here keeps the process alive.
const [url = ""] = process.argv.slice(2);
const client = connectChannel<LobbyClient>(lobbyDefinition(), url, { auth: () => ({ name: "Ada" }) });
await client.whenConnected();
const { signal } = new AbortController();
const pending = [
  client.call.add.safe({ a: 1, b: 2 }, { timeoutMs: 600_000, signal }),
  client.on.tick.once({ timeoutMs: 600_000, signal }).catch(() => {}),
  client.on.posted.iterate({ signal }).next(),
];
client.close();
await Promise.all(pending);

// A server that is not there: closed while it is being tried, and while its auth is asked for.
const lost = connectChannel<LobbyClient>(lobbyDefinition(), "http://127.0.0.1:1", { auth: { name: "Ada" } });
await lost.whenConnected({ timeoutMs: 100 }).catch(() => {});
lost.close();
const silent = connectChannel<LobbyClient>(lobbyDefinition(), url, {
  auth: () => Promise.reject(new Error("nobody")),
  onError: () => silent.close(),
});
await silent.whenConnected().catch(() => {});
console.log("done");
