import {
  type ErrorPayload,
  isWireError,
  type PayloadCheck,
  type WireError,
} from "../../contracts/wire/index.js";
import { reportFailure, type Scene } from "./report-failure.js";
import type { Run } from "./run.js";
import { writePayload } from "./write-payload.js";

/** What somebody is refused with, as it is told: whatever was to be masked in it was masked where it happened. */
export class Refused extends Error {
  readonly payload: ErrorPayload;

  constructor(payload: ErrorPayload) {
    super(payload.message);
    this.payload = payload;
  }
}

/** Codes of ours that a handler may answer with by throwing them; all others are said by the runtime alone. */
const throwableCodes: ReadonlySet<string> = new Set(["unauthorized", "not_found", "overloaded", "too_large"]);

/**
 * What the other side is told of what a handler threw: a declared error, one of the few codes that handlers may use, or
 * `internal` with the incident under which the cause is logged. Nothing else of the cause leaves the server.
 */
export function failurePayload(
  run: Run,
  error: unknown,
  declared: Readonly<Record<string, PayloadCheck | undefined>>,
): ErrorPayload {
  if (error instanceof Refused) return error.payload;
  const scene = sceneOf(run);
  if (!isWireError(error)) return maskFailure(scene, error);
  if (Object.hasOwn(declared, error.code)) return declaredPayload(scene, error, declared[error.code]);
  if (!isRefusal(error)) return maskFailure(scene, error);
  const { code, message, retryAfterMs } = error;
  return retryAfterMs === undefined ? { code, message } : { code, message, retryAfterMs };
}

/** Whether an error of ours is an answer that handlers of any member may give. */
export function isRefusal(error: WireError): boolean {
  return throwableCodes.has(error.code);
}

/** A handler's run, or what is known of one that was not begun. */
interface SceneOwner {
  readonly connection: Run["connection"];
  readonly member: Pick<Run["member"], "name" | "place">;
}

/** Where a handler fails. */
export function sceneOf({ connection, member }: SceneOwner): Scene {
  const { log, id, channel } = connection;
  return { log, name: member.name, place: member.place, clientId: id, onError: channel.onError };
}

function declaredPayload(scene: Scene, error: WireError, check: PayloadCheck | undefined): ErrorPayload {
  const { code, message } = error;
  try {
    const written = writePayload(check, error.data);
    if (!written.ok) return maskFailure(scene, error, { issues: written.issues });
    return written.value === undefined ? { code, message } : { code, message, data: written.value };
  } catch (cause) {
    return maskFailure(scene, cause);
  }
}

/** Logs a failure and gives the other side nothing but the entry's id. */
export function maskFailure(scene: Scene, error: unknown, details: object = {}): ErrorPayload {
  const incident = reportFailure(scene, error, { message: "handler failed", details });
  return {
    code: "internal",
    message: `\`${scene.place}\` failed; the server's log has the incident.`,
    data: { incident },
  };
}

/** Logs what a handler threw where there is nobody to tell. */
export function logFailure(run: Run, error: unknown, message = "handler failed", details: object = {}): void {
  reportFailure(sceneOf(run), error, { message, details });
}
