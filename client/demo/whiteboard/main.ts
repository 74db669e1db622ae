import type { Pen } from "../../generated/schemas.js";
import { toConversationId } from "../page/conversation-list.js";
import { element, find } from "../page/element.js";
import { JoinForm } from "../page/join-form.js";
import { BoardCanvas } from "./board-canvas.js";
import { BoardSession } from "./board-session.js";
import type { OwnStroke } from "./own-stroke.js";
import { colors, dot, palette } from "./palette.js";
import { listenToPen } from "./pen-input.js";
import { People } from "./people.js";

const places = {
  entrance: find("entrance", HTMLElement),
  desk: find("desk", HTMLElement),
  board: find("board", HTMLCanvasElement),
  title: find("board-title", HTMLElement),
  connection: find("connection", HTMLElement),
  problem: find("board-problem", HTMLElement),
  colors: find("colors", HTMLFieldSetElement),
  width: find("pen-width", HTMLInputElement),
  clearDialog: find("clear-dialog", HTMLDialogElement),
};
const firstBoard = "sketch";
const canvas = new BoardCanvas(places.board);
const people = new People(find("people", HTMLUListElement), find("cursors", HTMLElement));

let color: Pen["color"] = "ink";
let session: BoardSession | undefined;
let stroke: OwnStroke | undefined;

const joinForm = new JoinForm(
  {
    form: find("join-form", HTMLFormElement),
    field: find("join-name", HTMLInputElement),
    problem: find("join-problem", HTMLElement),
    button: find("join-button", HTMLButtonElement),
  },
  enter,
);

for (const each of colors) places.colors.append(swatch(each));
listenToPen(places.board, (event) => canvas.pointAt(event), {
  pressed(at) {
    stroke = session?.draw({ color, width: places.width.valueAsNumber });
    this.drawn(at);
  },
  drawn(at) {
    stroke?.add(at);
    if (stroke) canvas.add(stroke);
  },
  lifted() {
    stroke?.end();
    stroke = undefined;
  },
  hovered: (at) => session?.point(at),
});
new ResizeObserver(() => canvas.redraw(session?.picture.strokes ?? [])).observe(places.board);
find("clear", HTMLButtonElement).addEventListener("click", () => {
  places.clearDialog.returnValue = "";
  places.clearDialog.showModal();
});
places.clearDialog.addEventListener("close", () => {
  if (places.clearDialog.returnValue === "clear") void session?.clear();
});
find("sign-out", HTMLButtonElement).addEventListener("click", signOut);
window.addEventListener("hashchange", () => session && enter(session.name));

/** Goes to the board that the address names, so that a copy of the address leads others there. */
function enter(name: string): void {
  session?.close();
  const board = toConversationId(location.hash).slice(0, 64) || firstBoard;
  const entered = new BoardSession(name, board, color, {
    drawn: (each) => canvas.add(each),
    redrawn: () => session === entered && canvas.redraw(entered.picture.strokes),
    cursorMoved: (person, at) => people.moveCursor(person, at),
    changed: () => session === entered && render(entered),
    refused(sentence) {
      signOut();
      joinForm.reject(sentence);
    },
  });
  session = entered;
  history.replaceState(null, "", `#${board}`);
  document.title = `${board} · wirepact whiteboard`;
  places.title.textContent = board;
  places.entrance.hidden = true;
  places.desk.hidden = false;
  canvas.redraw([]);
  render(entered);
}

function render({ people: present, name, connection, problem }: BoardSession): void {
  people.show(present, name);
  if (places.connection.textContent !== connection) places.connection.textContent = connection;
  places.problem.hidden = problem === undefined;
  places.problem.textContent = problem ?? "";
}

function signOut(): void {
  session?.close();
  session = undefined;
  people.clear();
  places.desk.hidden = true;
  places.entrance.hidden = false;
  document.title = "wirepact whiteboard";
  joinForm.reset();
}

function swatch(each: Pen["color"]): HTMLElement {
  const input = element("input", { type: "radio", name: "color", value: each, checked: each === color });
  input.addEventListener("change", () => {
    color = each;
    void session?.choose(each);
  });
  return element(
    "label",
    { title: palette[each].name },
    input,
    dot(each),
    element("span", { className: "unseen" }, palette[each].name),
  );
}
