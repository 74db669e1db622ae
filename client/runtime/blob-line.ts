import { readBlobs, unreadForms, WireError } from "../../contracts/wire/index.js";
import type { ChannelConnection } from "./channel-connection.js";
import type { Departure } from "./departure.js";
import { failure } from "./prepare-payload.js";
import { tooLarge } from "./weigh-payload.js";

/** What waits for the bytes of its own Blobs, or of those before it. */
interface Held {
  readonly departure: Departure;
  isRead: boolean;
}

/**
 * Lets a connection send payloads that hold a Blob: what is sent behind one waits until its bytes are read, so that
 * everything leaves in the order in which it was sent. For channels whose contract has Blobs; to be called before members
 * are made.
 */
export function blobLine(connection: ChannelConnection): void {
  const { depart, withdraw, idle, close, state, onEnd } = connection;
  let line: Held[] = [];

  const advance = () => {
    while (line[0]?.isRead) {
      const [{ departure }] = line.splice(0, 1) as [Held];
      try {
        depart(departure);
      } catch (error) {
        // depart throws WireErrors only.
        fail(departure, error as WireError);
      }
    }
  };

  const fail = (departure: Departure, error: WireError) => {
    const { name, id, isList, write } = departure;
    if (departure.end) departure.end(error, "server");
    else if (name === "" && !isList) {
      // A reply. It is awaited, hence answered in any case.
      connection.report("handler", error, name);
      depart({ ...failure({ code: "bad_output", message: unreadable }), name, id, ...(write && { write }) });
    }
  };

  const take = (held: Held, reading: Promise<unknown>) => {
    const { departure } = held;
    reading
      .then(
        () => {
          held.isRead = true;
        },
        (cause: unknown) => {
          if (!line.includes(held)) return;
          line = line.filter((each) => each !== held);
          fail(departure, unreadError(cause));
        },
      )
      .then(advance);
  };

  connection.depart = (departure) => {
    const holdsBlob = departure.memory >= 0 && unreadForms(departure.value).length > 0;
    if (!holdsBlob && line.length === 0) {
      depart(departure);
      return;
    }
    const { status } = state.value;
    if (status === "closed" || status === "refused") throw connection.ended();
    // By the size that a Blob says, before anything is read.
    if (status === "connected" && !connection.fits(departure)) throw tooLarge();
    const held = { departure, isRead: !holdsBlob };
    line.push(held);
    const reading = readBlobs(departure.value);
    if (reading) take(held, reading);
  };
  connection.readBlobs = (prepared) => {
    if (prepared.memory < 0 || unreadForms(prepared.value).length === 0) return undefined;
    if (!connection.fits({ ...prepared, name: "" })) throw tooLarge();
    return readBlobs(prepared.value)?.catch((cause: unknown) => {
      throw unreadError(cause);
    });
  };
  connection.withdraw = (call) => {
    const isHeld = line.some(({ departure }) => departure === call);
    line = line.filter(({ departure }) => departure !== call);
    if (isHeld) advance();
    else withdraw(call);
  };
  connection.idle = () => (line.length > 0 ? undefined : idle());
  state.subscribe(({ status }) => {
    // What is of no use on another connection.
    if (status !== "connected") line = line.filter(({ departure }) => departure.end);
    advance();
  });
  let by: "client" | "server" = "server";
  connection.close = () => {
    by = "client";
    close();
    by = "server";
  };
  onEnd.add((error) => {
    const left = line;
    line = [];
    for (const { departure } of left) departure.end?.(error, by);
  });
}

function unreadError(cause: unknown): WireError {
  return new WireError("bad_input", unreadable, { cause });
}

const unreadable = "A Blob of the payload cannot be read: it was changed, or is gone.";
