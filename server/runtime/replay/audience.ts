import type { Channel } from "../channel.js";
import type { Operator } from "../target.js";

/** Who an event is sent to, in rooms of Socket.IO's. */
export interface Audience {
  /** Everybody where there are none. */
  readonly rooms: readonly string[];
  readonly except: readonly string[];
}

type Namespace = Pick<Channel["namespace"], "adapter" | "sockets">;

/** Private in Socket.IO's types, as they are in 4.8. */
interface Internals {
  readonly rooms: ReadonlySet<string>;
  readonly exceptRooms: ReadonlySet<string>;
  readonly flags: { readonly volatile?: boolean };
}

/** Whom an operator of Socket.IO's stands for. */
export function audienceOf(operator: Operator): Audience {
  const { rooms, exceptRooms } = operator as unknown as Internals;
  return { rooms: [...rooms], except: [...exceptRooms] };
}

/** Whether what an operator sends may be dropped. */
export function isVolatile(operator: Operator): boolean {
  return (operator as unknown as Internals).flags.volatile === true;
}

/** Ids of the clients of this process among an audience. */
export function idsOf({ adapter, sockets }: Namespace, { rooms, except }: Audience): Iterable<string> {
  const [room] = rooms;
  const clientsOf = (name: string) => adapter.rooms.get(name) ?? [];
  if (rooms.length === 1 && except.length === 0 && room !== undefined) return [...clientsOf(room)];
  const ids = new Set<string>(
    rooms.length === 0 ? sockets.keys() : rooms.flatMap((name) => [...clientsOf(name)]),
  );
  for (const name of except) for (const id of clientsOf(name)) ids.delete(id);
  return ids;
}
