import type { Operator } from "../target.js";

/** Who an event is sent to, in rooms of Socket.IO's. */
export interface Audience {
  /** Everybody where there are none. */
  readonly rooms: readonly string[];
  readonly except: readonly string[];
}

/** Private in Socket.IO's types, as they are in 4.8. */
interface Internals {
  readonly rooms: ReadonlySet<string>;
  readonly exceptRooms: ReadonlySet<string>;
  readonly flags: { readonly volatile?: boolean };
}

/** Whom an operator of Socket.IO's stands for; nothing where what is sent may be dropped. */
export function audienceOf(operator: Operator): Audience | undefined {
  const { rooms, exceptRooms, flags } = operator as unknown as Internals;
  return flags.volatile ? undefined : { rooms: [...rooms], except: [...exceptRooms] };
}
