import path from "node:path";
import { generateLoads } from "../loads/generate-loads.js";
import { writeFile } from "../many/write-project.js";
import { type BuildOptions, buildProgram } from "../measure/build-program.js";
import { benchFolder, emptyFolder } from "../measure/folders.js";
import { type Child, startChild } from "./child.js";
import { findFlask, startFlask } from "./start-flask.js";

/** A stack, with its server and its client in a process each. */
export interface RunningPeer {
  readonly name: string;
  readonly server: Child;
  readonly client: Child;
}

interface PeerSource {
  readonly name: string;
  readonly folder: string;
  readonly build?: BuildOptions;
}

/** What the others are compared with. */
export const rawSocketIo = "raw Socket.IO";

const sources: readonly PeerSource[] = [
  { name: rawSocketIo, folder: "raw-socket-io" },
  { name: "wirepact", folder: "wirepact" },
  { name: "raw ws", folder: "raw-ws" },
  { name: "Socket.IO + zod", folder: "socket-io-zod" },
  { name: "tRPC", folder: "trpc" },
  { name: "oRPC", folder: "orpc" },
  // It is written for zod 3, and takes the `zod` that it finds.
  {
    name: "zod-sockets",
    folder: "zod-sockets",
    build: { inline: ["zod-sockets"], alias: { zod: "zod3" } },
  },
  { name: "capnweb", folder: "capnweb" },
  { name: "Flask-SocketIO", folder: "flask" },
];

/** Stacks whose servers send an event to everybody. */
export const broadcasting: readonly string[] = [
  rawSocketIo,
  "wirepact",
  "raw ws",
  "Socket.IO + zod",
  "zod-sockets",
];

/** Starts the stacks, or the named ones of them; who is not installed on this machine is left out. */
export async function startPeers(names?: readonly string[]): Promise<readonly RunningPeer[]> {
  await generateLoads();
  const folder = emptyFolder("wire");
  const peers: RunningPeer[] = [];
  for (const source of sources) {
    if (names !== undefined && !names.includes(source.name)) continue;
    const isPython = source.folder === "flask";
    if (isPython && (await findFlask()) === undefined) continue;
    const server = isPython
      ? await startFlask()
      : await startChild(await buildSide(folder, source, "server"));
    const client = await startChild(await buildSide(folder, source, "client"));
    peers.push({ name: source.name, server, client });
  }
  return peers;
}

/** Ends all processes. */
export async function stopPeers(peers: readonly RunningPeer[]): Promise<void> {
  await Promise.all(peers.flatMap(({ server, client }) => [server.stop(), client.stop()]));
}

async function buildSide(folder: string, source: PeerSource, side: "server" | "client"): Promise<string> {
  const [run, start] = side === "server" ? ["serve", "startServer"] : ["drive", "connect"];
  const from = (name: string) => JSON.stringify(path.join(benchFolder, "wire", name));
  const entry = `${source.folder}-${side}.ts`;
  writeFile(
    folder,
    entry,
    `import { ${run} } from ${from(`${run}.js`)};
import { ${start} } from ${from(`peers/${source.folder}/${side}.js`)};

await ${run}(${start});
`,
  );
  return buildProgram(path.join(folder, entry), folder, source.build);
}
