import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type WebSocket, WebSocketServer } from "ws";
import { connectLobby, type LobbyClient } from "./lobby.js";
import { waitOptions } from "./plain-server.js";

const handshake = '0{"sid":"a","upgrades":[],"pingInterval":25000,"pingTimeout":20000,"maxPayload":1000000}';

let http: Server;
let url: string;
let client: LobbyClient | undefined;
/** Frames that the server says of its own accord; and what it says to CONNECT. */
let greeting: (string | Buffer)[];
let answers: string[];
const sockets: WebSocket[] = [];
/** What clients have said. */
const heard: string[] = [];

beforeEach(async () => {
  heard.length = 0;
  greeting = [handshake];
  answers = ['40/lobby,{"sid":"b"}'];
  http = createServer((_request, response) => response.end(greeting.join("\u001e")));
  new WebSocketServer({ server: http }).on("connection", (socket) => {
    sockets.push(socket);
    for (const frame of greeting) socket.send(frame);
    socket.on("message", (data) => {
      heard.push(String(data));
      if (String(data).startsWith("40/lobby,")) for (const frame of answers) socket.send(frame);
    });
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
});
afterEach(async () => {
  client?.close();
  for (const socket of sockets.splice(0)) socket.terminate();
  http.closeAllConnections();
  await new Promise((resolve) => http.close(resolve));
});

const connect = (transports: ("polling" | "websocket")[] = ["websocket"]) => {
  client = connectLobby(url, { transports, onError: () => {} });
  return client;
};

describe("a server that does not keep to the protocol", () => {
  it.each([
    ["text", "hello"],
    ["a handshake that is no JSON", "0{"],
    ["a handshake of null", "0null"],
    ["a handshake without upgrades", '0{"sid":"a","pingInterval":1,"pingTimeout":1}'],
    ["a handshake without a heartbeat", '0{"sid":"a","upgrades":[]}'],
    ["an empty handshake", "0"],
    ["an unknown packet", "9"],
  ])("that opens with %s is tried again", async (_what, frame) => {
    greeting = [frame];
    for (const transport of ["websocket", "polling"] as const) {
      const { state, close, call } = connect([transport]);
      greeting = [frame];
      expect(await call.ping.safe({ timeoutMs: 60 })).toMatchObject({ error: { code: "timeout" } });
      expect(state.value.status).toBe("connecting");
      if (transport === "websocket") {
        greeting = [handshake];
        await vi.waitFor(() => expect(state.value.status).toBe("connected"), waitOptions);
      }
      close();
    }
  });

  it("that opens with binary is as good as silent", async () => {
    greeting = [Buffer.from([1, 2, 3])];
    const { state, call } = connect();
    expect(await call.ping.safe({ timeoutMs: 60 })).toMatchObject({ error: { code: "timeout" } });
    expect(state.value.status).toBe("connecting");
  });

  it.each([
    ["a refusal without data", "44/lobby,"],
    ["a refusal of text", '44/lobby,"no"'],
    ["a connection without an id", "40/lobby,"],
    ["a connection with an id of another type", '40/lobby,{"sid":{}}'],
    ["a second answer that is a refusal", '44/lobby,{"message":"no","data":{"code":1}}'],
  ])("that answers with %s has refused", async (_what, frame) => {
    answers = frame.includes('"code":1') ? ['40/lobby,{"sid":"b"}', frame] : [frame];
    const { state } = connect();
    await vi.waitFor(() => expect(state.value.status).toBe("refused"), waitOptions);
  });

  it.each([
    ["an event without anything", "42/lobby,"],
    ["an event with an id and nothing else", "42/lobby,5"],
    ["an event of a number", "42/lobby,[1]"],
    ["an acknowledgement that nobody awaits", "43/lobby,99[1]"],
    ["an acknowledgement without data", "43/lobby,0"],
    ["an acknowledgement without an id", "43/lobby,[1]"],
    ["a payload of 200,000 levels", `42/lobby,["posted",${"[".repeat(200_000)}${"]".repeat(200_000)}]`],
    ["a listener's name of the prototype", '42/lobby,["__proto__",{}]'],
    ["an odd reason", '42/lobby,["$closing",null]'],
    ["an odd withdrawal", '42/lobby,["$cancel"]'],
    ["a second connection", '40/lobby,{"sid":"c"}'],
  ])("that sends %s is survived", async (_what, frame) => {
    const { state, on, emit } = connect();
    await vi.waitFor(() => expect(state.value.status).toBe("connected"), waitOptions);
    emit.poked();
    const next = on.posted.once();
    sockets.at(-1)?.send(frame);
    sockets.at(-1)?.send('42/lobby,["posted",{"text":"still here"}]');
    expect(await next).toEqual({ text: "still here" });
  });

  it.each([
    ["an acknowledgement without data to a call", "43/lobby,0", "bad_output"],
    ["a frame that is none", "4x", "disconnected"],
    ["JSON that is none", "42/lobby,[", "disconnected"],
    ["binary where none was announced", Buffer.from([1]), "disconnected"],
    ["a broken attachment", '451-/lobby,0[{"_placeholder":true,"num":7}]', "disconnected"],
    ["a second handshake", handshake, "disconnected"],
  ])("that sends %s fails the call and no more", async (_what, frame, code) => {
    const { state, call } = connect();
    await vi.waitFor(() => expect(state.value.status).toBe("connected"), waitOptions);
    const answer = call.ping.safe({ timeoutMs: 2_000 });
    await vi.waitFor(() => expect(heard).toContain('42/lobby,0["ping"]'), waitOptions);
    sockets.at(-1)?.send(frame);
    if (typeof frame === "string" && frame.startsWith("451-")) sockets.at(-1)?.send(Buffer.from([1]));
    expect(await answer).toMatchObject({ error: { code } });
    await vi.waitFor(() => expect(state.value.status).toBe("connected"), waitOptions);
  });
});
