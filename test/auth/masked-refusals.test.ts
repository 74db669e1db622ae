import Fastify from "fastify";
import { expect, onTestFinished, test } from "vitest";
import { type SocketsPluginOptions, socketsPlugin, WireError } from "wirepact/server";
import { socketPair } from "wirepact/testing";
import { officeDefinition } from "../generator/goldens/roles/server/office.definition.js";
import { implementOffice } from "../generator/goldens/roles/server/office.js";
import { connectOffice, type LogLine, openOffice } from "./start-office.js";

const secret = "the database's password";

function fail(): never {
  throw new Error(secret);
}

/** What a client was told, as text: nothing of the server's insides, and the incident under which these are logged. */
async function expectMasked(error: unknown, log: readonly LogLine[]): Promise<void> {
  expect(error).toMatchObject({ code: "internal", data: { incident: expect.any(String) } });
  const { message, data, issues } = error as WireError;
  expect(JSON.stringify({ message, data, issues })).not.toContain(secret);
  const { incident } = data as { readonly incident: string };
  const entries = log.filter((line) => line.incident === incident);
  expect(JSON.stringify(entries)).toContain(secret);
  expect(entries).toHaveLength(1);
}

test.each([
  ["throws", { connect: fail }],
  ["rejects", { connect: async () => fail() }],
  [
    "throws an error that the contract does not declare",
    {
      connect: () => {
        throw new WireError("Boss", secret);
      },
    },
  ],
  [
    "gives a declared error the wrong data",
    {
      connect: () => {
        throw new WireError("Suspended", secret, { data: secret });
      },
    },
  ],
  [
    "gives an end that is none",
    {
      connect: ({ until }: { until: (end: never, session: unknown) => never }) =>
        until(new Date(secret) as never, {}),
    },
  ],
])("`connect` that %s tells its client no more than an incident", async (claim, handlers) => {
  const { log, enter } = await openOffice({ handlers: handlers as never });
  const error: unknown = await enter("Ada:head")
    .whenConnected()
    .catch((reason: unknown) => reason);
  if (claim.includes("end"))
    expect(error).toMatchObject({ code: "internal", data: { incident: expect.any(String) } });
  else await expectMasked(error, log);
  expect(String((error as Error).message)).not.toContain(secret);
});

test("`mayJoin`, a handler and a `connect` that is asked anew do no more", async () => {
  let isFailing = false;
  const { log, enter } = await openOffice({
    handlers: {
      connect: ({ auth }) => (isFailing ? fail() : { name: auth.badge, roles: ["head"] }),
      rooms: { archive: { mayJoin: fail } },
      dismiss: fail,
    },
  });
  const ada = enter("Ada");
  await ada.whenConnected();
  isFailing = true;
  for (const asked of [
    await ada.rooms.archive("a").join.safe(),
    await ada.call.dismiss.safe({ name: "Ben" }),
    await ada.reauthenticate.safe({ badge: "Ada" }),
  ]) {
    await expectMasked(!asked.ok && asked.error, log);
  }
});

const office = implementOffice({
  connect: ({ auth }) => ({ name: auth.badge }),
  roles: () => [],
  rooms: { archive: { mayJoin: () => true } },
  whoAmI: () => [],
  dismiss() {},
  stamp() {},
  nudge() {},
  knock() {},
  async *books() {},
});

test("a schema of `auth` that throws does no more, at first and anew", async () => {
  const log: LogLine[] = [];
  const app = Fastify({ logger: { stream: { write: (line: string) => log.push(JSON.parse(line)) } } });
  let isFailing = false;
  const { auth } = officeDefinition;
  const read = (value: unknown) => (isFailing || auth === undefined ? fail() : auth.read(value));
  const broken = { ...officeDefinition, auth: { ...auth, read, write: read } };
  await app.register(socketsPlugin<SocketsPluginOptions>([broken]), {
    channels: { office },
  });
  const pair = await socketPair({ app: app as never });
  onTestFinished(() => pair.close());
  const ada = pair.connect(connectOffice, { auth: { badge: "Ada" } });
  await ada.whenConnected();
  isFailing = true;
  const asked = await ada.reauthenticate.safe({ badge: "Ben" });
  await expectMasked(!asked.ok && asked.error, log);
  const ben = pair.connect(connectOffice, { auth: { badge: "Ben" } });
  await expectMasked(await ben.whenConnected().catch((reason: unknown) => reason), log);
});

test("a channel with roles does not start without the handler that gives them", async () => {
  const app = Fastify();
  const { roles: _roles, ...handlers } = office.handlers as Readonly<Record<string, unknown>>;
  const start = app.register(socketsPlugin<SocketsPluginOptions>([officeDefinition]), {
    channels: { office: { ...office, handlers } },
  });
  await expect(start.then(() => app.ready())).rejects.toMatchObject({
    code: "WP_MISSING_HANDLER",
    message: expect.stringContaining("`office.roles`"),
  });
});
