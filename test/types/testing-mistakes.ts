// Mistakes with the test kit that must not compile, each beside the form that must.
import Fastify from "fastify";
import { socketPair } from "wirepact/testing";
import { connectChat } from "../../client/generated/chat.js";

const pair = await socketPair({ app: Fastify() });
const chat = pair.connect(connectChat, { auth: { name: "Ada" } });
// @ts-expect-error: auth is missing
pair.connect(connectChat);
// @ts-expect-error: auth is checked
pair.connect(connectChat, { auth: { nmae: "Ada" } });

chat.emit.typing({ conversation: "lobby" });
(await pair.heard(chat).messagePosted.next()).author satisfies string;
pair.heard(chat).messagePosted.payloads.map(({ text }) => text satisfies string);
// @ts-expect-error: an event that only clients send
pair.heard(chat).typing;
// @ts-expect-error: no client has been connected yet
pair.heard(connectChat);
