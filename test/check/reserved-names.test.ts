import { expect, test } from "vitest";
import { systemCodes } from "../../contracts/wire/index.js";
import { systemCodeNames } from "../../generator/check/reserved-names.js";

test("the generator keeps back exactly the codes that the wire has", () => {
  expect([...systemCodeNames].sort()).toEqual([...systemCodes].sort());
});
