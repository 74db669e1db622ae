import { parseArgs } from "node:util";
import { isWireError } from "wirepact/client";
import { type ChatClient, connectChat } from "../generated/chat.js";
import { explainFailure } from "./explain-failure.js";
import { TerminalChat } from "./terminal-chat.js";
import { openTerminalScreen, type TerminalScreen } from "./terminal-screen.js";

const usage = "npm run chat -- --name Ada [--url http://127.0.0.1:3000] [--conversation lobby]";
const patienceMs = 2_000;

const { name, url, conversation } = readArguments();
const chat = connect();
const screen = openTerminalScreen();
const person = new TerminalChat(chat, name, conversation, screen);
followConnection(chat, screen);

// Lines are carried out one after another; while there is no connection they wait.
let work = enterWhenConnected();
screen.onLine((line) => {
  if (line.trim() === "/quit") return screen.close();
  if (!person.answer(line)) work = work.then(() => person.take(line));
});
screen.onEnd(async () => {
  // What came through a pipe is carried out to its end.
  if (!screen.isTerminal) await work;
  chat.close();
});

function enterWhenConnected(): Promise<void> {
  return chat.whenConnected().then(
    () => person.enter(),
    () => undefined, // Refused or closed: followConnection says so.
  );
}

function connect(): ChatClient {
  try {
    return connectChat(url, { auth: { name } });
  } catch (error) {
    if (isWireError(error)) return fail(explainFailure(error));
    throw error;
  }
}

function followConnection(chat: ChatClient, screen: TerminalScreen): void {
  const patience = setTimeout(() => {
    if (chat.state.value.status === "connecting") {
      screen.print(`No answer from ${url} yet; still trying. Does it run? \`npm start\` starts it.`, "note");
    }
  }, patienceMs);
  let wasLost = false;

  chat.state.subscribe((state) => {
    clearTimeout(patience);
    switch (state.status) {
      case "connecting":
        break;
      case "connected":
        if (wasLost) screen.print("Connected again", "note");
        wasLost = false;
        break;
      case "reconnecting":
        if (wasLost) break;
        wasLost = true;
        screen.print("Connection lost; trying to get back", "problem");
        work = work.then(enterWhenConnected);
        break;
      case "refused":
        screen.close();
        return fail(explainFailure(state.error));
      case "closed":
        if (state.by === "server")
          screen.print(state.reason ?? "The server ended the connection.", "problem");
        screen.close();
        break;
    }
  });
}

function readArguments(): { name: string; url: string; conversation: string } {
  try {
    const { values } = parseArgs({
      options: {
        name: { type: "string" },
        url: { type: "string", default: "http://127.0.0.1:3000" },
        conversation: { type: "string", default: "lobby" },
      },
    });
    const { name, url, conversation } = values;
    if (name === undefined) return fail("Say who you are.");
    return { name: name.trim(), url, conversation };
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n${usage}\n`);
  process.exit(1);
}
