import { EventEmitter } from "node:events";
import type { Namespace, ServerOptions } from "socket.io";
import { ClusterAdapter, type ClusterMessage, type ClusterResponse } from "socket.io-adapter";

/** An adapter that joins all servers of this process that are given it, as they would be through Redis. */
export function busAdapter(): ServerOptions["adapter"] {
  const bus = new EventEmitter();
  class BusAdapter extends ClusterAdapter {
    constructor(namespace: Namespace) {
      super(namespace);
      bus.on(`all ${namespace.name}`, (message) => this.onMessage(message));
      bus.on(`one ${namespace.name} ${this.uid}`, (response) => this.onResponse(response));
    }
    protected override async doPublish(message: ClusterMessage): Promise<string> {
      setImmediate(() => bus.emit(`all ${this.nsp.name}`, structuredClone(message)));
      return "";
    }
    protected override async doPublishResponse(to: string, response: ClusterResponse): Promise<void> {
      setImmediate(() => bus.emit(`one ${this.nsp.name} ${to}`, structuredClone(response)));
    }
    override async serverCount(): Promise<number> {
      return 2;
    }
  }
  // What Socket.IO calls with `new`; its type knows the bare adapter only.
  return BusAdapter as never;
}
