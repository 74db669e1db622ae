import { createHash } from "node:crypto";
import type { ChannelDefinition } from "../../../contracts/wire/index.js";
import { StartupError } from "../startup-error.js";

/** Letters that mean nothing to Redis's patterns, nor to the names that adapters build. */
const form = /^[\w.:@-]{1,64}$/;

/** The group of processes that serve exactly these contracts; its name on the bus. */
export function groupOf(definitions: readonly ChannelDefinition[]): string {
  const contracts = definitions.map(({ path, name, fingerprint }) => `${path} ${name} ${fingerprint}`).sort();
  const digest = createHash("sha256").update(contracts.join("\n")).digest("base64url").slice(0, 12);
  return `wirepact:${definitions.map(({ name }) => name).sort()[0] ?? ""}:${digest}`;
}

/** The group that an app names itself, over changes of its contracts. */
export function namedGroup(name: string): string {
  if (form.test(name)) return `wirepact:${name}`;
  throw new StartupError(
    "WP_LINK_GROUP",
    "`group` is no name: take up to 64 letters, digits and any of `_ . : @ -`, as in `shop:2`.",
  );
}
