/** Model and handler files → what is missing in them. Reads the disk, writes nothing. */

import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { implementName, kebabCase } from "../emit/names.js";
import type { ChannelModel, ContractModel, Notice, Problem } from "../model/index.js";
import { hasCode } from "../write/compare-output.js";
import type { Completion, HandlerSource } from "./complete-handlers.js";
import type { HandlerEdit } from "./handler-edit.js";
import { scaffoldHandlers } from "./scaffold-handlers.js";

export type { HandlerEdit } from "./handler-edit.js";

/** Where {@link planHandlers} looks. */
export interface HandlerFolders {
  /** Folder of the handler files, absolute; need not exist. */
  readonly folder: string;
  /** Folder of the server's generated code, absolute. */
  readonly generatedFolder: string;
  /** Folder that printed paths start from. Default the working folder. */
  readonly root?: string;
}

/** What is to be done to the handler files. */
export interface HandlerPlan {
  readonly edits: readonly HandlerEdit[];
  readonly notices: readonly Notice[];
  readonly problems: readonly Problem[];
}

/**
 * Plans the handler files: a channel that no file implements gets a new one, and one that is implemented gets
 * the handlers that are missing. Handlers that the contract no longer has are noticed, and left alone.
 */
export async function planHandlers(model: ContractModel, folders: HandlerFolders): Promise<HandlerPlan> {
  const files = await readHandlerFiles(folders.folder);
  const plans: HandlerPlan[] = [];
  // An edit of one channel may lie in the file of another.
  for (const channel of model.channels) plans.push(await planChannel(channel, files, folders));
  return {
    edits: plans.flatMap(({ edits }) => edits),
    notices: plans.flatMap(({ notices }) => notices),
    problems: plans.flatMap(({ problems }) => problems),
  };
}

/** Absolute path → text, with the edits of earlier channels. */
type HandlerFiles = Map<string, string>;

async function readHandlerFiles(folder: string): Promise<HandlerFiles> {
  const names = await readdir(folder, { recursive: true }).catch((error: unknown) => {
    if (hasCode(error, "ENOENT")) return [];
    throw error;
  });
  const wanted = names.filter((name) => /\.[cm]?tsx?$/.test(name) && !/\.d\.[cm]?ts$/.test(name)).sort();
  const texts = await Promise.all(
    wanted
      .filter((name) => !name.split(path.sep).includes("node_modules"))
      .map(
        async (name) => [path.join(folder, name), await readFile(path.join(folder, name), "utf8")] as const,
      ),
  );
  return new Map(texts);
}

async function planChannel(
  channel: ChannelModel,
  files: HandlerFiles,
  folders: HandlerFolders,
): Promise<HandlerPlan> {
  const root = folders.root ?? process.cwd();
  const printed = (file: string): string => path.relative(root, file).replaceAll(path.sep, "/");
  const own = path.join(folders.folder, `${kebabCase(channel.name)}.ts`);
  const name = new RegExp(`${implementName(channel.name)}(?![\\p{ID_Continue}$])`, "u");
  const candidates = [...files].filter(([, text]) => name.test(text)).map(([file]) => file);
  const plans = candidates.length === 0 ? [] : await completeAll(channel, candidates, { files, printed });
  if (!files.has(own) && !plans.some(({ isNamed }) => isNamed)) {
    return { edits: [scaffold(channel, own, files, folders)], notices: [], problems: [] };
  }
  const named = candidates.find((_, index) => plans[index]?.isNamed);
  const isCalled = plans.some((plan) => plan.isCalled);
  return {
    edits: plans.flatMap(({ edit }) => (edit === undefined ? [] : [edit])),
    notices: plans.flatMap(({ notices }) => notices),
    problems: [
      ...plans.flatMap(({ problems }) => problems),
      ...(isCalled ? [] : [notImplemented(channel, printed(named ?? own))]),
    ],
  };
}

async function completeAll(
  channel: ChannelModel,
  candidates: readonly string[],
  source: Omit<HandlerSource, "file"> & { readonly files: HandlerFiles },
): Promise<readonly Completion[]> {
  // The parser is heavy: it is loaded when there is something to parse.
  const { completeHandlers } = await import("./complete-handlers.js");
  const plans = candidates.map((file) => completeHandlers(channel, { ...source, file }));
  for (const { edit } of plans) if (edit !== undefined) source.files.set(edit.file, edit.text);
  return plans;
}

function scaffold(
  channel: ChannelModel,
  file: string,
  files: HandlerFiles,
  { folder, generatedFolder }: HandlerFolders,
): HandlerEdit {
  const generated = path.relative(folder, generatedFolder).replaceAll(path.sep, "/");
  const text = scaffoldHandlers(channel, generated.startsWith(".") ? generated : `./${generated}`);
  files.set(file, text);
  const handlers = [
    ...(channel.roles === undefined ? [] : ["roles"]),
    ...(channel.rooms.some(({ join }) => join === "client") ? ["rooms"] : []),
    ...channel.clientToServer.map(({ name }) => name),
  ];
  return { kind: "create", file, channel: channel.name, handlers, text };
}

function notImplemented(channel: ChannelModel, file: string): Problem {
  const call = `${implementName(channel.name)}({ … })`;
  return {
    code: "WP4001",
    place: { file, line: 1, column: 1 },
    message: `\`${channel.name}\`: its handler file does not call \`${call}\``,
    mend: `Call \`${call}\` there, or remove the file: a new one is made then.`,
  };
}
