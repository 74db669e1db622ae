import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ExampleMember, isSayable, toServer } from "./example-members.js";
import { type Answer, type HostileSocket, openHostile } from "./hostile-socket.js";
import { nearValue } from "./json-arbitrary.js";
import { type Examples, startExamples } from "./start-examples.js";

/** Payloads for each member; `WIREPACT_HOSTILE_RUNS` says otherwise. */
const runs = Number(process.env.WIREPACT_HOSTILE_RUNS ?? 2_000);

describe("a server of the example contracts", () => {
  const validOpening =
    '{"board":"plan","stroke":"7c9e6679-7425-40de-944b-e07fc1f90ae7","pen":{"color":"red","width":6}}';
  let nextStream = 1_000_000;
  let examples: Examples;
  let socket: HostileSocket;

  beforeAll(async () => {
    examples = await startExamples();
    socket = await openHostile(examples.url, ["/chat", "/whiteboard"]);
  });
  async function reopen(): Promise<void> {
    socket.close();
    socket = await openHostile(examples.url, ["/chat", "/whiteboard"]);
  }
  afterAll(async () => {
    socket.close();
    await examples.app.close();
  });

  test.each(toServer.map((member) => [`${member.channel} ${member.name} (${member.kind})`, member] as const))(
    "runs %s with what JSON Schema takes, and with nothing else",
    async (_name, member) => {
      const values = fc.sample(nearValue(member.schema), runs).filter(isSayable);
      const verdicts: boolean[] = [];
      // Of an event only the handler's run can be seen, so one by one; a client has 64 streams at most.
      const atOnce = member.kind === "event" ? 1 : 50;
      for (let start = 0; start < values.length; start += atOnce) {
        // The contract bounds how often some events come over one connection.
        if (member.kind === "event" && start % 50 === 0) await reopen();
        const some = values.slice(start, start + atOnce);
        verdicts.push(...(await Promise.all(some.map((value) => tell(member, JSON.stringify(value))))));
      }
      const count = { valid: 0, refused: 0 };
      for (const [index, isTaken] of verdicts.entries()) {
        const value = values[index];
        const isValid = member.isValid(value);
        count[isValid ? "valid" : "refused"]++;
        expect(isTaken, `${member.name} ${JSON.stringify(value)}`).toBe(isValid);
      }
      expect(count.valid).toBeGreaterThan(runs * 0.15);
      expect(count.refused).toBeGreaterThan(runs * 0.15);
    },
    60_000,
  );

  /** Sends a payload; whether it was taken. */
  async function tell({ channel, name, kind }: ExampleMember, payload: string): Promise<boolean> {
    if (kind === "call") return isTaken(await socket.ask(`42/${channel},ID["${name}",${payload}]`));
    if (kind === "event") {
      const before = examples.runs.get(name) ?? 0;
      socket.send(`42/${channel},["${name}",${payload}]`);
      // What came before a call has run when that is answered.
      await socket.ask('42/chat,ID["leave",{"conversation":"lobby"}]');
      return (examples.runs.get(name) ?? 0) > before;
    }
    const stream = nextStream++;
    const opening = kind === "opening" ? payload : validOpening;
    const granted = socket.hears(`42/${channel},["$credit",[${stream},`);
    const end = socket.ask(`42/${channel},ID["${name}",[${stream},16,${opening}]]`);
    // A stream that is refused, or takes no items, grants nothing and ends by itself.
    await Promise.race([granted, end]);
    if (kind === "item") socket.send(`42/${channel},["$item",[${stream},${payload}]]`);
    socket.send(`42/${channel},["$end",${stream}]`);
    return isTaken(await end);
  }
});

/** Whether a payload was taken; what is answered otherwise than with `bad_input` fails the test. */
function isTaken({ ok, error }: Answer): boolean {
  if (!ok && error?.code !== "bad_input") throw new Error(`answered ${JSON.stringify(error)}`);
  return ok;
}
