import type { Plan, PlanField, PlanJson, PlanTable } from "../plan.js";
import { arrayNode, tupleNode } from "./array.js";
import { intersectionNode } from "./intersection.js";
import { type Node, node, plus, wrap } from "./node.js";
import { runNumber } from "./number.js";
import { type Field, objectNode } from "./object.js";
import { recordNode } from "./record.js";
import { runString, runTemplate } from "./string.js";
import { switchNode, unionNode } from "./union.js";
import { quote, type Run, report, reportType, runApart } from "./walk.js";

/** Plan in, closures out: the words of the plan are looked at once, not for each value. */
export function compilePlan(plan: Plan, table: PlanTable): Node {
  return compile(plan, { table });
}

interface Scope {
  readonly table: PlanTable;
  /** The author's text for the issues of this very plan. */
  readonly says?: string;
  readonly isCoerced?: boolean;
}

function compile(plan: Plan, scope: Scope): Node {
  const { table, says, isCoerced = false } = scope;
  const inside = (inner: Plan) => compile(inner, { table });
  const insideAll = (all: readonly Plan[]) => all.map(inside);
  const fields = (all: readonly PlanField[]): Field[] =>
    all.map(([name, inner]) => ({ name, node: inside(inner) }));

  if (typeof plan === "string") {
    switch (plan) {
      case "string":
        return node(runString([], isCoerced, says));
      case "number":
        return node(runNumber([], isCoerced, says));
      case "boolean":
        return node((input, walk) => {
          const value = isCoerced ? Boolean(input) : input;
          return typeof value === "boolean" ? value : reportType(walk, says, plan, value);
        });
      case "null":
      case "undefined": {
        const only = plan === "null" ? null : undefined;
        return node((value, walk) => (value === only ? value : reportType(walk, says, plan, value)), {
          values: () => new Set([only]),
        });
      }
      case "any":
        return node((value) => value, { isOpaque: true });
      case "never":
        return node((value, walk) => reportType(walk, says, plan, value));
    }
  }
  switch (plan[0]) {
    case "says":
      return compile(plan[2], { ...scope, says: plan[1] });
    case "coerce":
      return compile(plan[1], { ...scope, isCoerced: true });
    case "custom":
      return customNode(compile(plan[1], scope));
    case "string":
      return node(runString(rest(plan), isCoerced, says));
    case "number":
      return node(runNumber(rest(plan), isCoerced, says));
    case "one":
      return oneNode(rest(plan), says);
    case "template":
      return node(runTemplate(plan[1], says));
    case "object":
    case "strict":
    case "loose":
      return objectNode(fields(rest(plan)), plan[0], says);
    case "catchall": {
      const [, undeclared, ...declared] = plan;
      return objectNode(fields(declared), inside(undeclared), says);
    }
    case "array": {
      const [, item, ...steps] = plan;
      return arrayNode(inside(item), steps, says);
    }
    case "tuple":
      return tupleNode(insideAll(plan[1]), plan[2] && inside(plan[2]), says);
    case "record":
      return recordNode(inside(plan[1]), inside(plan[2]), plan[3], says);
    case "union":
      return unionNode(insideAll(rest(plan)), says);
    case "switch": {
      const [, key, ...options] = plan;
      return switchNode(key, insideAll(options), says);
    }
    case "intersection":
      return intersectionNode(inside(plan[1]), inside(plan[2]));
    case "optional":
      return optionalNode(inside(plan[1]));
    case "exact": {
      const inner = inside(plan[1]);
      return wrap(inner, inner.run, { ...optionalNode(inner), values: inner.values, run: inner.run });
    }
    case "nullable": {
      const inner = inside(plan[1]);
      const run: Run = (value, walk) => (value === null ? value : inner.run(value, walk));
      return wrap(inner, run, { values: () => plus(inner.values(), null), valuesOf: () => undefined });
    }
    case "readonly": {
      const inner = inside(plan[1]);
      return wrap(inner, (value, walk) => {
        const result = inner.run(value, walk);
        return walk.isWriting ? result : Object.freeze(result);
      });
    }
    case "nonoptional":
      return nonoptionalNode(inside(plan[1]), says);
    case "default":
      return defaultNode(inside(plan[2]), plan[1]);
    case "prefault":
      return prefaultNode(inside(plan[2]), plan[1]);
    case "catch":
      return catchNode(inside(plan[2]), plan[1]);
    case "ref":
      return referenceNode(plan[1], table);
    default:
      return unknownPlan(plan);
  }
}

function oneNode(values: readonly unknown[], says: string | undefined): Node {
  const set = new Set(values);
  const texts = values.map(quote);
  const message =
    says ??
    (texts.length === 1
      ? `Invalid input: expected ${texts[0]}`
      : `Invalid option: expected one of ${texts.join("|")}`);
  const run: Run = (value, walk) => {
    if (!set.has(value)) report(walk, "invalid_value", message);
    return value;
  };
  return node(run, { values: () => set });
}

function optionalNode(inner: Node): Node {
  const isFilled = () => inner.absence() === "filled";
  const run: Run = (value, walk) => {
    if (value !== undefined) return inner.run(value, walk);
    if (!isFilled()) return value;
    const result = runApart(inner.run, value, walk);
    return result.found.length > 0 ? undefined : result.value;
  };
  return wrap(inner, run, {
    absence: () => (isFilled() ? "filled" : "allowed"),
    mayVanish: () => true,
    values: () => plus(inner.values(), undefined),
    valuesOf: () => undefined,
  });
}

function nonoptionalNode(inner: Node, says: string | undefined): Node {
  const run: Run = (value, walk) => {
    const start = walk.found.length;
    const result = inner.run(value, walk);
    if (result === undefined && walk.found.length === start) reportType(walk, says, "nonoptional", result);
    return result;
  };
  const values = () => {
    const all = inner.values();
    return all && new Set([...all].filter((value) => value !== undefined));
  };
  return node(run, { parts: () => [inner], values });
}

/** What is written stays absent: filling in is the reader's part. */
function defaultNode(inner: Node, value: PlanJson): Node {
  const run: Run = (input, walk) => {
    const result = input === undefined ? input : inner.run(input, walk);
    return result === undefined && !walk.isWriting ? copy(value) : result;
  };
  return filledNode(inner, run);
}

function prefaultNode(inner: Node, value: PlanJson): Node {
  const run: Run = (input, walk) => {
    const result = inner.run(input === undefined ? copy(value) : input, walk);
    return input === undefined && walk.isWriting ? input : result;
  };
  return filledNode(inner, run);
}

function filledNode(inner: Node, run: Run): Node {
  return wrap(inner, run, { absence: () => "filled", mayVanish: () => false, valuesOf: () => undefined });
}

/** What is written has to pass: a value that the reader would replace is a mistake of the writer's. */
function catchNode(inner: Node, value: PlanJson): Node {
  const run: Run = (input, walk) => {
    if (walk.isWriting) return inner.run(input, walk);
    const result = runApart(inner.run, input, walk);
    return result.found.length > 0 ? copy(value) : result.value;
  };
  return wrap(inner, run, {
    absence: () => (inner.absence() === "filled" ? "filled" : "allowed"),
    valuesOf: () => undefined,
  });
}

/** The author's code may take less than the plan does; what goes to it may be more than JSON. */
function customNode(inner: Node): Node {
  const run: Run = (value, walk) => {
    walk.isUnsure = true;
    return inner.run(value, walk);
  };
  return wrap(inner, run, { isOpaque: true });
}

const named = new WeakMap<PlanTable, Map<string, Node>>();

function referenceNode(id: string, table: PlanTable): Node {
  const target = (): Node => {
    const nodes = named.get(table) ?? new Map<string, Node>();
    named.set(table, nodes);
    const plan = table[id];
    if (plan === undefined) throw new Error(`No plan is named \`${id}\``);
    const known = nodes.get(id) ?? compile(plan, { table });
    nodes.set(id, known);
    return known;
  };
  let ready: Node | undefined;
  const get = () => {
    ready ??= target();
    return ready;
  };
  return {
    run: (value, walk) => get().run(value, walk),
    absence: () => get().absence(),
    mayVanish: () => get().mayVanish(),
    values: () => get().values(),
    valuesOf: (key) => get().valuesOf(key),
    parts: () => [get()],
    isOpaque: false,
  };
}

/** A fresh copy, so that no reader changes another's default. */
function copy(value: PlanJson): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (isList(value)) return value.map(copy);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copy(item)]));
}

function isList(value: PlanJson): value is readonly PlanJson[] {
  return Array.isArray(value);
}

function rest<Items extends readonly unknown[]>([, ...items]: readonly [unknown, ...Items]): Items {
  return items;
}

function unknownPlan(plan: never): never {
  throw new Error(`No such plan: ${JSON.stringify(plan)}`);
}
