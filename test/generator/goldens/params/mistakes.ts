import type { FastifyInstance } from "fastify";
import { connectMember } from "./client/member.js";
import { connectOrg } from "./client/org.js";
import { implementOrg } from "./server/org.js";

/** What must not compile. Each mistake has the compiler's word for it; none of this ever runs. */
export function mistakes(app: FastifyInstance): void {
  const params = { orgId: "a", floor: 1, isOpen: true };
  // @ts-expect-error: parameters are asked for
  connectOrg("/");
  // @ts-expect-error: one of them is missing
  connectOrg("/", { params: { orgId: "a", floor: 1 } });
  // @ts-expect-error: a parameter's type is checked
  connectOrg("/", { params: { ...params, floor: "1" } });
  // @ts-expect-error: auth is asked for besides
  connectMember("/", { params: { id: "a" } });
  connectMember("/", { params: { id: "a" }, auth: { name: "Ada" } });
  // @ts-expect-error: there is no channel but that of given parameters
  app.sockets.org.all.emit.rang("all");
  // @ts-expect-error: a parameter's type is checked
  app.sockets.member({ id: "c" });
  app.sockets.org(params).to.desk(1).emit.rang("desk");
  implementOrg({
    connect: ({ params }) => params.orgId,
    where({ params }) {
      // @ts-expect-error: no such parameter
      params.house;
      return params.orgId;
    },
  });
}
