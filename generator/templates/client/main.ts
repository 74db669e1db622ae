// A client for the terminal: `npm run client -- Ada` says each line that is typed;
// `npm run client -- Ada "Hello there"` says one thing and leaves.
import { createInterface } from "node:readline/promises";
import { connectLobby } from "./generated/lobby.js";

const [name = "somebody", text] = process.argv.slice(2);
const url = process.env.SERVER_URL ?? "http://localhost:3000";
const lobby = connectLobby(url, { auth: { name } });

lobby.on.said((said) => console.log(`${said.name}: ${said.text}`));
lobby.on.joined((person) => console.log(`${person.name} came in`));
lobby.on.left((person) => console.log(`${person.name} left`));

async function say(text: string): Promise<void> {
  const reply = await lobby.call.say.safe({ text });
  if (reply.ok) {
    console.log(`(heard by ${reply.value.heardBy})`);
  } else if (reply.error.code === "TooFast") {
    console.log(`(too fast: wait ${reply.error.data.waitMs} ms)`);
  } else {
    console.log(`(${reply.error.code}: ${reply.error.message})`);
  }
}

await lobby.whenConnected({ timeoutMs: 5_000 }).catch((error: Error) => {
  console.error(`No connection to ${url} (${error.message}) Does \`npm start\` run there?`);
  process.exit(1);
});
if (text !== undefined) {
  await say(text);
} else {
  console.log(`You are ${name}. Type, and press Enter; Ctrl+C ends.`);
  for await (const line of createInterface({ input: process.stdin })) {
    await say(line);
  }
}
lobby.close();
