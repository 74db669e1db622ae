import { type MemberModel, payloadsOfMember, type SchemaModel } from "../model/index.js";
import { reaches, type SchemaTable } from "./schema-table.js";

/**
 * What a client has to know of the author's own checks on a member's payloads: the server alone runs them, so that
 * what passes here may still be refused there. Nothing where there are none.
 */
export function describeOwnCode(member: MemberModel, table: SchemaTable): string | undefined {
  const names = payloadsOfMember(member).flatMap(({ option, payload }) =>
    payload !== undefined && reaches(payload.schema, table.get, isChecked) ? [`\`${option}\``] : [],
  );
  if (names.length === 0) return undefined;
  return `${names.join(" and ")} ${names.length > 1 ? "are" : "is"} also checked by the author's code, on the server only.`;
}

function isChecked(schema: SchemaModel): boolean {
  return (schema.customChecks ?? 0) > 0 || schema.kind === "transform";
}
