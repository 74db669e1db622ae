// Mistakes on the client that must not compile, each beside the form that must.
import { connectChat } from "../../client/generated/chat.js";

const chat = connectChat("http://localhost:3000", { auth: { name: "Ada" } });
connectChat("http://localhost:3000", { auth: async () => ({ name: "Ada" }) });
// @ts-expect-error: auth is missing
connectChat("http://localhost:3000");
// @ts-expect-error: auth is checked
connectChat("http://localhost:3000", { auth: { nmae: "Ada" } });

const message = await chat.call.postMessage({ conversation: "lobby", text: "hi" }, { timeoutMs: 5 });
message.sentAt satisfies string;
// @ts-expect-error: the reply has no such field
message.seq;
// @ts-expect-error: the input is checked
await chat.call.postMessage({ conversation: "lobby" });
// @ts-expect-error: a call that the contract does not have
await chat.call.post({});
// @ts-expect-error: an event is emitted, not called
await chat.call.typing({ conversation: "lobby" });

const result = await chat.call.postMessage.safe({ conversation: "lobby", text: "hi" });
if (result.ok) {
  result.value.text satisfies string;
  // @ts-expect-error: a success has no error
  result.error;
} else if (result.error.code === "NotAMember") {
  result.error.data.conversation satisfies string;
} else {
  result.error.retryAfterMs satisfies number | undefined;
  // @ts-expect-error: every declared error is told apart above, so none of that name is left
  result.error.code === "NotAMember";
}

const stop = chat.on.messagePosted((posted) => posted.author satisfies string);
stop();
for await (const posted of chat.on.messagePosted.iterate({ maxBuffered: 5 })) posted.author satisfies string;
// @ts-expect-error: an event that only clients send
chat.on.typing(() => {});

chat.handle.confirmPresence(({ question }) => question.length > 0);
// @ts-expect-error: the answer is checked
chat.handle.confirmPresence(() => "yes");

chat.emit.typing({ conversation: "lobby" });
// @ts-expect-error: the payload is missing
chat.emit.typing();

const state = chat.state.value;
if (state.status === "refused" && state.error.code === "NameTaken") state.error.data.name satisfies string;
// @ts-expect-error: the id is there when connected only
state.id;
