import type { FastifyBaseLogger } from "fastify";
import type { Server } from "socket.io";
import type { ErrorPayload } from "../../contracts/wire/index.js";
import type { ChannelFamily } from "./channel-family.js";
import { explainRefusals } from "./explain-refusals.js";
import type { Watch } from "./observe/watch.js";

/** Different names that are logged at level info; the rest goes to debug. */
const maxNotes = 32;

/** What {@link refuseOtherNamespaces} lets through. */
export interface Channels {
  readonly paths: ReadonlySet<string>;
  readonly families: readonly ChannelFamily[];
  /** Told of what is refused. */
  readonly watch: Watch | undefined;
}

/**
 * Refuses namespaces that are no channel's, and says so in the log and to the client, where Socket.IO says next to
 * nothing. A name that a channel's parameters lead to is opened.
 */
export function refuseOtherNamespaces(
  io: Server,
  log: FastifyBaseLogger,
  { paths, families, watch }: Channels,
): void {
  const noted = new Set<string>();
  const note = (name: string, { code }: ErrorPayload) => {
    watch?.refusedClient(undefined, code);
    const namespace = name.slice(0, 100);
    const message =
      code === "not_found"
        ? "client asked for a namespace that is no channel"
        : "client asked for a namespace whose parameters were refused";
    if (noted.has(namespace) || noted.size >= maxNotes) {
      log.debug({ namespace, code }, message);
      return;
    }
    noted.add(namespace);
    log.info({ namespace, code }, message);
  };

  let refused: { readonly name: string; readonly error: ErrorPayload } | undefined;
  io.of((name, _auth, next) => {
    const { error, shown } = openWithin(families, name);
    if (error !== undefined) {
      refused = { name, error };
      note(shown, error);
    }
    next(null, error === undefined);
  });
  // Socket.IO answers in the same turn.
  explainRefusals(io, (name) => (refused?.name === name ? refused.error : noChannel));

  // Socket.IO always has "/". It is open where a channel has it, or where somebody listens there on their own account.
  if (paths.has("/")) return;
  const root = io.of("/");
  root.use((socket, next) => {
    const isLegacy = socket.conn.protocol === 3;
    if (isLegacy || root.listenerCount("connection") + root.listenerCount("connect") > 0) {
      next();
      return;
    }
    note("/", noChannel);
    next(Object.assign(new Error("Invalid namespace"), { data: noChannel }));
  });
}

const noChannel: ErrorPayload = { code: "not_found", message: "There is no channel of that name." };

/** Why the name is not open, if it is not, and how the log has it. */
function openWithin(
  families: readonly ChannelFamily[],
  name: string,
): { readonly error?: ErrorPayload; readonly shown: string } {
  for (const family of families) {
    const verdict = family.open(name);
    if (verdict !== undefined) {
      return { shown: family.loggableName(name), ...(verdict !== true && { error: verdict }) };
    }
  }
  return { error: noChannel, shown: name };
}
