import {
  type Call,
  type CallWithoutInput,
  type ChannelClient,
  type ChannelDefinition,
  type ConnectOptions,
  connectChannel,
  type DeclaredError,
  type DeclaredFailure,
  type Emit,
  type EmitWithoutPayload,
  type Handle,
  type HandleWithoutInput,
  type On,
  type OnWithoutPayload,
  type PayloadCheck,
  type SystemFailure,
} from "wirepact/client";
import { z } from "zod";
import { shortenIssues } from "../../contracts/wire/index.js";

/** Stands behind the seam in these tests: zod, on both sides. */
export function zodCheck(schema: z.ZodType, isOpaque = false): PayloadCheck {
  const check: PayloadCheck["read"] = (value) => {
    const result = schema.safeParse(value);
    return result.success
      ? { ok: true, value: result.data }
      : { ok: false, issues: shortenIssues(result.error.issues) };
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

export function lobbyDefinition(change: Partial<ChannelDefinition> = {}): ChannelDefinition {
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

/** Connects to the test channel as Ada unless told otherwise; new attempts come fast. */
export function connectLobby(
  url: string,
  options: ConnectOptions & { auth?: unknown } = {},
  definition: ChannelDefinition = lobbyDefinition(),
): LobbyClient {
  return connectChannel<LobbyClient>(definition, url, {
    auth: { name: "Ada" },
    reconnectionDelayMs: 10,
    reconnectionDelayMaxMs: 50,
    ...options,
  });
}
