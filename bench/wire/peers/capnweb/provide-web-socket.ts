import { WebSocket } from "ws";

// Node has it from version 22 on; capnweb asks it for the numbers of its states.
if (!("WebSocket" in globalThis)) Object.assign(globalThis, { WebSocket });
