import type { Pen } from "../../generated/schemas.js";
import { element } from "../page/element.js";

/** The colours of pens: a board is light in every window, so that all see the same picture. */
export const palette: Readonly<Record<Pen["color"], { readonly name: string; readonly css: string }>> = {
  ink: { name: "Ink", css: "#22262a" },
  red: { name: "Red", css: "#c8402f" },
  orange: { name: "Orange", css: "#d98a1f" },
  green: { name: "Green", css: "#2b8a57" },
  blue: { name: "Blue", css: "#2a6fb5" },
  violet: { name: "Violet", css: "#7a4fb0" },
};

/** The colours' names, in the order in which they are offered. */
export const colors = Object.keys(palette) as Pen["color"][]; // the table has exactly the schema's names

/** A dot of the colour. */
export function dot(color: Pen["color"]): HTMLElement {
  const node = element("span", { className: "dot", data: { color } });
  node.style.setProperty("--pen", palette[color].css);
  return node;
}
