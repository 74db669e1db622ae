import { connectChannel } from "wirepact/client";
import { type TillClient, tillClientDefinition } from "../serve-till.js";

/** Connects to the till over WebSocket; new attempts come fast. */
export function connectTill(url: string): TillClient {
  return connectChannel<TillClient>(tillClientDefinition, url, {
    transports: ["websocket"],
    reconnectionDelayMs: 10,
    reconnectionDelayMaxMs: 50,
  });
}
