import { avatar } from "./avatar.js";
import { ChatSession, firstConversation } from "./chat-session.js";
import { Composer } from "./composer.js";
import { ConversationList, toConversationId } from "./conversation-list.js";
import { element, find } from "./element.js";
import { JoinForm } from "./join-form.js";
import { MessageLog } from "./message-log.js";
import { askPresence } from "./presence-dialog.js";

const places = {
  entrance: find("entrance", HTMLElement),
  chat: find("chat", HTMLElement),
  title: find("conversation-title", HTMLElement),
  people: find("people", HTMLUListElement),
  leave: find("leave", HTMLButtonElement),
  problem: find("conversation-problem", HTMLElement),
  typing: find("typing", HTMLElement),
  connection: find("connection", HTMLElement),
  selfAvatar: find("self-avatar", HTMLElement),
  selfName: find("self-name", HTMLElement),
  ended: find("ended", HTMLDialogElement),
  endedReason: find("ended-reason", HTMLElement),
  comeBack: find("come-back", HTMLButtonElement),
};
const presence = {
  dialog: find("presence", HTMLDialogElement),
  question: find("presence-question", HTMLElement),
  yes: find("presence-yes", HTMLButtonElement),
};
const maxPeopleShown = 8;

let session: ChatSession | undefined;
let isRenderAsked = false;

const joinForm = new JoinForm(
  {
    form: find("join-form", HTMLFormElement),
    field: find("join-name", HTMLInputElement),
    problem: find("join-problem", HTMLElement),
    button: find("join-button", HTMLButtonElement),
  },
  (name) => {
    session = new ChatSession(name, conversationOfAddress(), {
      changed: askRender,
      askPresence: (input, signal) => askPresence(presence, input, signal),
      refused(sentence) {
        session = undefined;
        joinForm.reject(sentence);
      },
    });
  },
);
const conversationList = new ConversationList(
  {
    list: find("conversation-list", HTMLUListElement),
    form: find("open-form", HTMLFormElement),
    field: find("open-name", HTMLInputElement),
    problem: find("open-problem", HTMLElement),
  },
  (id) => {
    session?.show(id);
    composer.focus();
  },
);
const log = new MessageLog(find("log", HTMLOListElement), find("to-end", HTMLButtonElement), {
  retry: (outgoing) => session?.retry(outgoing),
  discard: (outgoing) => session?.discard(outgoing),
});
const composer = new Composer(
  {
    form: find("composer", HTMLFormElement),
    field: find("message", HTMLTextAreaElement),
    problem: find("message-problem", HTMLElement),
    count: find("message-count", HTMLElement),
  },
  {
    post: async (text) => session?.post(text),
    noteTyping: () => session?.noteTyping(),
  },
);

places.leave.addEventListener("click", () => void session?.leave());
find("sign-out", HTMLButtonElement).addEventListener("click", signOut);
places.ended.addEventListener("close", () => {
  if (places.ended.returnValue === "return") session?.comeBack();
  else signOut();
});
window.addEventListener("hashchange", () => session?.show(conversationOfAddress()));
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") session?.markSeen();
});

/** Draws what changed, once for all changes of one turn; not tied to frames, which a hidden window does not get. */
function askRender(): void {
  if (isRenderAsked) return;
  isRenderAsked = true;
  setTimeout(() => {
    isRenderAsked = false;
    if (session !== undefined) render(session);
  });
}

function render(session: ChatSession): void {
  const { current, conversations, connection, name } = session;
  if (places.chat.hidden) {
    if (!session.isIn) return;
    enter(session);
  }
  conversationList.show(conversations.values(), current);
  log.show(current, name);
  composer.show(current.id);
  renderPeople(current.people, name);
  places.title.textContent = current.id;
  places.leave.hidden = conversations.size === 1;
  places.problem.hidden = current.problem === undefined;
  places.problem.textContent = current.problem ?? "";
  places.typing.textContent = typingSentence(current.typing);
  if (places.connection.textContent !== connection.text) places.connection.textContent = connection.text;
  places.connection.dataset.tone = connection.tone;
  renderEnded(session.ended);
  renderAddress(session);
}

function enter({ name }: ChatSession): void {
  places.entrance.hidden = true;
  places.chat.hidden = false;
  places.selfAvatar.replaceChildren(avatar(name));
  places.selfName.textContent = name;
  composer.focus();
}

function signOut(): void {
  session?.close();
  session = undefined;
  places.chat.hidden = true;
  places.entrance.hidden = false;
  document.title = "wirepact chat";
  joinForm.reset();
}

function renderPeople(people: readonly string[], self: string): void {
  const shown = people.slice(0, maxPeopleShown).map((name) => {
    const words = name === self ? `${name} (you)` : name;
    return element("li", {}, avatar(name), element("span", {}, words));
  });
  const more = people.length - shown.length;
  if (more > 0) shown.push(element("li", {}, element("span", {}, `and ${more} more`)));
  places.people.replaceChildren(...shown);
}

function renderEnded(reason: string | undefined): void {
  places.endedReason.textContent = reason ?? "";
  if (reason !== undefined && !places.ended.open) {
    places.ended.returnValue = "";
    places.ended.showModal();
    places.comeBack.focus();
  }
}

/** The address names the conversation, so that a copy of it leads others there. */
function renderAddress({ current, conversations }: ChatSession): void {
  if (conversationOfAddress() !== current.id) history.replaceState(null, "", `#${current.id}`);
  const unread = [...conversations.values()].reduce((sum, it) => sum + it.unread, 0);
  document.title = `${unread > 0 ? `(${unread}) ` : ""}${current.id} · wirepact chat`;
}

function conversationOfAddress(): string {
  return toConversationId(location.hash).slice(0, 64) || firstConversation;
}

function typingSentence(names: readonly string[]): string {
  const [first, second] = names;
  if (first === undefined) return "";
  if (second === undefined) return `${first} is typing…`;
  return names.length === 2 ? `${first} and ${second} are typing…` : "Several people are typing…";
}
