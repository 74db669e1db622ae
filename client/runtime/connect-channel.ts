import type { ChannelDefinition, WireError } from "../../contracts/wire/index.js";
import { authPresenter } from "./auth-presenter.js";
import { ChannelConnection } from "./channel-connection.js";
import type { ChannelClient, ConnectOptions, OnceOptions } from "./client-types.js";
import { incomingCall } from "./incoming-call.js";
import { incomingEvent } from "./incoming-event.js";
import { outgoingCall } from "./outgoing-call.js";
import { outgoingEvent } from "./outgoing-event.js";
import { reporter } from "./report.js";
import { waitFor } from "./wait-for.js";

/**
 * Connects to a channel; what each generated `connect` function calls.
 *
 * @param definition - The channel, as the generated file states it.
 * @param url - The server's address: `https://chat.example.org`; in a page `""` or `"/"` is the page's own.
 * @param options - `auth` is what the channel asks for, or a function that is asked anew at each attempt.
 * @throws WireError `bad_input` for an address that is none and for an auth value that breaks the contract.
 */
export function connectChannel<Client>(
  definition: ChannelDefinition,
  url: string,
  options: ConnectOptions & { readonly auth?: unknown } = {},
): Client {
  const { auth } = options;
  const report = reporter(definition.name, options.onError);
  // First of all: a wrong value is told now, even when the connection is opened later.
  const presenter = authPresenter({ definition, auth, options, report });
  const receivers: Record<string, (args: readonly unknown[]) => void> = Object.create(null);
  const connection = new ChannelConnection({
    definition,
    url,
    options,
    presenter,
    report,
    bind(socket) {
      for (const name of Object.keys(receivers)) {
        socket.on(name, (...args: unknown[]) => receivers[name]?.(args));
      }
    },
  });

  // No prototypes: members may have any name.
  const call: Record<string, unknown> = Object.create(null);
  const emit: Record<string, unknown> = Object.create(null);
  const on: Record<string, unknown> = Object.create(null);
  const handle: Record<string, unknown> = Object.create(null);
  for (const [name, member] of Object.entries(definition.clientToServer)) {
    if (member.kind === "call") call[name] = outgoingCall(name, member, connection);
    else emit[name] = outgoingEvent(name, member, connection);
  }
  for (const [name, member] of Object.entries(definition.serverToClient)) {
    if (member.kind === "call") {
      const incoming = incomingCall(name, member, connection);
      handle[name] = incoming.handle;
      receivers[name] = incoming.receive;
    } else {
      const incoming = incomingEvent(name, member, connection);
      on[name] = incoming.on;
      receivers[name] = incoming.receive;
    }
  }

  const client: ChannelClient<WireError> & Record<"call" | "emit" | "on" | "handle", unknown> = {
    call,
    emit,
    on,
    handle,
    state: connection.state,
    connect: () => connection.connect(),
    whenConnected: (wait) => whenConnected(connection, wait),
    close: () => connection.close(),
  };
  if (options.autoConnect !== false) connection.connect();
  // The generated interface and the definition come from one contract.
  return client as Client;
}

function whenConnected(connection: ChannelConnection, options: OnceOptions | undefined): Promise<void> {
  const { state } = connection;
  return waitFor<void>(options, (resolve, reject) => {
    const look = () => {
      const { value } = state;
      if (value.status === "connected") resolve();
      else if (value.status === "refused") reject(value.error);
      else if (value.status === "closed") reject(connection.ended());
    };
    const stop = state.subscribe(look);
    look();
    return stop;
  });
}
