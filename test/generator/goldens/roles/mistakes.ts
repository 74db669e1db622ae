import type { OfficeClient } from "./client/office.js";
import { implementOffice, type OfficeRole } from "./server/office.js";

const rest = {
  rooms: { archive: { mayJoin: () => true } },
  whoAmI: () => [],
  dismiss() {},
  stamp() {},
  nudge() {},
  knock() {},
  async *books() {},
};

/** What must not compile. Each mistake has the compiler's word for it; none of this ever runs. */
export async function mistakes(client: OfficeClient): Promise<void> {
  implementOffice({
    ...rest,
    connect: ({ auth, until }) => until(new Date(), { name: auth.badge }),
    roles: (session) => (session.name satisfies string) === "" ? ["head", "staff"] : [],
    whoAmI({ session, roles }) {
      session.name satisfies string;
      roles satisfies ReadonlySet<OfficeRole>;
      // @ts-expect-error: a role that there is not
      roles.has("boss");
      return [];
    },
  });
  // @ts-expect-error: an end is a date or a number
  implementOffice({ ...rest, connect: ({ until }) => until("tomorrow", {}), roles: () => [] });
  // @ts-expect-error: what a session's roles are has to be said
  implementOffice({ ...rest });
  // @ts-expect-error: a role that there is not
  implementOffice({ ...rest, roles: () => ["boss"] });
  await client.reauthenticate({ badge: "head" });
  // @ts-expect-error: auth is that of the contract
  await client.reauthenticate({ badge: 7 });
  const asked = await client.reauthenticate.safe({ badge: "head" });
  if (!asked.ok && asked.error.code === "Suspended") asked.error.data.until satisfies Date;
  // @ts-expect-error: a refusal that the contract does not declare
  if (!asked.ok && asked.error.code === "Full") return;
}
