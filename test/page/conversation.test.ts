import { describe, expect, test } from "vitest";
import { Conversation } from "../../client/demo/page/conversation.js";
import { toConversationId } from "../../client/demo/page/conversation-list.js";
import { formatDay } from "../../client/demo/page/format-time.js";
import { messageRows } from "../../client/demo/page/message-rows.js";

const noon = new Date(2026, 4, 5, 12, 0);

function message(id: string, author: string, minutesAfterNoon: number) {
  const sentAt = new Date(noon.getTime() + minutesAfterNoon * 60_000).toISOString();
  return { id, conversation: "lobby", author, text: `text of ${id}`, sentAt };
}

describe("a conversation of the page", () => {
  test("takes a message that comes both by event and by catching up once", () => {
    const conversation = new Conversation("lobby");
    conversation.addMessage(message("1", "Grace", 0), "Ada");
    conversation.catchUp(
      { id: "lobby", people: ["Ada"], messages: [message("1", "Grace", 0), message("2", "Grace", 1)] },
      "Ada",
    );
    expect(conversation.entries).toHaveLength(2);
  });

  test("takes a message that waits for an answer as sent when catching up shows it", () => {
    const conversation = new Conversation("lobby");
    conversation.addOutgoing("text of 1", "waiting");
    conversation.addOutgoing("text of 2", "waiting");
    conversation.catchUp({ id: "lobby", people: ["Ada"], messages: [message("1", "Ada", 0)] }, "Ada");
    expect(conversation.outgoing.map(({ text }) => text)).toEqual(["text of 2"]);
  });

  test("notes a person once who comes, and once who goes", () => {
    const conversation = new Conversation("lobby");
    conversation.catchUp({ id: "lobby", people: ["Ada"], messages: [] }, "Ada");
    for (const name of ["Grace", "Grace"]) conversation.addPerson(name);
    for (const name of ["Grace", "Grace"]) conversation.removePerson(name);
    expect(messageRows(conversation, "Ada").map((row) => row.kind)).toEqual(["day", "note", "note"]);
  });

  test("is shown in groups: one author, five minutes, one day", () => {
    const conversation = new Conversation("lobby");
    const nextDay = 24 * 60;
    const messages = [
      message("1", "Grace", 0),
      message("2", "Grace", 4),
      message("3", "Grace", 10),
      message("4", "Ada", 10),
      message("5", "Ada", nextDay),
    ];
    for (const it of messages) conversation.addMessage(it, "Ada");
    const rows = messageRows(conversation, "Ada").map((row) =>
      row.kind === "message" ? [row.author, row.startsGroup] : row.kind,
    );
    expect(rows).toEqual([
      "day",
      ["Grace", true],
      ["Grace", false],
      ["Grace", true],
      ["Ada", true],
      "day",
      ["Ada", true],
    ]);
  });
});

test("a day is named from where the person stands", () => {
  const at = (day: number) => new Date(2026, 4, day, 23, 59);
  expect(formatDay(at(5), at(5))).toBe("Today");
  expect(formatDay(at(4), at(5))).toBe("Yesterday");
  expect(formatDay(at(3), at(5))).not.toMatch(/day$/i);
});

test.each([
  ["Team Lunch", "team-lunch"],
  ["  Café & Crème! ", "cafe-creme"],
  ["#lobby", "lobby"],
  ["!!!", ""],
])("what a person types as a conversation, `%s`, is `%s`", (typed, id) => {
  expect(toConversationId(typed)).toBe(id);
});
