import type { FastifyInstance } from "fastify";
import type { HallClient } from "./client/hall.js";
import { implementHall } from "./server/hall.js";

/** What must not compile. Each mistake has the compiler's word for it; none of this ever runs. */
export async function mistakes(app: FastifyInstance, client: HallClient): Promise<void> {
  const hall = implementHall({
    connect: ({ auth }) => ({ guest: auth.name }),
    rooms: {
      table: {
        mayJoin(key, context) {
          context.session.guest satisfies string;
          // @ts-expect-error: the key has no such field
          key.seats;
          // @ts-expect-error: the error's data is checked
          throw context.error.Full({ seats: "two" });
        },
        onJoin(key, context) {
          key.floor satisfies number;
          // @ts-expect-error: only who asks to join can be refused
          context.error;
        },
      },
      corner: { mayJoin: () => true },
    },
    async connected({ rooms }) {
      rooms.staff(true).setPresence("cook");
      // @ts-expect-error: what is told is checked
      rooms.staff(true).setPresence("sleep");
      // @ts-expect-error: a family without presence
      rooms.corner("a").setPresence("cook");
    },
  });
  // @ts-expect-error: who may join has to be said
  implementHall({});
  // @ts-expect-error: for each family that clients join
  implementHall({ rooms: { table: { mayJoin: () => true } } });
  // @ts-expect-error: by a function
  implementHall({ rooms: { table: { mayJoin: () => true }, corner: { onJoin() {} } } });
  // @ts-expect-error: which answers yes or no
  implementHall({ rooms: { table: { mayJoin: () => "yes" }, corner: { mayJoin: () => true } } });
  implementHall({
    rooms: {
      table: { mayJoin: () => true },
      corner: { mayJoin: () => true },
      // @ts-expect-error: the id of who is present is text
      staff: { presenceId: () => 7 },
    },
  });
  implementHall({
    // @ts-expect-error: nobody asks to join what the server's code alone takes clients into
    rooms: { table: { mayJoin: () => true }, corner: { mayJoin: () => true }, staff: { mayJoin: () => true } },
  });

  const room = app.sockets.hall.withSession(hall).rooms.corner("a");
  (await room.members()).map(({ session }) => session.guest satisfies string);
  // @ts-expect-error: the type of a session is known from the handlers
  (await app.sockets.hall.rooms.corner("a").members()).map(({ session }) => session.guest);
  // @ts-expect-error: a room is moved to another of its family
  await room.move({ floor: 1, name: "oak" });

  app.sockets.hall.rooms.staff(true).presence()[0]?.data satisfies "cook" | "serve" | undefined;
  // @ts-expect-error: a family without presence
  app.sockets.hall.rooms.corner("a").presence();

  const [present] = client.rooms.table({ floor: 1, name: "oak" }).presence.value;
  present?.data.mood satisfies string | undefined;
  // @ts-expect-error: what is told has no such field
  present?.data.name;
  await client.rooms.table({ floor: 1, name: "oak" }).setPresence({ since: new Date() });
  // @ts-expect-error: a field is missing
  await client.rooms.table({ floor: 1, name: "oak" }).setPresence({ mood: "calm" });
  client.rooms.staff(true).state.value.status satisfies string;
  // @ts-expect-error: only the server takes clients in
  client.rooms.staff(true).join();
  // @ts-expect-error: a family without presence
  client.rooms.corner("a").presence;
  // @ts-expect-error: a key is checked
  client.rooms.table("oak");
  const joined = await client.rooms.corner("a").join.safe();
  // @ts-expect-error: an error that only another family declares
  if (!joined.ok && joined.error.code === "Full") return;
  const { value } = client.rooms.table({ floor: 1, name: "oak" }).state;
  if (value.status === "refused" && value.error.code === "Full") value.error.data.seats satisfies number;
  // @ts-expect-error: the error is there when the client was refused only
  value.error;
}
