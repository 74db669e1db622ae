import type { ChannelDefinition } from "wirepact/server";
import { z } from "zod";
import { chatCall, listRows, tinyCall } from "../loads/payloads.js";
import { ChatMessage, ListOutput, TinyInput } from "../loads/schemas.js";
import { interleave, type Samples } from "../measure/interleave.js";
import { timePerRun } from "../measure/time-per-run.js";

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

/** Microseconds of every way to check every payload, round by round; valid ones and refused ones apart. */
export type ValidationSamples = Readonly<Record<string, Samples<number>>>;

/** Validates each payload in each way; runs in a process of its own, as plain JavaScript. */
export async function validateAll(
  definition: ChannelDefinition,
  rounds: number,
  roundMs: number,
): Promise<ValidationSamples> {
  const found: Record<string, Samples<number>> = {};
  for (const [name, { schema, valid, refused }] of Object.entries(payloads)) {
    const ways = waysOf(definition, name, schema);
    expectVerdicts(name, ways, valid, true);
    expectVerdicts(name, ways, refused, false);
    const sample = (values: readonly unknown[]) => {
      const subjects = Object.entries(ways).map(([way, check]) => [
        way,
        () => timePerRun((index) => check(values[index % values.length]), roundMs),
      ]);
      return interleave<number>(Object.fromEntries(subjects), { rounds, warmUpRounds: 2 });
    };
    found[name] = await sample(valid);
    found[`${name}, refused`] = await sample(refused);
  }
  return found;
}

type Way = (value: unknown) => readonly [isValid: boolean, detail: unknown];

function waysOf(definition: ChannelDefinition, name: string, schema: z.ZodType): Record<string, Way> {
  const member = definition.clientToServer[name];
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
