import type { Check } from "./check.js";

/**
 * A schema that has a name, because several use it or because it holds itself. It is made on its first use, and
 * once, however many name it.
 */
export function named(make: () => Check): Check {
  return (value, walk) => {
    let node = nodes.get(make);
    if (!node) {
      node = make();
      nodes.set(make, node);
    }
    return node(value, walk);
  };
}

const nodes = /* @__PURE__ */ new WeakMap<() => Check, Check>();
