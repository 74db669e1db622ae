import type { SizeStep } from "../plan.js";
import { type Node, node } from "./node.js";
import { runSteps, type Step, sizeStep } from "./steps.js";
import { enter, prefix, type Run, report, reportType, type Walk } from "./walk.js";

/** Runs an array's plan. One that is too long is refused before its items are looked at. */
export function arrayNode(item: Node, plan: readonly SizeStep[], says: string | undefined): Node {
  const steps = plan.map((step) => arrayStep(step, says));
  const run: Run = (value, walk) => {
    const start = walk.found.length;
    if (!Array.isArray(value)) return runSteps(steps, reportType(walk, says, "array", value), walk, start);
    const cap = steps.find(({ limit }) => limit !== undefined && value.length > limit);
    if (cap) {
      cap.run(value, walk);
      const issue = walk.found[start];
      if (issue) issue.goesOn = false;
      return value;
    }
    enter(walk);
    const output: unknown[] = [];
    for (let index = 0; index < value.length; index++) output.push(runItem(item, value, index, walk));
    walk.depth--;
    return runSteps(steps, output, walk, start);
  };
  return node(run, { parts: () => [item] });
}

/** Runs a tuple's plan. Of what is written, `undefined` at the end is left off: it would travel as `null`. */
export function tupleNode(items: readonly Node[], rest: Node | undefined, says: string | undefined): Node {
  const run: Run = (value, walk) => {
    if (!Array.isArray(value)) return reportType(walk, says, "tuple", value);
    const mayBeAbsentFrom = lastIndex(items, (item) => item.absence() === "missing") + 1;
    const mayVanishFrom = lastIndex(items, (item) => !item.mayVanish()) + 1;
    let given = value.length;
    if (walk.isWriting) {
      while (given > mayBeAbsentFrom && given <= items.length && value[given - 1] === undefined) given--;
    }
    if (!rest && given < mayBeAbsentFrom) {
      report(walk, "too_small", says ?? `Too small: expected array to have >=${mayBeAbsentFrom} items`);
      return value;
    }
    if (!rest && given > items.length) {
      report(walk, "too_big", says ?? `Too big: expected array to have <=${items.length} items`);
    }
    enter(walk);
    const output: unknown[] = [];
    // zod reports what follows the declared items before these.
    const more: unknown[] = [];
    if (rest) for (let i = items.length; i < given; i++) more.push(runItem(rest, value, i, walk));
    for (const [index, item] of items.entries()) {
      const isPresent = index < given;
      if (!isPresent && index >= mayVanishFrom && item.absence() === "allowed") break;
      const start = walk.found.length;
      const result = runItem(item, value, index, walk);
      if (walk.found.length > start && !isPresent && index >= mayVanishFrom) {
        walk.found.length = start;
        break;
      }
      output.push(result);
    }
    while (output.length > given && output.at(-1) === undefined && items[output.length - 1]?.mayVanish()) {
      output.pop();
    }
    walk.depth--;
    return output.concat(more);
  };
  return node(run, { parts: () => (rest ? [...items, rest] : items) });
}

function runItem(item: Node, values: readonly unknown[], index: number, walk: Walk): unknown {
  const start = walk.found.length;
  const result = item.run(values[index], walk);
  if (walk.found.length > start) prefix(walk, start, index);
  return result;
}

function arrayStep(step: SizeStep, says: string | undefined): Step {
  return step[0] === "says" ? arrayStep(step[2], step[1]) : sizeStep(step[0], step[1], says);
}

function lastIndex(items: readonly Node[], test: (item: Node) => boolean): number {
  for (let index = items.length - 1; index >= 0; index--) {
    const item = items[index];
    if (item && test(item)) return index;
  }
  return -1;
}
