import type { WarningCode, WarningLevel, WarningLevels } from "./warning.js";

/** What `wirepact.config.ts` (or .js, .mjs, .json) may say; every path is relative to that file. */
export interface WirepactConfig {
  /** Folder of the contracts. Default `contracts`. */
  readonly contracts?: string;
  readonly server?: {
    /** Folder of the generated server code. Default `server/generated`. */
    readonly output?: string;
    /** Folder of the handler files. Default `server/handlers`; `false` scaffolds none. */
    readonly handlers?: string | false;
    /** Whether processes that run no server, such as workers, get a publisher. Default `false`. */
    readonly publisher?: boolean;
  };
  /**
   * Where generated clients go. Default one, in `client/generated`, with every channel.
   */
  readonly clients?: readonly ClientOutput[];
  /**
   * What becomes of warnings, all of them or by code: `"error"` fails the run, `"list"` prints each one, `"off"` none. Default: WP6001
   * (no maximum) is counted in one line, all others are printed. One place is let off by a comment on the line above it:
   * `// wirepact-allow WP6002: why`.
   */
  readonly warnings?: WarningChoice | Readonly<Partial<Record<WarningCode, WarningChoice>>>;
}

/** What becomes of a warning. */
export type WarningChoice = Exclude<WarningLevel, "count">;

/** One client's generated code. */
export interface ClientOutput {
  /** Folder; may lie in another package. */
  readonly output: string;
  /** Names of the channels (as exported) that it gets. Default all. */
  readonly channels?: readonly string[];
  /**
   * What its checks are made for. `small`, the default: few bytes, as pages want them. `fast`: a fifth of the time for
   * some 200 bytes more a call (gzip), for processes that live on throughput.
   */
  readonly checks?: ClientChecks;
}

/** What a client's checks are made for. */
export type ClientChecks = "small" | "fast";

/** A configuration with every default filled in; paths absolute. */
export interface ResolvedConfig {
  /** Folder that all printed paths start from: that of the configuration file, else the working folder. */
  readonly root: string;
  readonly contracts: string;
  readonly serverOutput: string;
  readonly handlers: string | false;
  readonly publisher: boolean;
  readonly clients: readonly ClientOutput[];
  /** Default: {@link defaultLevels}. */
  readonly warnings?: WarningLevels;
}

/** Checks a configuration's types in the editor and returns it as it is. */
export function defineConfig(config: WirepactConfig): WirepactConfig {
  return config;
}
