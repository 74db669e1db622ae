import type { ChannelModel, ContractModel, SchemaAddress, SchemaModel } from "../model/index.js";
import { type ChannelPayload, idOf } from "./channel-payloads.js";
import { type CheckContext, emitCheck } from "./check/emit-check.js";
import { serverType, serverValue } from "./emit-interface.js";
import { emitAccess, emitObject } from "./emit-literal.js";
import type { TypeContext } from "./emit-type.js";
import { contractSpecifier, importName, schemaChecksSpecifier } from "./emitted-name.js";
import { flatText, hardLine, indent, type Layout } from "./layout.js";
import type { Declaration } from "./module.js";
import { checkName } from "./names.js";
import { type Line, needsZod, type StraightCode } from "./straight/index.js";
import { holdsWireForm, resolverOf, wireForm } from "./wire-form.js";

/** What is known of a channel before its definition is made. */
export interface Definition {
  readonly channel: ChannelModel;
  readonly payloads: readonly ChannelPayload[];
  readonly code: StraightCode;
}

/** A function that makes the check of a payload; without declarations where the schema has its own elsewhere. */
export interface CheckFunction {
  readonly call: Layout;
  readonly declarations: readonly Declaration[];
}

/**
 * Functions of words by the payload's id; payloads that are checked alike share one. Where zod has to run the
 * author's code, words are needed only for what travels in a form of its own.
 */
export function declareChecks(
  { channel, payloads, code }: Definition,
  model: ContractModel,
  context: TypeContext,
): ReadonlyMap<string, CheckFunction> {
  const taken = new Set(model.schemas.map(({ id }) => checkName(id)));
  const byText = new Map<string, CheckFunction>();
  const free = (wish: string): string => (taken.has(wish) ? free(`${wish}Payload`) : wish);
  const declare = (wish: string, schema: SchemaModel, checks: CheckContext): CheckFunction => {
    const made = emitCheck(schema, checks);
    const text = flatText(made);
    const known = byText.get(text);
    if (known) return known;
    const name = free(wish);
    taken.add(name);
    const origin = `the check of \`${channel.name}\``;
    const found = { call: name, declarations: [declareCheck(name, origin, channel.place, made)] };
    byText.set(text, found);
    return found;
  };
  const forms = new Map<string, CheckFunction>();
  const declareForm = (id: string): Layout => {
    const wish = `${checkName(id)}Form`;
    if (!forms.has(id)) {
      // Known before it is made: it may hold itself.
      forms.set(id, { call: wish, declarations: [] });
      forms.set(id, declare(wish, wireForm(context.table.get(id).schema, context.table), formContext));
    }
    return forms.get(id)?.call ?? wish;
  };
  const own = new Set(code.sections.map(({ name }) => name));
  const words: CheckContext = {
    ...checkContext(context),
    line: (schema) =>
      emitLine(code.lineOf(schema), (name) =>
        own.has(name) ? name : importName(name, schemaChecksSpecifier, false),
      ),
  };
  const formContext: CheckContext = { ...checkContext(context), make: declareForm };
  const checks = new Map<string, CheckFunction>();
  for (const { path, payload, name } of payloads) {
    const { schema } = payload;
    if (needsZod(schema, model.schemas)) {
      if (!holdsWireForm(schema, context.table)) continue;
      checks.set(idOf(path), declare(`${checkName(name)}Form`, wireForm(schema, context.table), formContext));
    } else if (schema.kind === "reference") {
      const call = importName(checkName(schema.id), schemaChecksSpecifier, false);
      checks.set(idOf(path), { call, declarations: [] });
    } else checks.set(idOf(path), declare(checkName(name), schema, words));
  }
  const [first] = checks.keys();
  const owner = first === undefined ? undefined : checks.get(first);
  if (first === undefined || !owner) return checks;
  const more = [...forms.values()].flatMap(({ declarations }) => declarations);
  return checks.set(first, { ...owner, declarations: [...owner.declarations, ...more] });
}

/** `{ read: readRow }`; nothing where there is no function. */
export function emitLine({ read, write }: Line, spell: (name: string) => Layout): Layout | undefined {
  const properties = [
    ...(read === undefined ? [] : [{ name: "read", value: spell(read) }]),
    ...(write === undefined ? [] : [{ name: "write", value: spell(write) }]),
  ];
  return properties.length === 0 ? undefined : emitObject(properties);
}

/** A function that makes a check; exported, with docs, where it is a named schema's. */
export function declareCheck(
  name: string,
  origin: string,
  place: Declaration["place"],
  made: Layout,
  docs?: Layout,
): Declaration {
  const head = [docs === undefined ? "" : "export ", "function ", name, "(): ", serverType("Check"), " {"];
  const body = indent([hardLine, "return ", made, ";"]);
  return { name, origin, place, docs: docs ?? [], text: [head, body, hardLine, "}"] };
}

/** Words from the server's runtime, named checks from the schemas' file, the author's codecs from the contract. */
export function checkContext({ table, toRoot }: TypeContext): CheckContext {
  return {
    word: serverValue,
    make: (id) => importName(checkName(id), schemaChecksSpecifier, false),
    resolve: resolverOf(table),
    contract: ({ file, exportName, steps }: SchemaAddress) => [
      importContract(exportName, contractSpecifier(file, toRoot)),
      ...steps.map((step) => (typeof step === "number" ? `[${step}]` : emitAccess(step))),
    ],
  };
}

function importContract(name: string, from: string): Layout {
  const alias = name === "default" ? { alias: "contract" } : {};
  return { kind: "name", role: "import", name, from, isType: false, ...alias };
}
