const whoColumns = 8;
const deedColumns = 24;

/** Prints what each side saw, in columns: who, what happened, with what. */
export class DemoTranscript {
  #step = 0;

  /** Begins a step of the conversation. */
  step(title: string): void {
    this.#step += 1;
    process.stdout.write(`\n${this.#step}. ${title}\n`);
  }

  /** `→` is what somebody sends, `←` what reaches them. */
  line(who: string, arrow: "→" | "←", deed: string, detail = ""): void {
    const text = `   ${who.padEnd(whoColumns)}${arrow} ${deed.padEnd(deedColumns)}${detail}`;
    process.stdout.write(`${text.trimEnd()}\n`);
  }

  text(sentence: string): void {
    process.stdout.write(`${sentence}\n`);
  }
}
