#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import { readOwnPackage } from "./init/own-package.js";

/** Everything is as it should be. */
const exitFine = 0;
/** A contract has problems, or `--check` found files that are not up to date. */
const exitProblems = 1;
/** The command line itself is wrong, as for most tools of the field. */
const exitUsage = 2;

/** Options of `wirepact generate`, as commander reads them. */
interface GenerateFlags {
  readonly watch?: true;
  readonly check?: true;
  readonly printModel?: true;
  readonly config?: string;
  readonly typecheck: boolean;
  readonly strict?: true;
  readonly warnings?: true;
}

// A reader that has seen enough (`wirepact generate --print-model | head`) is no error of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(exitFine);
});

const program = new Command("wirepact")
  .description("Typed, validated sockets: generates server and client code from channel contracts.")
  .version(readOwnPackage().version, "-v, --version", "print the version")
  .helpOption("-h, --help", "print this help")
  .helpCommand(false)
  .configureHelp({ showGlobalOptions: true })
  .showHelpAfterError("\n(`wirepact --help` lists all commands and options)")
  .showSuggestionAfterError()
  .exitOverride()
  .addHelpText("after", `\nExit codes: 0 fine, 1 problems or files out of date, 2 wrong command line.`);

program
  .command("init")
  .description("put a small working project into a folder")
  .argument("[folder]", "where to", ".")
  .action(async (folder: string) => {
    const { runInit } = await import("./commands/run-init.js");
    finish(await runInit(folder));
  });

program
  .command("generate")
  .description("read the contracts and write server code, clients and missing handlers")
  .option("-w, --watch", "generate again at each change, until Ctrl+C")
  .option("--check", "write nothing; exit 1 and name the files that are not up to date")
  .option("--print-model", "print what was read from the contracts, as JSON; write nothing")
  .option("-c, --config <file>", "configuration file (default: wirepact.config.ts, .mts, .js, .mjs or .json)")
  .option("--strict", "fail on warnings too")
  .option("--warnings", "print each warning, those too that are otherwise counted in one line")
  .option("--no-typecheck", "skip TypeScript's check of the contracts: faster, finds less")
  .action(async (flags: GenerateFlags, command: Command) => {
    const modes = (["watch", "check", "printModel"] as const).filter((mode) => flags[mode]);
    if (modes.length > 1) {
      const names = modes.map((mode) => (mode === "printModel" ? "--print-model" : `--${mode}`));
      command.error(`error: ${names.join(" and ")} exclude one another`, { exitCode: exitUsage });
    }
    const options = {
      folder: process.cwd(),
      config: flags.config,
      typeCheck: flags.typecheck,
      isStrict: flags.strict ?? false,
      listsWarnings: flags.warnings ?? false,
    };
    if (flags.watch) {
      const { runWatch } = await import("./commands/run-watch.js");
      finish(await runWatch(options));
    } else if (flags.check) {
      const { runCheck } = await import("./commands/run-check.js");
      finish(await runCheck(options));
    } else if (flags.printModel) {
      const { runPrintModel } = await import("./commands/run-print-model.js");
      finish(await runPrintModel(options));
    } else {
      const { runGenerate } = await import("./commands/run-generate.js");
      finish(await runGenerate(options));
    }
  });

/** By `exitCode`, not by `exit()`: what is still on its way to a pipe arrives. */
function finish(isFine: boolean): void {
  process.exitCode = isFine ? exitFine : exitProblems;
}

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    // commander has said what is wrong; its own code for that is 1.
    process.exitCode = error.exitCode === 0 ? exitFine : exitUsage;
  } else {
    const text = error instanceof Error ? (process.env.DEBUG ? error.stack : error.message) : String(error);
    process.stderr.write(`wirepact: ${text}\n`);
    process.exitCode = exitProblems;
  }
}
