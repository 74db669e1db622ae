import { styleText } from "node:util";

/** The few styles that the output uses; on anything but a colour terminal each returns its text as it is. */
export interface Paint {
  strong(text: string): string;
  faint(text: string): string;
  good(text: string): string;
  bad(text: string): string;
  path(text: string): string;
}

type Style = Parameters<typeof styleText>[0];

/**
 * Styles for a stream. Colour only on a terminal that has it; `NO_COLOR` turns it off (https://no-color.org),
 * as Node's own `hasColors` sees to.
 */
export function paintFor(stream: NodeJS.WriteStream): Paint {
  const hasColors = stream.isTTY === true && stream.hasColors();
  const paint = (style: Style) => (text: string) =>
    hasColors ? styleText(style, text, { validateStream: false }) : text;
  return {
    strong: paint("bold"),
    faint: paint("dim"),
    good: paint("green"),
    bad: paint("red"),
    path: paint("cyan"),
  };
}
