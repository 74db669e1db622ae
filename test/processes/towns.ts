import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { io as connectIo, type Socket } from "socket.io-client";
import { onTestFinished } from "vitest";
import { serveTown, type Town, type TownLink } from "./serve-town.js";

/** {@link serveTown}, until the test ends. */
export async function startTown(...setup: Parameters<typeof serveTown>): Promise<Town> {
  const town = await serveTown(...setup);
  onTestFinished(() => town.app.close());
  return town;
}

export interface TownProcess {
  readonly child: ChildProcess;
  readonly port: number;
  /** Ends it as a fault would, at once. */
  kill(): Promise<void>;
}

/** A town in a process of its own, until the test ends. */
export async function spawnTown(link: TownLink): Promise<TownProcess> {
  const file = fileURLToPath(new URL("town-process.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", file, JSON.stringify(link)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const [port] = await once(child.stdout, "data");
  const kill = async () => {
    if (child.kill("SIGKILL")) await once(child, "exit");
  };
  return { child, port: Number(port), kill };
}

/** A plain client of the arena, connected, until the test ends; in a team where one is named. */
export async function enter(port: number, name: string, team?: string): Promise<Socket> {
  const socket = connectIo(`http://127.0.0.1:${port}/arena`, {
    forceNew: true,
    transports: ["websocket"],
    reconnection: false,
    auth: { name },
  });
  onTestFinished(() => {
    socket.close();
  });
  await new Promise<void>((resolve) => socket.once("connect", resolve));
  if (team !== undefined) await socket.emitWithAck("join", { id: team, size: 1 });
  return socket;
}
