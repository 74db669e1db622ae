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
}

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
}

/** Checks a configuration's types in the editor and returns it as it is. */
export function defineConfig(config: WirepactConfig): WirepactConfig {
  return config;
}
