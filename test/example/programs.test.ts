import type { FastifyInstance } from "fastify";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type ChatClient, connectChat } from "../../client/generated/chat.js";
import { buildApp } from "../../server/app.js";
import { ExampleProcess } from "./example-process.js";

// Each program starts a Node of its own, which takes seconds where cores are few.
vi.setConfig({ testTimeout: 60_000 });

let processes: ExampleProcess[] = [];
afterEach(async () => {
  await Promise.all(processes.map((it) => it.stop()));
  processes = [];
});

function run(...parameters: ConstructorParameters<typeof ExampleProcess>): ExampleProcess {
  const started = new ExampleProcess(...parameters);
  processes.push(started);
  return started;
}

describe("the chat in the terminal", () => {
  const conversation = "lobby";
  let app: FastifyInstance;
  let grace: ChatClient;

  beforeEach(async () => {
    app = await buildApp();
    await app.listen({ host: "127.0.0.1", port: 0 });
    grace = connectChat(app.listeningOrigin, { auth: { name: "Grace" } });
    await grace.call.join({ conversation });
  });
  afterEach(async () => {
    grace.close();
    await app.close();
  });

  function openTerminal(name: string): ExampleProcess {
    return run("client/demo/terminal.ts", ["--name", name, "--url", app.listeningOrigin]);
  }

  test("talks with another client: join, messages both ways, who, another conversation, quit", async () => {
    const ada = openTerminal("Ada");
    await ada.prints(/In lobby with Ada, Grace/);
    await grace.call.postMessage({ conversation, text: "Hello terminal" });
    await ada.prints(/\d\d:\d\d Grace: Hello terminal/);

    const heard = grace.on.messagePosted.once();
    ada.enter("Hello page");
    expect(await heard).toMatchObject({ author: "Ada", text: "Hello page" });
    await ada.prints(/Ada: Hello page/);
    ada.enter("/who");
    await ada.prints(/Here: Ada, Grace/);
    ada.enter("/nonsense");
    await ada.prints(/There is no `\/nonsense` here; \/help lists what there is\./);

    const left = grace.on.personLeft.once();
    ada.enter("/join team-lunch");
    await ada.prints(/In team-lunch with Ada/);
    expect(await left).toEqual({ conversation, name: "Ada" });
    ada.enter("/quit");
    expect(await ada.exits()).toBe(0);
    expect(ada.errors).toBe("");
  });

  test("posts what comes through a pipe, to the end, and leaves", async () => {
    const heard = grace.on.messagePosted.iterate();
    const ada = openTerminal("Ada");
    ada.enter("one");
    ada.enter("two");
    ada.endInput();
    expect((await heard.next()).value).toMatchObject({ text: "one" });
    expect((await heard.next()).value).toMatchObject({ text: "two" });
    expect(await ada.exits()).toBe(0);
  });

  test("passes the server's question on and sends the answer", async () => {
    const ada = openTerminal("Ada");
    await ada.prints(/In lobby/);
    const asked = app.sockets.chat.all
      .exceptClients(idOf(grace))
      .call.confirmPresence({ question: "There?" });
    await ada.prints(/There\? \(y\/n\)/);
    ada.enter("y");
    expect(await asked).toMatchObject([{ status: "answered", value: true }]);
  });

  test("says in a sentence that the name is taken, and exits with 1", async () => {
    const other = openTerminal("Grace");
    expect(await other.exits()).toBe(1);
    expect(other.errors).toContain("Somebody of that name is here already.");
  });

  test("says how to call it when the name is missing", async () => {
    const nobody = run("client/demo/terminal.ts");
    expect(await nobody.exits()).toBe(1);
    expect(nobody.errors).toContain("npm run chat -- --name Ada");
  });
});

function idOf(client: ChatClient): string {
  const state = client.state.value;
  return state.status === "connected" ? state.id : "";
}

test("the demo holds its conversation and ends by itself with exit code 0", async () => {
  const demo = run("client/demo/demo.ts");
  expect(await demo.exits()).toBe(0);
  expect(demo.errors).toBe("");
  for (const seen of [
    "bad_input",
    "NotAMember",
    "NameTaken",
    "false, true, true",
    "All of it went as it should.",
  ]) {
    expect(demo.output).toContain(seen);
  }
});

describe("the chat's server as a program", () => {
  test("prints its address and how to join from a terminal, and closes cleanly on SIGTERM", async () => {
    const server = run("server/main.ts", [], { PORT: "0" });
    const [, address = ""] = await server.prints(/is at (http:\S+):/);
    expect(server.output).toContain(`npm run chat -- --name Ada --url ${address}`);
    const client = connectChat(address, { auth: { name: "Ada" } });
    await client.whenConnected();
    server.signal("SIGTERM");
    expect(await server.exits()).toBe(0);
    client.close();
    expect(server.errors).toBe("");
  });

  test("says which port is in use, and exits with 1", async () => {
    const first = run("server/main.ts", [], { PORT: "0" });
    const [, port = ""] = await first.prints(/http:\/\/127\.0\.0\.1:(\d+)/);
    const second = run("server/main.ts", [], { PORT: port });
    expect(await second.exits()).toBe(1);
    expect(second.errors).toBe(
      `Port ${port} on 127.0.0.1 is in use. Choose another one: PORT=${Number(port) + 1} npm start\n`,
    );
  });
});
