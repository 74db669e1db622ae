import type { WireError } from "../../contracts/wire/index.js";
import type { AuthPresenter } from "./auth-presenter.js";
import { type ChannelConnection, channelConnection } from "./channel-connection.js";
import type { ClientDefinition } from "./client-definition.js";
import type { ChannelClient, ConnectOptions, OnceOptions } from "./client-types.js";
import { reporter } from "./report.js";
import { waitFor } from "./wait-for.js";

/**
 * Connects to a channel; what each generated `connect` function calls.
 *
 * @param definition - The channel, as the generated file states it.
 * @param url - The server's address: `https://chat.example.org`; in a page `""` or `"/"` is the page's own.
 * @param options - `auth` is what the channel asks for, or a function that is asked anew at each attempt.
 * @throws WireError `bad_input` for an address that is none, and for an auth value or parameters that break the contract.
 */
export function connectChannel<Client>(
  definition: ClientDefinition,
  url: string,
  options: ConnectOptions & { readonly auth?: unknown; readonly params?: unknown } = {},
): Client {
  const { name, path, params, errors, fingerprint, auth, blobs, ...groups } = definition;
  const report = reporter(name, options.onError);
  // First of all: wrong values are told now, even when the connection is opened later.
  const namespace = params?.(path, options.params) ?? path;
  const presenter: AuthPresenter = auth?.(options, report) ?? {
    present: (send) => send({}),
    stop() {},
  };
  const connection: ChannelConnection = channelConnection(
    { ...definition, path: namespace },
    url,
    options,
    presenter,
    report,
  );
  options.trace?.(connection, name);
  blobs?.(connection);
  const client: ChannelClient<WireError> = {
    ...mapEach(groups, (members) => mapEach(members, (make, member) => make(member, connection))),
    state: connection.state,
    connect: connection.connect,
    whenConnected: (wait) => whenConnected(connection, wait),
    close: connection.close,
    ...presenter.extend?.(connection, errors),
  };
  if (options.autoConnect !== false) connection.connect();
  // The generated interface and the definition come from one contract, groups and all.
  return client as Client;
}

function whenConnected({ state, ended }: ChannelConnection, options: OnceOptions | undefined): Promise<void> {
  return waitFor<void>(options, (resolve, reject) => {
    const look = () => {
      const { value } = state;
      if (value.status === "connected") resolve();
      else if (value.status === "refused") reject(value.error);
      else if (value.status === "closed") reject(ended());
    };
    const stop = state.subscribe(look);
    look();
    return stop;
  });
}

function mapEach<Item, Made>(
  items: Readonly<Record<string, Item>> = {},
  make: (item: Item, name: string) => Made,
): Record<string, Made> {
  return Object.fromEntries(Object.entries(items).map(([name, item]) => [name, make(item, name)]));
}
