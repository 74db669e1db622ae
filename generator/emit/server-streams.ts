import { generic, parameters, serverType } from "./emit-interface.js";
import { emitMethodKey } from "./emit-literal.js";
import { globalName } from "./emitted-name.js";
import type { Layout } from "./layout.js";
import type { MemberType } from "./payload-types.js";

/** The signature of a stream's handler: it takes the client's items, and gives items or, after an upload, the result. */
export function emitStreamHandler(
  { model, input, serverItem, clientItem, result = "void" }: MemberType,
  context: Layout,
): Layout {
  const list: readonly Layout[] = [
    ...(input === undefined ? [] : [["input: ", input]]),
    ...(clientItem === undefined ? [] : [["items: ", generic(serverType("ClientItems"), [clientItem])]]),
    ["context: ", context],
  ];
  const returned =
    serverItem === undefined
      ? [result, " | ", generic(globalName("Promise"), [result])]
      : generic(serverType("ServerItems"), [serverItem, result]);
  return [emitMethodKey(model.name), parameters(list), ": ", returned];
}
