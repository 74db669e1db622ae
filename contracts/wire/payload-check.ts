import type { Issue } from "./issue.js";
import type { Plan, PlanTable } from "./plan.js";
import type { PayloadCheck, Validation } from "./validation.js";
import { compilePlan } from "./walk/compile-plan.js";
import { isOpaque, type Node } from "./walk/node.js";
import { type Found, Refusal, tooDeep, type Walk } from "./walk/walk.js";

const noPlans: PlanTable = {};

/**
 * Validates without zod: what `plan` says, with zod's verdicts, values, issues and English texts.
 *
 * - `read` is `schema.safeParse`: a fresh value, undeclared keys gone, defaults filled in, text trimmed.
 * - `write` applies the same checks and gives back what may travel: undeclared keys and `undefined` fields are
 *   left out, coerced values are converted, and all else stays as it was, since the reader fills in defaults
 *   and trims text by itself. What `.catch()` would replace is an issue here. `read` takes whatever `write`
 *   gives.
 *
 * The author's own code (`refine`, `transform`) runs on the server only and is passed over. A value of more
 * than 512 levels is the one issue `too_deep`; an intersection whose sides yield different values, where zod
 * throws, is the one issue `unmergeable`.
 *
 * @param plan - What the generator made of the schema.
 * @param plans - The plans that `plan` names; hand over the same table each time, so that each is made ready once.
 */
export function payloadCheck(plan: Plan, plans: PlanTable = noPlans): PayloadCheck {
  let root: Node | undefined;
  const ready = () => {
    root ??= compilePlan(plan, plans);
    return root;
  };
  let opaque: boolean | undefined;
  return {
    write: (value) => validate(ready(), value, true),
    read: (value) => validate(ready(), value, false),
    get isOpaque() {
      opaque ??= isOpaque(ready());
      return opaque;
    },
  };
}

function validate(root: Node, value: unknown, isWriting: boolean): Validation {
  const walk: Walk = { found: [], isWriting, depth: 0, isUnsure: false };
  try {
    const result = root.run(value, walk);
    return walk.found.length === 0
      ? { ok: true, value: result }
      : { ok: false, issues: walk.found.map(toIssue) };
  } catch (error) {
    const refusal = error instanceof Refusal ? error : isStackOverflow(error) ? tooDeep() : undefined;
    if (!refusal) throw error;
    return { ok: false, issues: [toIssue({ ...refusal, path: [] })] };
  }
}

function toIssue({ code, path, message }: Pick<Found, "code" | "path" | "message">): Issue {
  return { code, path, message };
}

/** The stack of the caller may be nearly used up already; Firefox has a class of its own for it. */
function isStackOverflow(error: unknown): boolean {
  return error instanceof Error && /^(Range|Internal)Error$/.test(error.name);
}
