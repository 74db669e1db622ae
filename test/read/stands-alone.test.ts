import { expect, it } from "vitest";
import { type ChannelModel, standsAlone } from "../../generator/model/index.js";

const place = { file: "contracts/org.ts", line: 1, column: 1 };
const org: ChannelModel = {
  name: "org",
  path: "/org/:orgId",
  place,
  errors: [],
  rooms: [],
  clientToServer: [],
  serverToClient: [],
};
const params = (schema: NonNullable<ChannelModel["params"]>["schema"]): ChannelModel => ({
  ...org,
  params: {
    place,
    schema: { kind: "object", unknownKeys: "strip", fields: [{ name: "orgId", schema, place }] },
  },
});

it("a channel whose parameters refer to a named schema does not stand alone", () => {
  expect(standsAlone(params({ kind: "reference", id: "OrgId" }))).toBe(false);
  expect(standsAlone(params({ kind: "string", coerce: false, checks: [] }))).toBe(true);
});
