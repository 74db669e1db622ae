import {
  anything,
  type Call,
  type CallWithoutInput,
  type ChannelClient,
  type ClientDefinition,
  type ConnectOptions,
  connectChannel,
  type DeclaredError,
  type DeclaredFailure,
  type Emit,
  type EmitWithoutPayload,
  type Handle,
  type HandleWithoutInput,
  incomingCall,
  incomingEvent,
  type On,
  type OnWithoutPayload,
  outgoingCall,
  outgoingEvent,
  type PayloadCheck,
  payloadCheck,
  presentAuth,
  type SystemFailure,
} from "wirepact/client";
import { z } from "zod";
import {
  type CallDefinition,
  type ChannelDefinition,
  type EventDefinition,
  shortenIssues,
} from "../../contracts/wire/index.js";

type LobbyMember = CallDefinition | EventDefinition;

/** Stands behind the seam in these tests: zod, on both sides. */
export function zodCheck(schema: z.ZodType, isOpaque = false): PayloadCheck {
  const check: PayloadCheck["read"] = (value) => {
    try {
      const result = schema.safeParse(value);
      return result.success
        ? { ok: true, value: result.data }
        : { ok: false, issues: shortenIssues(result.error.issues) };
    } catch (error) {
      return { ok: false, issues: shortenIssues([{ message: String(error) }]) };
    }
  };
  return { read: check, write: check, isOpaque };
}

type Busy = DeclaredFailure<"Busy", { until: number }> | DeclaredFailure<"Gone", undefined>;

/** What the generator would make of the channel that these tests speak on. */
export interface LobbyClient
  extends ChannelClient<SystemFailure | DeclaredFailure<"Full", { seats: number }>> {
  readonly call: {
    readonly add: Call<{ a: number; b: number }, number, SystemFailure | Busy>;
    readonly ping: CallWithoutInput<void, SystemFailure>;
    readonly note: Call<string | undefined, string, SystemFailure>;
    readonly anything: Call<unknown, unknown, SystemFailure>;
  };
  readonly emit: {
    readonly typed: Emit<{ text: string }>;
    readonly poked: EmitWithoutPayload;
  };
  readonly on: {
    readonly posted: On<{ text: string }>;
    readonly tick: OnWithoutPayload;
  };
  readonly handle: {
    readonly confirm: Handle<
      { question: string },
      boolean,
      { readonly Busy: DeclaredError<{ until: number }> }
    >;
    readonly whoAreYou: HandleWithoutInput<string, object>;
  };
}

const busy = { Busy: zodCheck(z.object({ until: z.number() })), Gone: undefined };

/** The channel as a server's runtime sees it. */
export function lobbyChannel(change: Partial<ChannelDefinition> = {}): ChannelDefinition {
  return {
    name: "lobby",
    path: "/lobby",
    fingerprint: "f1",
    auth: zodCheck(z.object({ name: z.string().min(1) })),
    errors: { Full: zodCheck(z.object({ seats: z.number() })) },
    rooms: {},
    clientToServer: {
      add: {
        kind: "call",
        input: zodCheck(z.object({ a: z.number(), b: z.number() })),
        output: zodCheck(z.number()),
        errors: busy,
      },
      ping: { kind: "call", input: undefined, output: undefined, errors: {} },
      note: {
        kind: "call",
        input: zodCheck(z.string().optional()),
        output: zodCheck(z.string()),
        errors: {},
      },
      anything: {
        kind: "call",
        input: zodCheck(z.unknown(), true),
        output: zodCheck(z.unknown(), true),
        errors: {},
      },
      typed: { kind: "event", payload: zodCheck(z.object({ text: z.string() })) },
      poked: { kind: "event", payload: undefined },
    },
    serverToClient: {
      posted: { kind: "event", payload: zodCheck(z.object({ text: z.string() })) },
      tick: { kind: "event", payload: undefined },
      confirm: {
        kind: "call",
        input: zodCheck(z.object({ question: z.string() })),
        output: zodCheck(z.boolean()),
        errors: busy,
      },
      whoAreYou: {
        kind: "call",
        input: undefined,
        output: zodCheck(z.string()),
        errors: {},
        timeoutMs: 200,
      },
    },
    ...change,
  };
}

/** The channel as the generator would state it for the client. */
export function lobbyDefinition(change: Partial<ChannelDefinition> = {}): ClientDefinition {
  const { name, path, fingerprint, auth, errors, clientToServer, serverToClient } = lobbyChannel(change);
  return {
    name,
    path,
    fingerprint,
    auth: auth && presentAuth(auth),
    errors,
    call: pick(clientToServer, "call", outgoingMember),
    emit: pick(clientToServer, "event", outgoingMember),
    on: pick(serverToClient, "event", incomingMember),
    handle: pick(serverToClient, "call", incomingMember),
  };
}

function outgoingMember(member: LobbyMember) {
  return member.kind === "call" ? outgoingCall(shapeOf(member)) : outgoingEvent(ownCheck(member.payload));
}

function incomingMember(member: LobbyMember) {
  return member.kind === "call" ? incomingCall(shapeOf(member)) : incomingEvent(ownCheck(member.payload));
}

function pick<Made>(
  members: ChannelDefinition["clientToServer"],
  kind: LobbyMember["kind"],
  make: (member: LobbyMember) => Made,
): Record<string, Made> {
  const chosen = Object.entries(members).flatMap(([name, member]) =>
    member.kind !== "stream" && member.kind === kind ? [[name, make(member)]] : [],
  );
  return Object.fromEntries(chosen);
}

function shapeOf({ input, output, errors, timeoutMs }: CallDefinition) {
  const [read, written] = [ownCheck(input), ownCheck(output)];
  return {
    ...(read && { input: read }),
    ...(written && { output: written }),
    errors,
    ...(timeoutMs !== undefined && { timeoutMs }),
  };
}

/** Where anything passes, the generated client has a word that knows what JSON carries. */
function ownCheck(check: PayloadCheck | undefined): PayloadCheck | undefined {
  return check?.isOpaque ? payloadCheck(() => anything) : check;
}

/** Connects to the test channel as Ada unless told otherwise; new attempts come fast. */
export function connectLobby(
  url: string,
  options: ConnectOptions & { auth?: unknown } = {},
  definition: ClientDefinition = lobbyDefinition(),
): LobbyClient {
  return connectChannel<LobbyClient>(definition, url, {
    auth: { name: "Ada" },
    reconnectionDelayMs: 10,
    reconnectionDelayMaxMs: 50,
    ...options,
  });
}
