import { expect, test, vi } from "vitest";
import { openRaw } from "../server/raw-client.js";
import { openOffice } from "./start-office.js";

const forgeries = [
  ["an own `__proto__` with roles", '{"badge":"Ada:","__proto__":{"roles":["head"],"badge":"Eve:"}}'],
  ["a constructor", '{"badge":"Ada:","constructor":{"prototype":{"roles":["head"]}}}'],
  [
    "fields of a session",
    '{"badge":"Ada:","session":{"roles":["head"]},"roles":["head"],"previous":{"name":"Ada"}}',
  ],
  ["what is wirepact's own", '{"badge":"Ada:","$wirepact":{"__proto__":{"protocol":1},"roles":["head"]}}'],
] as const;

test.each(forgeries)("%s gives no role", async (_claim, auth) => {
  const { app, asked } = await openOffice();
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  const raw = await openRaw(url);
  raw.send(`40/office,${auth}`);
  expect(await raw.next()).toMatch(/^40\/office,\{"sid"/);
  raw.send(`42/office,1["$reauthenticate",${auth}]`);
  expect(await raw.next()).toBe('43/office,1[{"ok":true}]');
  raw.send('42/office,2["whoAmI"]');
  expect(await raw.next()).toBe('43/office,2[{"ok":true,"value":["Ada"]}]');
  raw.send('42/office,3["dismiss",{"name":"Ben"}]');
  expect(await raw.next()).toContain("unauthorized");
  expect(asked).toEqual(["Ada:", "Ada:"]);
  expect(Object.prototype).not.toHaveProperty("roles");
  raw.close();
});

test.each([
  ["nothing", "", "bad_input"],
  ["no field but `__proto__`", '{"__proto__":{"badge":"Ada:head"}}', "bad_input"],
  ["a list", '["Ada:head"]', "bad_input"],
  ["what is too deep", `{"badge":"Ada:head","more":${"[".repeat(100)}${"]".repeat(100)}}`, "too_large"],
  ["what holds too much", `{"badge":"Ada:head","more":[${"0,".repeat(100_001)}0]}`, "too_large"],
])("%s is no auth, when a client comes and when it is there", async (_claim, auth, code) => {
  const { app, asked } = await openOffice();
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  const raw = await openRaw(url);
  // A list is no packet of Socket.IO's: it ends the connection.
  if (!auth.startsWith("[")) {
    raw.send(`40/office,${auth}`);
    expect(await raw.next()).toContain(`"code":"${code}"`);
  }
  raw.send('40/office,{"badge":"Ada:head"}');
  await raw.next();
  raw.send(`42/office,1["$reauthenticate"${auth && `,${auth}`}]`);
  expect(await raw.next()).toContain(`"code":"${code}"`);
  expect(asked).toEqual(["Ada:head"]);
  raw.close();
});

test("auth beyond what a packet may hold ends the connection, and nothing is asked", async () => {
  const { app, asked } = await openOffice();
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  const raw = await openRaw(url);
  raw.send('40/office,{"badge":"Ada:head"}');
  await raw.next();
  raw.send(`42/office,1["$reauthenticate",{"badge":"${"x".repeat(1_000_001)}"}]`);
  await vi.waitFor(() => expect(raw.isOpen).toBe(false));
  expect(asked).toEqual(["Ada:head"]);
});
