// Runs by itself, as plain JavaScript: validates each payload in each way and prints microseconds per round.
import { z } from "zod";
import { checksDefinition } from "../loads/generated/server/checks.js";
import { chatCall, listRows, tinyCall } from "../loads/payloads.js";
import { ChatMessage, ListOutput, TinyInput } from "../loads/schemas.js";
import { interleave } from "../measure/interleave.js";
import { timePerRun } from "../measure/time-per-run.js";

const [rounds = 1, roundMs = 10] = process.argv.slice(2).map(Number);

const many = <Value>(make: (index: number) => Value) => Array.from({ length: 64 }, (_, index) => make(index));
/** Eight lists at most: more would measure the cache of the processor. */
const few = <Value>(make: (index: number) => Value) => Array.from({ length: 8 }, (_, index) => make(index));

const payloads = {
  tiny: { schema: TinyInput, valid: many(tinyCall), refused: many((index) => ({ a: index, b: "one" })) },
  chat: {
    schema: ChatMessage,
    valid: many(chatCall),
    refused: many((index) => ({ ...chatCall(index), text: "", replyTo: "nobody" })),
  },
  list: {
    schema: ListOutput,
    valid: few(listRows),
    refused: few((index) =>
      listRows().map((row, at) => (at === 50 + index ? { ...row, age: -1, email: "none" } : row)),
    ),
  },
};

const found: Record<string, unknown> = {};
for (const [name, { schema, valid, refused }] of Object.entries(payloads)) {
  const ways = waysOf(name, schema);
  expectVerdicts(name, ways, valid, true);
  expectVerdicts(name, ways, refused, false);
  found[name] = await sample(ways, valid);
  found[`${name}, refused`] = await sample(ways, refused);
}
process.stdout.write(JSON.stringify(found));

type Way = (value: unknown) => readonly [isValid: boolean, detail: unknown];

function waysOf(name: string, schema: z.ZodType): Record<string, Way> {
  const member = checksDefinition.clientToServer[name];
  if (member?.kind !== "event" || member.payload === undefined) throw new Error(`\`${name}\` has no check.`);
  const check = member.payload;
  const compiled = z.compile(schema);
  return {
    "zod safeParse": (value) => outcome(schema.safeParse(value)),
    "z.compile": (value) => outcome(compiled.safeParse(value)),
    wirepact: (value) => {
      const validation = check.read(value);
      return [validation.ok, validation.ok ? validation.value : validation.issues];
    },
  };
}

function outcome(result: z.ZodSafeParseResult<unknown>): readonly [boolean, unknown] {
  return [result.success, result.success ? result.data : result.error.issues];
}

/** A way that lets the wrong values through is no faster. */
function expectVerdicts(
  name: string,
  ways: Record<string, Way>,
  values: readonly unknown[],
  isValid: boolean,
) {
  for (const [way, check] of Object.entries(ways)) {
    const wrong = values.find((value) => check(value)[0] !== isValid);
    if (wrong !== undefined) throw new Error(`${way} is wrong about a payload of \`${name}\`.`);
  }
}

function sample(ways: Record<string, Way>, values: readonly unknown[]) {
  const subjects = Object.entries(ways).map(([way, check]) => [
    way,
    () => timePerRun((index) => check(values[index % values.length]), roundMs),
  ]);
  return interleave(Object.fromEntries(subjects), { rounds, warmUpRounds: 2 });
}
