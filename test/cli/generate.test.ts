import { afterEach, describe, expect, test, vi } from "vitest";
import { makeProject, type Project } from "./project.js";

// Each test starts a program or two, on a machine that may have much to do.
vi.setConfig({ testTimeout: 60_000 });

const projects: Project[] = [];
afterEach(async () => {
  await Promise.all(projects.splice(0).map((project) => project.remove()));
});

async function project(files: Readonly<Record<string, string>> = {}): Promise<Project> {
  const made = await makeProject(files);
  projects.push(made);
  return made;
}

const imports = `import { call, channel, event } from "wirepact/contract";\nimport { z } from "zod";\n`;
const chat = `${imports}
export const chat = channel("/chat", {
  clientToServer: { post: call({ input: z.object({ text: z.string().max(2000) }) }) },
  serverToClient: { posted: event(z.object({ text: z.string() })) },
});
`;
const generated = [
  "client/generated/chat.definition.ts",
  "client/generated/chat.ts",
  "client/generated/schemas.checks.ts",
  "client/generated/schemas.ts",
  "server/generated/chat.definition.ts",
  "server/generated/chat.ts",
  "server/generated/schemas.ts",
  "server/generated/sockets.ts",
];

describe("wirepact generate", () => {
  test("writes both sides and the handler file, and says so in three lines", async () => {
    const made = await project({ "contracts/chat.ts": chat });
    const { exitCode, stdout, stderr } = await made.run("generate");
    expect(stderr).toBe("");
    expect(stdout.replace(/\(\d+\.\d s\)/, "(time)")).toMatchInlineSnapshot(`
      "chat  2 members → server/generated/chat.ts, client/generated/chat.ts
      made server/handlers/chat.ts for your handlers of \`chat\`
      5 files written, 0 unchanged (time)
      "
    `);
    expect(exitCode).toBe(0);
    const files = await made.files();
    expect(files).toContain("server/handlers/chat.ts");
    expect(files.filter((file) => file.includes("/generated/"))).toEqual(
      generated.filter((file) => files.includes(file)),
    );
  });

  test("writes nothing the second time, and keeps what stands in the handler file", async () => {
    const made = await project({ "contracts/chat.ts": chat });
    await made.run("generate", "--no-typecheck");
    const handlers = `${await made.read("server/handlers/chat.ts")}// mine\n`;
    await made.write("server/handlers/chat.ts", handlers);
    const { stdout } = await made.run("generate", "--no-typecheck");
    expect(stdout).toContain("0 files written");
    expect(await made.read("server/handlers/chat.ts")).toBe(handlers);
  });

  test("adds handlers that are missing, and notices those that are left over", async () => {
    const made = await project({ "contracts/chat.ts": chat });
    await made.run("generate", "--no-typecheck");
    await made.write("contracts/chat.ts", chat.replace("post:", "send:"));
    const { exitCode, stdout, stderr } = await made.run("generate", "--no-typecheck");
    expect(exitCode).toBe(0);
    expect(stdout).toContain("added `send` to server/handlers/chat.ts");
    expect(stderr).toMatch(/^server\/handlers\/chat\.ts:\d+:\d+ {2}note: `chat\.post` has a handler/);
  });

  test("goes by the configuration: folders, several clients, their channels, no handlers", async () => {
    const made = await project({
      "app/wirepact.config.ts": `
        import { defineConfig } from "wirepact/generator";
        export default defineConfig({
          contracts: "spec",
          server: { output: "src/sockets", handlers: false },
          clients: [{ output: "../web/src/api" }, { output: "../admin/api", channels: ["admin"] }],
        });`,
      "app/spec/chat.ts": chat,
      "app/spec/deep/admin.ts": chat.replace("chat =", "admin =").replace("/chat", "/admin"),
    });
    const { exitCode, stderr } = await made.run("generate", "--config", "app/wirepact.config.ts");
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    const files = (await made.files()).filter(
      (file) => !file.includes("spec/") && !file.endsWith("schemas.ts"),
    );
    expect(files).toEqual([
      "admin/api/admin.definition.ts",
      "admin/api/admin.ts",
      "app/src/sockets/admin.definition.ts",
      "app/src/sockets/admin.ts",
      "app/src/sockets/chat.definition.ts",
      "app/src/sockets/chat.ts",
      "app/src/sockets/sockets.ts",
      "app/wirepact.config.ts",
      "web/src/api/admin.definition.ts",
      "web/src/api/admin.ts",
      "web/src/api/chat.definition.ts",
      "web/src/api/chat.ts",
    ]);
    expect(await made.read("app/src/sockets/admin.ts")).toContain("(../../spec/deep/admin.ts#L");
    expect(await made.read("admin/api/admin.ts")).toContain("(../../app/spec/deep/admin.ts#L");
  });

  test("tells a problem with its place, its line and its mend, writes nothing and exits 1", async () => {
    const made = await project({
      "contracts/chat.ts": `${imports}\nexport const chat = channel("/chat", {\n\tserverToClient: { left: event(z.symbol()) },\n});\n`,
    });
    const { exitCode, stdout, stderr } = await made.run("generate", "--no-typecheck");
    expect(stderr).toMatchInlineSnapshot(`
      "contracts/chat.ts:5:32  WP3003  \`chat.left\`: payload is a symbol: it is not data, and the wire has no form for it
        5 │ serverToClient: { left: event(z.symbol()) },
          │                               ^
        mend: use text, or a \`z.enum([…])\`

      1 problem; nothing was written.
      "
    `);
    expect(stdout).toBe("");
    expect(exitCode).toBe(1);
    expect(await made.files()).toEqual(["contracts/chat.ts"]);
  });

  test("uses no colour where there is no terminal", async () => {
    const made = await project({ "contracts/chat.ts": chat });
    const { stdout, stderr } = await made.run("generate", "--no-typecheck");
    expect(stdout + stderr).not.toContain("\u001b");
  });
});

describe("wirepact generate --print-model", () => {
  test("prints JSON and nothing else, and writes nothing", async () => {
    const made = await project({ "contracts/chat.ts": chat });
    const { exitCode, stdout, stderr } = await made.run("generate", "--print-model", "--no-typecheck");
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({ channels: [{ name: "chat", path: "/chat" }] });
    expect(await made.files()).toEqual(["contracts/chat.ts"]);
  });

  test("prints what was read even where there are problems", async () => {
    const made = await project({ "contracts/chat.ts": chat.replace('"/chat"', '"chat"') });
    const { exitCode, stdout, stderr } = await made.run("generate", "--print-model", "--no-typecheck");
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ channels: [{ path: "chat" }] });
    expect(stderr).toContain("WP2001");
  });
});

describe("wirepact generate --check", () => {
  test("is content right after a run", async () => {
    const made = await project({ "contracts/chat.ts": chat });
    await made.run("generate", "--no-typecheck");
    const result = await made.run("generate", "--check", "--no-typecheck");
    expect(result).toEqual({
      exitCode: 0,
      stdout: "Generated files and handlers are up to date.\n",
      stderr: "",
    });
  });

  test("names what is missing, stale, edited by hand and left over, and writes nothing", async () => {
    const made = await project({
      "contracts/chat.ts": chat,
      "contracts/old.ts": chat.replace("chat =", "old =").replace("/chat", "/old"),
    });
    await made.run("generate", "--no-typecheck");
    await made.write("contracts/old.ts", "");
    await made.write("contracts/chat.ts", chat.replace("posted:", "sent:").replace("post:", "send:"));
    await made.write("contracts/new.ts", chat.replace("chat =", "fresh =").replace("/chat", "/fresh"));
    await made.write("client/generated/chat.ts", `${await made.read("client/generated/chat.ts")}// mine\n`);
    const before = await made.files();
    const { exitCode, stdout, stderr } = await made.run("generate", "--check", "--no-typecheck");
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
    expect(stderr.replace(/^.*note:.*\n.*mend:.*\n/gm, "")).toMatchInlineSnapshot(`
      "client/generated/chat.definition.ts  is stale: the contract has changed since it was made, or wirepact has
      client/generated/chat.ts  was edited by hand; the next \`generate\` makes it anew
      client/generated/fresh.definition.ts  is missing
      client/generated/fresh.ts  is missing
      client/generated/old.definition.ts  is left over: no channel leads to it any more
      client/generated/old.ts  is left over: no channel leads to it any more
      server/generated/chat.definition.ts  is stale: the contract has changed since it was made, or wirepact has
      server/generated/chat.ts  is stale: the contract has changed since it was made, or wirepact has
      server/generated/fresh.definition.ts  is missing
      server/generated/fresh.ts  is missing
      server/generated/old.definition.ts  is left over: no channel leads to it any more
      server/generated/old.ts  is left over: no channel leads to it any more
      server/generated/sockets.ts  is stale: the contract has changed since it was made, or wirepact has
      server/handlers/chat.ts  lacks handlers of \`chat\`: \`send\`
      server/handlers/fresh.ts  is missing: the handlers of \`fresh\`

      15 files are not up to date; nothing was written.
        mend: npx wirepact generate
      "
    `);
    expect(await made.files()).toEqual(before);
  });
});

describe("wirepact generate --watch", () => {
  test("takes up what is saved again within a moment, as a formatter does", async () => {
    const made = await project({ "contracts/chat.ts": chat });
    const watch = made.start("generate", "--watch", "--no-typecheck");
    await watch.printed(/Watching for changes/);
    for (let time = 0; time < 5; time++) {
      watch.clear();
      await made.write("contracts/chat.ts", chat.replace("posted:", `sent${time}:`));
      await watch.printed(/wrote client\/generated\/chat\.ts\n[\s\S]* unchanged/);
    }
    expect(await made.read("client/generated/chat.ts")).toContain("sent4");
    expect((await watch.stop("SIGINT")).exitCode).toBe(0);
  });

  test("generates at each change, survives a broken contract, says what it wrote, and ends on Ctrl+C", async () => {
    const made = await project({
      "contracts/chat.ts": chat
        .replace("z.object({ text: z.string().max(2000) }) })", "Text })")
        .replace("\nexport", `import { Text } from "../text.js";\nexport`),
      "text.ts": `import { z } from "zod";\nexport const Text = z.object({ text: z.string().max(2000) });\n`,
    });
    const watch = made.start("generate", "--watch", "--no-typecheck");
    await watch.printed(/Watching for changes/);
    expect(await made.files()).toContain("server/generated/chat.ts");

    const good = await made.read("contracts/chat.ts");
    watch.clear();
    await made.write("contracts/chat.ts", good.replace("posted:", "sent:"));
    await watch.printed(
      /contracts\/chat\.ts changed\n[\s\S]*wrote client\/generated\/chat\.ts\n[\s\S]* unchanged/,
    );

    watch.clear();
    await made.write("contracts/chat.ts", `${good}\nexport const = ;`);
    await watch.printed(/WP1001[\s\S]*1 problem/);

    watch.clear();
    await made.write("contracts/chat.ts", good);
    await watch.printed(/wrote server\/generated\/chat\.ts\n[\s\S]* unchanged/);

    watch.clear();
    await made.write(
      "text.ts",
      `import { z } from "zod";\nexport const Text = z.object({ words: z.string() });\n`,
    );
    await watch.printed(/text\.ts changed\n[\s\S]*wrote server\/generated\/chat\.ts\n[\s\S]* unchanged/);

    watch.clear();
    await made.write("contracts/more.ts", chat.replace("chat =", "more =").replace("/chat", "/more"));
    await watch.printed(
      /contracts\/more\.ts changed\n[\s\S]*made server\/handlers\/more\.ts[\s\S]* unchanged/,
    );

    watch.clear();
    await made.write("wirepact.config.json", `{ "clients": [{ "output": "web" }] }`);
    await watch.printed(/wirepact\.config\.json changed\n[\s\S]*wrote web\/chat\.ts\n[\s\S]* unchanged/);

    const { exitCode } = await watch.stop("SIGINT");
    expect(exitCode).toBe(0);
  });

  test("ends on a request to end, also while the contracts are broken", async () => {
    const made = await project({ "contracts/chat.ts": "export const = ;" });
    const watch = made.start("generate", "--watch");
    await watch.printed(/1 problem[\s\S]*Watching for changes/);
    const { exitCode } = await watch.stop("SIGTERM");
    expect(exitCode).toBe(0);
  });
});
