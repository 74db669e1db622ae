// Made by wirepact from contract/office.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:f76367e54ac057f4

import { countCodePoints, decodeDate, invalid, isObject } from "wirepact/client";

export function writeOfficeAuth(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { badge } = input;
  if (typeof badge !== "string") return invalid;
  return { badge };
}

export function readOfficeSuspended(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { until } = input;
  const untilDate = decodeDate(until);
  if (untilDate === undefined) return invalid;
  return { until: untilDate };
}

export function writeArchiveKey(input: unknown): unknown {
  if (typeof input !== "string" || (input.length > 20 && countCodePoints(input) > 20)) return invalid;
  return input;
}

export function readWhoAmIOutput(input: unknown): unknown {
  if (!Array.isArray(input)) return invalid;
  const whoAmIOutputIn = new Array<unknown>(input.length);
  for (let index = 0; index < input.length; index++) {
    const item: unknown = input[index];
    if (typeof item !== "string") return invalid;
    whoAmIOutputIn[index] = item;
  }
  return whoAmIOutputIn;
}

export function writeDismissInput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { name } = input;
  if (typeof name !== "string") return invalid;
  return { name };
}

export function writeStampPayload(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { page } = input;
  if (!Number.isSafeInteger(page) || Object.is(page, -0)) return invalid;
  return { page };
}

export function writeNudgeArgs(input: unknown): unknown {
  if (!Array.isArray(input) || input.length !== 2) return invalid;
  const first: unknown = input[0];
  if (typeof first !== "string") return invalid;
  const second: unknown = input[1];
  if (!Number.isSafeInteger(second) || Object.is(second, -0)) return invalid;
  return [first, second];
}

export function readBooksItem(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  return input;
}

export function readFiledPayload(input: unknown): unknown {
  if (typeof input !== "string") return invalid;
  return input;
}

export function readClosedPayload(input: unknown): unknown {
  if (!Number.isSafeInteger(input)) return invalid;
  return input;
}
