import type { StringStep } from "../plan.js";
import { codedFormat } from "./coded-format.js";
import { runSteps, type Step, sizeStep } from "./steps.js";
import { quote, type Run, report, reportType } from "./walk.js";

/** Runs a string's plan. What is written is the text as it was: the reader trims it by itself. */
export function runString(plan: readonly StringStep[], isCoerced: boolean, says: string | undefined): Run {
  const steps = plan.map((step) => stringStep(step, says));
  return (input, walk) => {
    const value = isCoerced ? toText(input) : input;
    const start = walk.found.length;
    if (typeof value !== "string") reportType(walk, says, "string", value);
    if (steps.length === 0) return value;
    const result = runSteps(steps, value, walk, start);
    return walk.isWriting ? value : result;
  };
}

/** Runs a template literal's plan. */
export function runTemplate(source: string, says: string | undefined): Run {
  const pattern = new RegExp(source);
  return (value, walk) => {
    if (typeof value !== "string") return reportType(walk, says, "string", value);
    if (!pattern.test(value)) report(walk, "invalid_format", says ?? "Invalid input");
    return value;
  };
}

function stringStep(step: StringStep, says: string | undefined): Step {
  if (typeof step === "string") {
    switch (step) {
      case "trim":
        return overwrite((text) => text.trim());
      case "lower":
        return overwrite((text) => text.toLowerCase());
      case "upper":
        return overwrite((text) => text.toUpperCase());
    }
  }
  switch (step[0]) {
    case "says":
      return stringStep(step[2], step[1]);
    case "normalize":
      return overwrite((text) => text.normalize(step[1]));
    case "min":
    case "max":
    case "length":
      return sizeStep(step[0], step[1], says);
    case "regex": {
      const pattern = new RegExp(step[1], step[2]);
      return matching(pattern, says ?? `Invalid string: must match pattern ${pattern}`);
    }
    case "format":
      return matching(new RegExp(step[2], step[3]), says ?? `Invalid ${step[1]}`);
    case "coded":
      return { run: codedFormat(step[2], step[3] ?? {}, says ?? `Invalid ${step[1]}`) };
    case "includes":
      return holding((text) => text.includes(step[1], step[2]), says ?? must("include", step[1]));
    case "starts":
      return holding((text) => text.startsWith(step[1]), says ?? must("start with", step[1]));
    case "ends":
      return holding((text) => text.endsWith(step[1]), says ?? must("end with", step[1]));
  }
}

function matching(pattern: RegExp, message: string): Step {
  return holding((text) => {
    // With the flags g and y a pattern remembers where it stopped.
    pattern.lastIndex = 0;
    return pattern.test(text);
  }, message);
}

function holding(test: (text: string) => boolean, message: string): Step {
  return {
    run: (value, walk) => {
      // Steps without a limit run on what passed the type check.
      if (!test(value as string)) report(walk, "invalid_format", message, true);
      return value;
    },
  };
}

function overwrite(change: (text: string) => string): Step {
  // As above.
  return { run: (value) => change(value as string) };
}

function must(verb: string, text: string): string {
  return `Invalid string: must ${verb} ${quote(text)}`;
}

function toText(value: unknown): unknown {
  try {
    return String(value);
  } catch {
    // What has no text stays what it is, and fails the type check.
    return value;
  }
}
