import assert from "node:assert/strict";
import Fastify from "fastify";
import { WireError } from "wirepact/client";
import { connectMember } from "./client/member.js";
import { connectOrg } from "./client/org.js";
import { implementMember } from "./server/member.js";
import { implementOrg } from "./server/org.js";
import { sockets } from "./server/sockets.js";

/** Connects to one channel under two sets of parameters, which hear nothing of one another. */
export async function use(): Promise<void> {
  const org = implementOrg({
    connect: ({ params }) => params.floor + 1,
    where: ({ params, session }) => `${params.orgId} ${session} ${params.isOpen}`,
  });
  const member = implementMember({
    connect: ({ auth, params }) => `${auth.name} at ${params.id}`,
    connected: (context) => context.emit.rang(context.session),
  });
  const app = Fastify();
  await app.register(sockets, { channels: { org, member } });
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  const here = connectOrg(url, { params: { orgId: "a/b, c%", floor: -1, isOpen: true } });
  const there = connectOrg(url, { params: { orgId: "a", floor: 2, isOpen: false } });
  const ada = connectMember(url, { params: { id: "b" }, auth: { name: "Ada" } });
  try {
    const rang: string[] = [];
    here.on.rang((text) => rang.push(`here ${text}`));
    there.on.rang((text) => rang.push(`there ${text}`));
    assert.equal(await ada.on.rang.once(), "Ada at b");
    assert.equal(await here.call.where(), "a/b, c% 0 true");
    assert.equal(await there.call.where(), "a 3 false");
    app.sockets.org({ orgId: "a", floor: 2, isOpen: false }).all.emit.rang("you");
    app.sockets.org({ orgId: " a/b, c% ", floor: -1, isOpen: true }).all.emit.rang("me");
    app.sockets.org({ orgId: "nobody", floor: 0, isOpen: true }).all.emit.rang("nobody");
    await here.call.where();
    await there.call.where();
    assert.deepEqual(rang.sort(), ["here me", "there you"]);
    const wrong = () => connectOrg(url, { params: { orgId: " ", floor: 0, isOpen: true } });
    assert.throws(wrong, (error) => error instanceof WireError && error.code === "bad_input");
  } finally {
    here.close();
    there.close();
    ada.close();
    await app.close();
  }
}
