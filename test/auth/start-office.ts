import Fastify, { type FastifyInstance } from "fastify";
import { onTestFinished, vi } from "vitest";
import type { SocketServerOptions } from "wirepact/server";
import { type SocketPair, socketPair } from "wirepact/testing";
import {
  connectOffice,
  type OfficeClient,
  type OfficeOptions,
} from "../generator/goldens/roles/client/office.js";
import {
  implementOffice,
  type OfficeHandlers,
  type OfficeRole,
} from "../generator/goldens/roles/server/office.js";
import { sockets } from "../generator/goldens/roles/server/sockets.js";

export { connectOffice, type OfficeClient };

/** What a badge says: `Ada:head,staff`, and how long it holds. */
export interface Person {
  readonly name: string;
  readonly roles: readonly OfficeRole[];
}

/** One line of the server's log. */
export interface LogLine {
  readonly level: number;
  readonly msg: string;
  readonly [key: string]: unknown;
}

/** The office of the golden `roles`, joined with its clients in memory. */
export interface Office {
  readonly app: FastifyInstance;
  readonly pair: SocketPair;
  readonly log: readonly LogLine[];
  /** Badges that `connect` was asked about, in order. */
  readonly asked: string[];
  /** What handlers did, in order. */
  readonly done: string[];
  /** A client, not waited for. */
  enter(auth: OfficeOptions["auth"] | string, options?: Partial<OfficeOptions>): OfficeClient;
}

export interface OfficeSetup {
  readonly handlers?: Partial<OfficeHandlers<Person>>;
  readonly options?: SocketServerOptions;
  /** Whether time stands still until somebody waits. */
  readonly isFaked?: boolean;
}

/** The id of the one client in a room of the archive's. */
export async function idInArchive({ app }: Office): Promise<string> {
  const [member] = await app.sockets.office.rooms.archive("a").members();
  return member?.id ?? "";
}

/** Badges end with the test's time: `Ada:head@5000` holds for five seconds. */
export function readBadge(badge: string): Person & { readonly holdsMs: number } {
  const [, name = "", roles = "", holdsMs = "Infinity"] = /^(\w+):([\w,]*)(?:@(-?\d+))?$/.exec(badge) ?? [];
  return { name, roles: roles.split(",").filter(Boolean) as OfficeRole[], holdsMs: Number(holdsMs) };
}

export async function openOffice({ handlers, options, isFaked = false }: OfficeSetup = {}): Promise<Office> {
  if (isFaked) {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"] });
    onTestFinished(() => void vi.useRealTimers());
  }
  const log: LogLine[] = [];
  const asked: string[] = [];
  const done: string[] = [];
  const app = Fastify({
    logger: { level: "debug", stream: { write: (line: string) => log.push(JSON.parse(line)) } },
  });
  const office = implementOffice<Person>({
    connect({ auth, until, refuse }) {
      asked.push(auth.badge);
      const { holdsMs, ...person } = readBadge(auth.badge);
      if (person.name === "") throw refuse.unauthorized("That is no badge.");
      if (person.name === "Eve") throw refuse.Suspended({ until: new Date(0) });
      return until(Date.now() + holdsMs, person);
    },
    roles: (session) => session.roles,
    rooms: { archive: { mayJoin: () => true } },
    whoAmI: ({ session, roles }) => [session.name, ...roles],
    dismiss: ({ name }, { session }) => void done.push(`${session.name} dismisses ${name}`),
    stamp: ({ page }, { session }) => void done.push(`${session.name} stamps ${page}`),
    nudge: (name, times) => void done.push(`nudge ${name} ${times}`),
    knock: ({ session }) => void done.push(`${session.name} knocks`),
    async *books(context) {
      yield "first";
      await new Promise((resolve) => context.signal.addEventListener("abort", resolve));
    },
    ...handlers,
  });
  await app.register(sockets, { channels: { office }, ...options });
  const pair = await socketPair({
    app,
    ...(isFaked && { advanceTimers: (ms: number) => vi.advanceTimersByTimeAsync(ms) }),
  });
  onTestFinished(() => pair.close());
  return {
    app,
    pair,
    log,
    asked,
    done,
    enter: (auth, more) =>
      pair.connect(connectOffice, { auth: typeof auth === "string" ? { badge: auth } : auth, ...more }),
  };
}
