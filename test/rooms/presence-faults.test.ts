import { expect, test } from "vitest";
import { busAdapter } from "./bus-adapter.js";
import type { HallClient } from "./hall.js";
import { type Hall, soon, startHall } from "./start-hall.js";

const oak = { floor: 1, name: "oak" };

/** Numbers from 0 to below `limit`, the same for each seed. */
function dice(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

interface Guest {
  readonly name: string;
  readonly hall: Hall;
  readonly table: ReturnType<HallClient["rooms"]["table"]>;
  /** Whether it wants to be inside. */
  isInside: boolean;
  /** What it told last since it came in. */
  mood: string | undefined;
}

/** One thing that a guest does, or that befalls it. */
async function act(guest: Guest, roll: (limit: number) => number): Promise<void> {
  const { table, hall, name } = guest;
  const what = roll(10);
  if (what < 3) {
    guest.isInside = true;
    await table.join();
  } else if (what < 4) {
    guest.isInside = false;
    guest.mood = undefined;
    await table.leave();
  } else if (what < 8) {
    if (!guest.isInside) return;
    const mood = `mood ${roll(1_000)}`;
    await table.setPresence({ mood });
    guest.mood = mood;
  } else hall.cut(name);
}

/** What a cut may do to a call that was under way; the next one of its kind settles the matter. */
function mayFail(error: unknown): void {
  expect(error).toMatchObject({ code: expect.stringMatching(/^(disconnected|unauthorized)$/) });
}

test.each([1, 2, 3])("after all that may happen everybody sees the same, with dice %d", async (seed) => {
  const roll = dice(seed);
  const options = { adapter: busAdapter() };
  const rooms = {
    table: {
      // Now at once, now later.
      mayJoin: () => (roll(2) === 0 ? true : new Promise<boolean>((resolve) => setImmediate(resolve, true))),
      presenceId: (_key: unknown, { session }: { session: { guest: string } }) => session.guest,
    },
    corner: { mayJoin: () => true },
  };
  const halls = [await startHall({ rooms }, options), await startHall({ rooms }, options)];
  const guests = Array.from({ length: 6 }, (_, index): Guest => {
    const hall = halls[index % 2] as Hall;
    const name = `guest ${index}`;
    return { name, hall, table: hall.enter(name).rooms.table(oak), isInside: false, mood: undefined };
  });
  await Promise.all(
    guests.map(async (guest) => {
      for (let step = 0; step < 60; step++) {
        await act(guest, roll).catch(mayFail);
        if (roll(4) === 0) await new Promise((resolve) => setTimeout(resolve, roll(20)));
      }
      // What a cut has left undone.
      if (guest.isInside) await guest.table.join().catch(mayFail);
      if (guest.isInside) await guest.table.join();
      const { mood } = guest;
      if (mood !== undefined) await guest.table.setPresence({ mood });
    }),
  );
  const expected = guests
    .filter(({ mood }) => mood !== undefined)
    .map(({ name, mood }) => `${name}: ${mood}`)
    .sort();
  const linesOf = (list: readonly { readonly id: string; readonly data: { readonly mood: string } }[]) =>
    list.map(({ id, data }) => `${id}: ${data.mood}`).sort();
  await soon(() => {
    for (const { sockets } of halls) expect(linesOf(sockets.rooms.table(oak).presence())).toEqual(expected);
    for (const { table, isInside, name } of guests) {
      expect([name, table.state.value.status]).toEqual([name, isInside ? "joined" : "left"]);
      expect(linesOf(table.presence.value)).toEqual(isInside ? expected : []);
    }
  });
  expect(await halls[0]?.sockets.rooms.table(oak).count()).toBe(
    guests.filter(({ isInside }) => isInside).length,
  );
});
