import { strictEqual } from "node:assert/strict";
import { buildApp } from "../../server/app.js";
import { DemoPerson } from "./demo-person.js";
import { DemoTranscript } from "./demo-transcript.js";

const transcript = new DemoTranscript();
const app = await buildApp();
await app.listen({ host: "127.0.0.1", port: 0 });
const ada = new DemoPerson("Ada", app.listeningOrigin, transcript);
const grace = new DemoPerson("Grace", app.listeningOrigin, transcript);
const linus = new DemoPerson("Linus", app.listeningOrigin, transcript);
transcript.text("Three clients and their server in one process, over real sockets.");

try {
  await holdConversation();
  transcript.text("\nAll of it went as it should.");
} catch (error) {
  process.exitCode = 1;
  process.stderr.write(
    `\nThis was not expected: ${error instanceof Error ? error.message : String(error)}\n`,
  );
} finally {
  for (const person of [ada, grace, linus]) person.chat.close();
  await app.close();
}

async function holdConversation(): Promise<void> {
  const conversation = "lobby";

  transcript.step("Ada and Grace join the lobby");
  await ada.join(conversation);
  await Promise.all([grace.join(conversation), ada.sees("personJoined", "Grace")]);

  transcript.step("Grace writes; both see it, the author too");
  await Promise.all([grace.types(conversation), ada.sees("personTyping", "Grace")]);
  await Promise.all([
    grace.posts(conversation, "Does the compiler know us?"),
    ada.sees("messagePosted", "Grace: Does the compiler know us?"),
    grace.sees("messagePosted", "Grace: Does the compiler know us?"),
  ]);

  transcript.step("An empty message is refused before it leaves, with the place in the payload");
  strictEqual(await ada.fails(conversation, "   "), "bad_input");

  transcript.step("Linus is not in the lobby: the error that the contract declares, with its data");
  strictEqual(await linus.fails(conversation, "Hello?"), "NotAMember");

  transcript.step("He joins, catches up, and answers");
  await Promise.all([
    linus.join(conversation),
    ada.sees("personJoined", "Linus"),
    grace.sees("personJoined", "Linus"),
  ]);
  await Promise.all([
    linus.posts(conversation, "It knows every name of ours."),
    ...[ada, grace, linus].map((it) => it.sees("messagePosted", "Linus: It knows every name of ours.")),
  ]);

  transcript.step("The server calls each client in the lobby and gets an answer from each");
  for (const person of [ada, grace, linus]) person.answersPresence(person !== linus);
  const question = "Are you still there?";
  transcript.line("server", "→", "call confirmPresence", question);
  const outcomes = await app.sockets.chat.to
    .conversation({ id: conversation })
    .call.confirmPresence({ question });
  const answers = outcomes.map((it) => (it.status === "answered" ? it.value : it.status));
  transcript.line("server", "←", "answers", answers.sort().join(", "));
  strictEqual(answers.join(), "false,true,true");

  transcript.step("Somebody else called Ada is refused at the door");
  const other = new DemoPerson("Ada", app.listeningOrigin, transcript);
  strictEqual(await other.isRefused(), "NameTaken");
  other.chat.close();

  transcript.step("Linus goes; those who stay hear it");
  linus.goes();
  await Promise.all([ada.sees("personLeft", "Linus"), grace.sees("personLeft", "Linus")]);
}
