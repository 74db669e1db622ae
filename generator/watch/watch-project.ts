import { statSync } from "node:fs";
import { stat } from "node:fs/promises";
import path from "node:path";
import type { FSWatcher } from "chokidar";
import { configNames } from "../config/find-config.js";

/** Milliseconds without a further change before a run: an editor that saves all files gives one run. */
const quietMs = 50;
/** The same after a change of a single file that is there and not empty: mostly it is the only one. */
const quietAfterOneMs = 5;
/** Milliseconds by which a file's time may lag behind the clock's: a tick of the kernel, generously. */
const clockLagMs = 20;

/**
 * Milliseconds after which a file that has changed is looked at again: chokidar tells of one file once in 50 ms at most, and
 * an editor that formats on saving writes twice within less.
 */
const secondLookMs = 60;

/** Files that a run may depend on; others in the contracts folder (images, notes) do not count. */
const sourceFile = /\.(?:[cm]?[jt]sx?|json)$/;

/** What a run learned about what to watch. */
export interface Watched {
  /** Absolute paths of files that the run used. */
  readonly files: readonly string[];
  /** Folder of the contracts, for files that are yet to come; undefined when the configuration is broken. */
  readonly contracts: string | undefined;
}

/** How {@link watchProject} is told what to do. */
export interface WatchOptions {
  /** The working folder, where a configuration file may appear; absolute. */
  readonly folder: string;
  readonly namedConfig: string | undefined;
  /** Runs once at the start, with no files, and then after each change; never twice at a time. */
  readonly run: (changed: readonly string[]) => Promise<Watched>;
  readonly onError: (error: unknown) => void;
  /** Called once, when every change from now on is noticed. */
  readonly onReady: () => void;
}

/** A watch that goes on until it is closed. */
export interface ProjectWatch {
  /** Ends it; settles when the last run has ended. */
  close(): Promise<void>;
}

/** Runs at the start and at each change of the contracts, of what they import, and of the configuration. */
export function watchProject(options: WatchOptions): ProjectWatch {
  const changed = new Set<string>();
  const known = new Set<string>();
  let watcher: FSWatcher | undefined;
  let timer: NodeJS.Timeout | undefined;
  const secondLooks = new Set<NodeJS.Timeout>();
  let running: Promise<void> | undefined;
  let isClosed = false;

  const schedule = (file: string) => {
    if (isClosed) {
      return;
    }
    changed.add(path.relative(options.folder, file).replaceAll(path.sep, "/"));
    clearTimeout(timer);
    // An empty file is one that is being written.
    const isWhole = (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0;
    const waitMs = isWhole && changed.size === 1 ? quietAfterOneMs : quietMs;
    timer = setTimeout(() => {
      // A run that is under way starts the next one itself when it ends.
      running ??= runUntilQuiet().finally(() => {
        running = undefined;
      });
    }, waitMs);
  };

  /** Notices what has changed since now without being told. */
  const lookAgain = (files: readonly string[]) => {
    const times = files.map(timeOf);
    const look = setTimeout(() => {
      secondLooks.delete(look);
      for (const [index, file] of files.entries()) {
        if (timeOf(file) !== times[index]) {
          schedule(file);
        }
      }
    }, secondLookMs);
    secondLooks.add(look);
  };

  /** One run over what has changed until now; returns what it newly knows to watch. */
  const runOnce = async () => {
    const startedAt = Date.now();
    const files = [...changed].sort();
    changed.clear();
    lookAgain(files.map((file) => path.resolve(options.folder, file)));
    try {
      const watched = await options.run(files);
      const wanted = [...watched.files, ...(watched.contracts === undefined ? [] : [watched.contracts])];
      const added = wanted.filter((file) => !known.has(file));
      for (const file of added) {
        known.add(file);
      }
      return { added, startedAt };
    } catch (error) {
      options.onError(error);
      return { added: [], startedAt };
    }
  };

  /** What was read before it was watched: a change in between is a change too. */
  const scheduleMissed = async (files: readonly string[], startedAt: number) => {
    for (const file of files) {
      const stats = await stat(file).catch(() => undefined);
      if (stats?.isFile() && stats.mtimeMs > startedAt + clockLagMs) {
        schedule(file);
      }
    }
  };

  const runUntilQuiet = async () => {
    while (changed.size > 0 && !isClosed) {
      const { added, startedAt } = await runOnce();
      watcher?.add(added);
      await scheduleMissed(added, startedAt);
    }
  };

  const start = async () => {
    const { added, startedAt } = await runOnce();
    if (isClosed) {
      return;
    }
    const configFiles = options.namedConfig === undefined ? configNames : [options.namedConfig];
    watcher = await openWatcher(
      [...configFiles.map((name) => path.resolve(options.folder, name)), ...added],
      options,
    );
    watcher.on("all", (_event, file) => {
      if (sourceFile.test(file)) {
        schedule(file);
      }
    });
    await scheduleMissed(added, startedAt);
    options.onReady();
    await runUntilQuiet();
  };

  running = start()
    .catch(options.onError)
    .finally(() => {
      running = undefined;
    });

  return {
    async close() {
      isClosed = true;
      clearTimeout(timer);
      for (const look of secondLooks) {
        clearTimeout(look);
      }
      await running;
      await watcher?.close();
    },
  };
}

/** When a file was last written, in milliseconds; undefined when it is not there. */
function timeOf(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs;
}

async function openWatcher(
  paths: string[],
  { folder, onError }: Pick<WatchOptions, "folder" | "onError">,
): Promise<FSWatcher> {
  const { watch } = await import("chokidar");
  const watcher = watch(paths, {
    ignoreInitial: true,
    // From the folder on: the project itself may lie below a folder of such a name.
    ignored: (file) => /(?:^|[\\/])(?:node_modules|\.git)(?:[\\/]|$)/.test(path.relative(folder, file)),
  });
  watcher.on("error", onError);
  await new Promise<void>((resolve) => watcher.once("ready", resolve));
  return watcher;
}
