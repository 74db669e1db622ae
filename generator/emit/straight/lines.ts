import { breakCondition, type Condition, lineWidth, printCondition } from "./condition.js";
import { breakStatement, type Value } from "./value.js";

/** Statements of one function, indented as they come. */
export class Lines {
  readonly #lines: string[] = [];
  #indent = 1;

  write(line: string): void {
    this.#lines.push("  ".repeat(this.#indent) + line);
  }

  /** `before` and `after` around an expression. */
  writeValue(before: string, value: Value, after = ";"): void {
    this.#lines.push(...breakStatement(before, value, after, this.#indent));
  }

  /** How many lines there are; see {@link replaceIn}. */
  get count(): number {
    return this.#lines.length;
  }

  /** Whether a line from `start` on has the text. */
  includes(text: string, start: number): boolean {
    return this.#lines.slice(start).some((line) => line.includes(text));
  }

  /** Puts another text in the place of one that a line has. */
  replaceIn(index: number, text: string, by: string): void {
    this.#lines[index] = (this.#lines[index] ?? "").replace(text, by);
  }

  /** A block, written by `body`. */
  block(head: string, body: () => void, tail = "}"): void {
    this.write(`${head} {`);
    this.#indent++;
    body();
    this.#indent--;
    this.write(tail);
  }

  /** A block that is entered where the condition holds. */
  when(condition: Condition, body: () => void): void {
    this.block(`if (${printCondition(condition)})`, body);
  }

  /** One statement that runs where the condition holds; nothing where it never does. */
  guard(condition: Condition, statement: string): void {
    if (condition === "false") return;
    const line = `if (${printCondition(condition)}) ${statement}`;
    if (line.length + 2 * this.#indent <= lineWidth) {
      this.write(line);
      return;
    }
    const head = `if (${printCondition(condition)}) {`;
    if (head.length + 2 * this.#indent <= lineWidth) this.write(head);
    else {
      this.write("if (");
      this.#lines.push(...breakCondition(condition, this.#indent + 1));
      this.write(") {");
    }
    this.write(`  ${statement}`);
    this.write("}");
  }

  /** The lines, moved right by `levels`. */
  text(levels = 0): string {
    return this.#lines.map((line) => "  ".repeat(levels) + line).join("\n");
  }
}
