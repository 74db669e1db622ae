/** Where a client's session is kept: `session` of Socket.IO's `socket.data`, which adapters carry between processes. */
export function readSession(data: unknown): unknown {
  return typeof data === "object" && data !== null && "session" in data ? data.session : undefined;
}
