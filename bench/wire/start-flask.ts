import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { benchFolder } from "../measure/folders.js";
import { runProcess } from "../measure/run-process.js";
import type { Child } from "./child.js";
import { listen } from "./listen.js";
import type { Requests } from "./requests.js";

/** Debian's own interpreter: its packages are installed there. */
const python = "/usr/bin/python3";

/** The version of Flask-SocketIO, or `undefined` where it is not installed with gevent. */
export async function findFlask(): Promise<string | undefined> {
  const question =
    "import importlib.metadata, flask_socketio, gevent, geventwebsocket; print(importlib.metadata.version('flask-socketio'))";
  try {
    const { stdout } = await runProcess(python, ["-c", question]);
    return stdout.trim();
  } catch {
    // Not there: the other stacks are measured without it.
    return undefined;
  }
}

/** Starts the Python server. It tells nothing but its processor time, and that through the system. */
export async function startFlask(): Promise<Child> {
  const port = await freePort();
  const program = path.join(benchFolder, "wire", "peers", "flask", "server.py");
  const child = spawn(python, [program, String(port)], { stdio: "ignore" });
  await once(child, "spawn");
  return {
    port,
    async ask<Name extends keyof Requests>(name: Name): Promise<Requests[Name]["reply"]> {
      if (name !== "cpu") throw new Error(`Flask's server does not answer \`${name}\`.`);
      return { cpuMs: readCpuMs(child.pid) };
    },
    async stop() {
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  server.close();
  await once(server, "close");
  return port;
}

/** User and system time stand 12 and 13 words behind the program's name, in hundredths of a second. */
function readCpuMs(pid: number | undefined): number {
  const words = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  return (Number(words[11]) + Number(words[12])) * 10;
}
