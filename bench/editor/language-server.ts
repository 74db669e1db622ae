import { spawn } from "node:child_process";
import { once } from "node:events";
import { pathToFileURL } from "node:url";
import { typescriptProgram } from "../types/part.js";

/** TypeScript 7's language server, seen by an editor. */
export interface LanguageServer {
  /** Asks and awaits the answer. */
  request(method: string, params: unknown): Promise<unknown>;
  /** Tells. */
  notify(method: string, params: unknown): void;
  /** Ends the process. */
  stop(): Promise<void>;
}

interface ServerMessage {
  readonly id?: number | string;
  readonly method?: string;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** Starts the server on a folder, `initialize` done. */
export async function startLanguageServer(folder: string): Promise<LanguageServer> {
  const child = spawn(process.execPath, [typescriptProgram, "--lsp", "--stdio"], {
    cwd: folder,
    stdio: ["pipe", "pipe", "ignore"],
  });
  const waiting = new Map<number | string, (message: ServerMessage) => void>();
  let lastId = 0;
  readMessages(child.stdout, (message) => {
    if (message.id === undefined) return;
    if (message.method === undefined) {
      waiting.get(message.id)?.(message);
      waiting.delete(message.id);
    } else {
      // The server asks for settings and the like; an editor without any says so.
      send({ id: message.id, result: message.method === "workspace/configuration" ? [null] : null });
    }
  });

  function send(message: object): void {
    const text = JSON.stringify({ jsonrpc: "2.0", ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }

  const server: LanguageServer = {
    request(method, params) {
      const id = ++lastId;
      return new Promise((resolve, reject) => {
        waiting.set(id, ({ result, error }) => {
          if (error) reject(new Error(`${method}: ${error.message}`));
          else resolve(result);
        });
        send({ id, method, params });
      });
    },
    notify: (method, params) => send({ method, params }),
    async stop() {
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
    },
  };
  const rootUri = pathToFileURL(folder).href;
  await server.request("initialize", {
    processId: process.pid,
    rootUri,
    workspaceFolders: [{ uri: rootUri, name: "client" }],
    capabilities: { textDocument: { completion: { completionItem: { snippetSupport: false } } } },
  });
  server.notify("initialized", {});
  return server;
}

function readMessages(output: NodeJS.ReadableStream, hear: (message: ServerMessage) => void): void {
  let buffer = Buffer.alloc(0);
  output.on("data", (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const headEnd = buffer.indexOf("\r\n\r\n");
      if (headEnd < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(buffer.toString("latin1", 0, headEnd))?.[1]);
      const end = headEnd + 4 + length;
      if (buffer.length < end) return;
      // The protocol's own messages.
      hear(JSON.parse(buffer.toString("utf8", headEnd + 4, end)) as ServerMessage);
      buffer = buffer.subarray(end);
    }
  });
}
