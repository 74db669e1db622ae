import type { PayloadModel, StreamModel } from "../model/index.js";
import { clientType, clientValue, generic } from "./emit-interface.js";
import { emitObject, type Property } from "./emit-literal.js";
import type { Layout } from "./layout.js";
import { memberNames } from "./names.js";
import type { MemberType } from "./payload-types.js";

/** The type of a member of `stream`: `Download<HistoryInput, Message, void, SystemFailure>`. */
export function streamType(member: MemberType): Layout {
  const { model, input, serverItem, clientItem, result = "void", errors } = member;
  const failure = errors.length > 0 ? memberNames(model.name).failure : clientType("SystemFailure");
  const items = [serverItem, clientItem].filter((item) => item !== undefined);
  const name = wordOf(serverItem, clientItem);
  return input === undefined
    ? generic(clientType(`${name}WithoutInput`), [...items, result, failure])
    : generic(clientType(name), [input, ...items, result, failure]);
}

/** What makes the check of a payload, and of one that the client sends. */
export interface StreamChecks {
  readonly check: (payload: PayloadModel) => Layout;
  readonly sent: (payload: PayloadModel) => Layout;
}

/** `download({ input: …, serverItem: … })`: what makes the member on the client. */
export function emitClientStream(
  { input, serverItem, clientItem, result }: StreamModel,
  { check, sent }: StreamChecks,
  errors: readonly Property[],
): Layout {
  const payloads = Object.entries({ input, serverItem, clientItem, result }).flatMap(([name, payload]) =>
    payload === undefined
      ? []
      : [{ name, value: (name === "input" || name === "clientItem" ? sent : check)(payload) }],
  );
  const make = clientValue(wordOf(serverItem, clientItem).toLowerCase());
  return [make, "(", emitObject([...payloads, ...errors]), ")"];
}

function wordOf(serverItem: unknown, clientItem: unknown): "Download" | "Upload" | "Duplex" {
  if (clientItem === undefined) return "Download";
  return serverItem === undefined ? "Upload" : "Duplex";
}
