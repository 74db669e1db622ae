import { namesOf } from "./layout.js";
import type { Module } from "./module.js";

/** The names that a module's declarations take from another one; looked for once, since modules do not change. */
export function namesFrom(module: Module, specifier: string): readonly string[] {
  let found = namesByModule.get(module);
  if (found === undefined) {
    found = new Map<string, Set<string>>();
    for (const { text } of module.declarations) {
      for (const { from, name } of namesOf(text)) {
        const names = found.get(from) ?? new Set<string>();
        found.set(from, names.add(name));
      }
    }
    namesByModule.set(module, found);
  }
  return [...(found.get(specifier) ?? [])];
}

const namesByModule = new WeakMap<Module, Map<string, Set<string>>>();
