import type { OperationGroup } from "../../many/operations.js";

/** One stack's client that calls every operation. */
export interface ClientProject {
  readonly name: string;
  /** Writes everything but the `tsconfig.json` into an empty folder; `client.ts` holds the calls. */
  write(folder: string, groups: readonly OperationGroup[]): void | Promise<void>;
  /** An unfinished call, for an editor to complete: what stands before the operation's name. */
  unfinishedCall(group: OperationGroup): string;
}
