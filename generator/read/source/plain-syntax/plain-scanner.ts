import { type PlainNode, plainNode } from "./plain-node.js";

/** Thrown at the first thing that is not plain; TypeScript parses the file then. */
export class NotPlain extends Error {}

/** Goes through a text word by word. It has run: whatever is written in plain words is written correctly. */
export class PlainScanner {
  #at = 0;
  /** Where the last word ended. */
  end = 0;
  /** Whether a line has ended since then. */
  isNewLine = false;
  /** The documentation comment before the next word: of those that begin on lines of their own, the last one. */
  #docs: PlainNode | undefined;
  #hasStrayDocs = false;

  constructor(readonly text: string) {
    // They end lines too.
    if (/[\u2028\u2029]/.test(text)) throw new NotPlain();
    this.#skip(true);
  }

  /** Where the next word begins. */
  get start(): number {
    return this.#at;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.text.length;
  }

  /** The comment that belongs to what begins here. */
  takeDocs(): PlainNode | undefined {
    const docs = this.#docs;
    this.#docs = undefined;
    this.#hasStrayDocs = false;
    return docs;
  }

  /** Whether the sign is next. */
  sees(sign: string): boolean {
    return this.text.startsWith(sign, this.#at);
  }

  /** Whether the sign is next; goes past it then. */
  takes(sign: string): boolean {
    if (!this.sees(sign)) return false;
    this.#pass(sign.length);
    return true;
  }

  expect(sign: string): void {
    if (!this.takes(sign)) throw new NotPlain();
  }

  /** Goes past a name, whatever it is a name of. */
  name(): string {
    return this.match(/[A-Za-z_$][\w$]*/y);
  }

  /** Whether the name is next. */
  seesName(name: string): boolean {
    return this.sees(name) && !/[\w$]/.test(this.text.charAt(this.#at + name.length));
  }

  expectName(name: string): void {
    if (this.name() !== name) throw new NotPlain();
  }

  /** Goes past what the sticky pattern finds here. */
  match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.text)?.[0];
    if (found === undefined) throw new NotPlain();
    this.#pass(found.length);
    return found;
  }

  #pass(length: number): void {
    // A comment that stands before anything else belongs to other things than it seems.
    if (this.#hasStrayDocs) throw new NotPlain();
    this.#at += length;
    this.end = this.#at;
    this.#skip(false);
  }

  /** Goes past blanks and comments. */
  #skip(isFirst: boolean): void {
    this.isNewLine = isFirst;
    this.#docs = undefined;
    this.#hasStrayDocs = false;
    // A comment on the line of the word before it belongs to that one.
    let isOnOwnLine = isFirst;
    for (;;) {
      blanks.lastIndex = this.#at;
      const [blank = ""] = blanks.exec(this.text) ?? [];
      this.#at += blank.length;
      if (/[\r\n]/.test(blank)) {
        this.isNewLine = true;
        isOnOwnLine = true;
      }
      const start = this.#at;
      if (this.sees("//")) {
        lineEnd.lastIndex = start;
        this.#at = lineEnd.exec(this.text)?.index ?? this.text.length;
      } else if (this.sees("/*")) {
        const end = this.text.indexOf("*/", start + 2);
        if (end < 0) throw new NotPlain();
        this.#at = end + 2;
        if (/[\r\n]/.test(this.text.slice(start, end))) this.isNewLine = true;
        if (this.text.charAt(start + 2) === "*" && this.text.charAt(start + 3) !== "/") {
          this.#hasStrayDocs = true;
          if (isOnOwnLine) this.#docs = plainNode("JSDoc", [start, this.#at], { pos: start });
        }
      } else return;
    }
  }
}

const blanks = /[ \t\r\n]*/y;
const lineEnd = /[\r\n]/g;
