import { createInterface } from "node:readline";
import { styleText } from "node:util";

/** How a line is set apart, where the terminal has colours. */
export type LineStyle = "plain" | "own" | "note" | "problem";

const formats = { own: "green", note: "dim", problem: "red" } as const;

/** A screen with a prompt at the bottom, over which lines come in. */
export interface TerminalScreen {
  /** Whether a person sits there, rather than a pipe. */
  readonly isTerminal: boolean;
  /** Writes a line above what the person is typing. */
  print(text: string, style?: LineStyle): void;
  /** Calls `listener` with each line that the person enters. */
  onLine(listener: (line: string) => void): void;
  /** Calls `listener` when the input ends: Ctrl+C, Ctrl+D, or the end of a pipe. */
  onEnd(listener: () => void): void;
  /** Sets text apart, where the terminal can. */
  bold(text: string): string;
  close(): void;
}

/** Opens a screen on standard input and output; without a terminal it is plain lines, without a prompt. */
export function openTerminalScreen(): TerminalScreen {
  const { stdin, stdout } = process;
  const isTerminal = stdin.isTTY && stdout.isTTY;
  const hasColours = stdout.isTTY && !process.env.NO_COLOR;
  const lines = createInterface({ input: stdin, output: stdout, terminal: isTerminal, prompt: "> " });
  let isClosed = false;
  lines.on("close", () => {
    isClosed = true;
  });

  return {
    isTerminal,
    print(text, style = "plain") {
      const painted = hasColours && style !== "plain" ? styleText(formats[style], text) : text;
      if (!isTerminal) {
        stdout.write(`${painted}\n`);
        return;
      }
      // Clears the prompt's line; readline draws it again with what was typed so far.
      stdout.write(`\r\u001B[K${painted}\n`);
      if (!isClosed) lines.prompt(true);
    },
    onLine: (listener) => void lines.on("line", listener),
    onEnd: (listener) => void lines.on("close", listener),
    bold: (text) => (hasColours ? styleText("bold", text) : text),
    close() {
      if (isTerminal && !isClosed) stdout.write("\r\u001B[K");
      lines.close();
      // An open pipe would keep the process waiting for lines that nobody takes.
      stdin.destroy();
    },
  };
}
