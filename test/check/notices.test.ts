import { expect, test } from "vitest";
import { noticeCodecs } from "../../generator/check/notice-codecs.js";
import { imports, readFiles } from "../read/contract-project.js";

test("a codec is named once for each channel that has it, with what it brings along", async () => {
  const { model } = await readFiles({
    "contracts/a.ts": `${imports}
export const Cents = z.codec(z.string(), z.bigint(), { decode: (text) => BigInt(text), encode: String });
export const shop = channel("/shop", {
  clientToServer: { pay: call({ input: z.object({ price: Cents }), output: Cents }) },
  serverToClient: { paid: event(z.codec(z.string(), z.number(), { decode: Number, encode: String })) },
});
export const till = channel("/till", { serverToClient: { paid: event(z.object({ price: Cents })) } });
export const plain = channel("/plain", { serverToClient: { at: event(z.date()), on: event(z.stringbool()) } });`,
  });
  const notices = noticeCodecs(model);
  expect(notices.map(({ place, message }) => `${place?.line}: ${message.split(",")[0]}`)).toEqual([
    "4: `shop.pay`: input.price is a codec",
    "7: `shop.paid`: payload is a codec",
    "4: `till.paid`: payload.price is a codec",
  ]);
  expect(notices[0]?.message).toMatch(/channel `shop`.*zod/);
});

test("a codec says how other code gets at it", async () => {
  const { model } = await readFiles({
    "contracts/a.ts": `${imports}
export const Cents = z.codec(z.string(), z.bigint(), { decode: (text) => BigInt(text), encode: String });
export const shop = channel("/shop", {
  clientToServer: { pay: call({ input: z.object({ "a-b": z.array(z.lazy(() => z.codec(z.string(), z.number(), { decode: Number, encode: String }))), c: Cents }) }) },
});`,
  });
  const addresses = [...JSON.stringify(model).matchAll(/"address":(\{.*?\]\})/g)].map(([, text = ""]) =>
    JSON.parse(text),
  );
  expect(addresses).toEqual([
    {
      file: "contracts/a.ts",
      exportName: "shop",
      steps: [
        "clientToServer",
        "pay",
        "input",
        "_zod",
        "def",
        "shape",
        "a-b",
        "_zod",
        "def",
        "element",
        "_zod",
        "innerType",
      ],
    },
    { file: "contracts/a.ts", exportName: "Cents", steps: [] },
  ]);
});
