import { element } from "./element.js";

const hues = 8;

/** A person's initials in their colour: the same name has the same colour in every window. */
export function avatar(name: string): HTMLElement {
  const words = name.split(/\s+/u);
  const initials = words.length > 1 ? words.slice(0, 2).map(firstLetter).join("") : firstLetter(name);
  const node = element("span", { className: "avatar", data: { hue: String(hueOf(name)) } }, initials);
  node.setAttribute("aria-hidden", "true");
  return node;
}

function firstLetter(word: string): string {
  return ([...word][0] ?? "?").toUpperCase();
}

function hueOf(name: string): number {
  let hash = 7;
  for (const letter of name) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
  return hash % hues;
}
