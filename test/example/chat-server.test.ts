import type { FastifyInstance } from "fastify";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type ChatClient, connectChat } from "../../client/generated/chat.js";
import { buildApp } from "../../server/app.js";
import { Conversations } from "../../server/conversations.js";

const patienceMs = 10_000;
const conversation = "lobby";
let app: FastifyInstance;
let clients: ChatClient[] = [];

beforeEach(() => start());
afterEach(async () => {
  for (const client of clients) client.close();
  clients = [];
  await app.close();
});

async function start(idleAfterMs = 60_000): Promise<void> {
  app = await buildApp({ idleAfterMs });
  await app.listen({ host: "127.0.0.1", port: 0 });
}

function connect(name: string): ChatClient {
  const client = connectChat(app.listeningOrigin, { auth: { name } });
  clients.push(client);
  return client;
}

describe("the chat's handlers", () => {
  test("tell those who are there who came, what was said, and who left", async () => {
    const [ada, grace] = [connect("Ada"), connect("Grace")];
    expect(await ada.call.join({ conversation })).toEqual({
      id: conversation,
      people: ["Ada"],
      messages: [],
    });

    const joined = ada.on.personJoined.once();
    expect((await grace.call.join({ conversation })).people).toEqual(["Ada", "Grace"]);
    expect(await joined).toEqual({ conversation, name: "Grace" });

    const heard = Promise.all([ada.on.messagePosted.once(), grace.on.messagePosted.once()]);
    const message = await grace.call.postMessage({ conversation, text: "  Hello  " });
    expect(message).toMatchObject({ conversation, author: "Grace", text: "Hello" });
    expect(await heard).toEqual([message, message]);

    const left = ada.on.personLeft.once();
    await grace.call.leave({ conversation });
    expect(await left).toEqual({ conversation, name: "Grace" });
  });

  test("tell of a person whose connection ends that they left", async () => {
    const [ada, grace] = [connect("Ada"), connect("Grace")];
    await ada.call.join({ conversation });
    await grace.call.join({ conversation });
    const left = ada.on.personLeft.once();
    grace.close();
    expect(await left).toEqual({ conversation, name: "Grace" });
  });

  test("tell only the others who is typing, and nobody of one who is not there", async () => {
    const [ada, grace, linus] = [connect("Ada"), connect("Grace"), connect("Linus")];
    for (const client of [ada, grace]) await client.call.join({ conversation });
    const seen: string[] = [];
    for (const client of [ada, grace]) client.on.personTyping(({ name }) => seen.push(name));
    await linus.whenConnected();
    linus.emit.typing({ conversation });
    await linus.call.join({ conversation });
    const heard = grace.on.personTyping.once();
    ada.emit.typing({ conversation });
    await heard;
    await ada.call.join({ conversation });
    expect(seen).toEqual(["Ada"]);
  });

  test("refuse to post or leave where one is not a member", async () => {
    const ada = connect("Ada");
    const refusal = { code: "NotAMember", data: { conversation } };
    await expect(ada.call.postMessage({ conversation, text: "Hello?" })).rejects.toMatchObject(refusal);
    await expect(ada.call.leave({ conversation })).rejects.toMatchObject(refusal);
  });

  test("refuse a name that is in use, however it is written, until its person is gone", async () => {
    const ada = connect("Ada");
    await ada.whenConnected();
    const other = connect("ＡＤＡ");
    await expect(other.whenConnected()).rejects.toMatchObject({
      code: "NameTaken",
      data: { name: "ＡＤＡ" },
    });
    ada.close();
    await expect
      .poll(
        async () => {
          other.connect();
          await other.whenConnected().catch(() => undefined);
          return other.state.value.status;
        },
        { timeout: patienceMs },
      )
      .toBe("connected");
  });

  test("give whoever joins the last fifty messages, oldest first", async () => {
    const ada = connect("Ada");
    await ada.call.join({ conversation });
    for (let n = 1; n <= 52; n += 1) await ada.call.postMessage({ conversation, text: `${n}` });
    const { messages } = await ada.call.join({ conversation });
    expect(messages).toHaveLength(50);
    expect(messages.map((message) => message.text).slice(0, 2)).toEqual(["3", "4"]);
  });

  test("let one person into fifty conversations at a time", async () => {
    const ada = connect("Ada");
    for (let n = 1; n <= 50; n += 1) await ada.call.join({ conversation: `c-${n}` });
    await expect(ada.call.join({ conversation: "c-51" })).rejects.toMatchObject({ code: "overloaded" });
    await ada.call.leave({ conversation: "c-1" });
    await ada.call.join({ conversation: "c-51" });
  });
});

describe("a silent person", () => {
  beforeEach(async () => {
    await app.close();
    await start(100);
  });

  test("is asked again and again while they say that they are there", async () => {
    const ada = connect("Ada");
    let questions = 0;
    ada.handle.confirmPresence(() => {
      questions += 1;
      return true;
    });
    await expect.poll(() => questions, { timeout: patienceMs }).toBeGreaterThanOrEqual(2);
    expect(ada.state.value.status).toBe("connected");
  });

  test("is shown out with the reason when they say no", async () => {
    const ada = connect("Ada");
    ada.handle.confirmPresence(() => false);
    await expect
      .poll(() => ada.state.value, { timeout: patienceMs })
      .toEqual({ status: "closed", by: "server", reason: "You were away for a while." });
  });

  test("stays when their client cannot be asked", async () => {
    const ada = connect("Ada");
    const grace = connect("Grace");
    let questions = 0;
    grace.handle.confirmPresence(() => {
      questions += 1;
      return true;
    });
    await expect.poll(() => questions, { timeout: patienceMs }).toBeGreaterThanOrEqual(3);
    expect(ada.state.value.status).toBe("connected");
  });
});

describe("the memory of conversations", () => {
  test("forgets the conversation that was silent for longest when there are too many", () => {
    const conversations = new Conversations({ maxConversations: 2 });
    for (const id of ["first", "second", "first", "third"]) conversations.add(id, "Ada", "Hello");
    expect(["first", "second", "third"].map((id) => conversations.messages(id).length)).toEqual([2, 0, 1]);
  });
});
