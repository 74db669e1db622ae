/** Contracts as applications have them, for so many calls: channels of twenty, payloads of three to seven fields. */
export interface RealisticContract {
  /** Contract file by path. */
  readonly files: Readonly<Record<string, string>>;
  readonly channels: readonly { readonly name: string; readonly calls: readonly string[] }[];
}

const verbs =
  "create update archive restore find list count copy move rename share lock unlock approve reject assign export import schedule cancel".split(
    " ",
  );
const nouns = ["order", "invoice", "product", "shipment", "project"];

const money = 'z.object({ amount: z.number(), currency: z.enum(["EUR", "USD", "GBP"]) })';
const pool: readonly string[] = [
  "title: z.string().min(1).max(200)",
  "note: z.string().max(2000).optional()",
  "email: z.email()",
  'status: z.enum(["draft", "active", "closed"])',
  "tags: z.array(z.string().max(32)).max(20)",
  "createdAt: z.iso.datetime()",
  "isPublic: z.boolean()",
  "version: z.int().min(0).max(1000000)",
  "ownerId: z.uuid()",
  `total: ${money}`,
  `lines: z.array(z.object({ sku: z.string().min(1).max(40), quantity: z.int().min(1).max(999), price: ${money} })).max(100)`,
  "score: z.number().optional()",
  "dueAt: z.iso.datetime().optional()",
  'priority: z.enum(["low", "normal", "high", "urgent"])',
  "reason: z.string().min(3).max(500)",
  "watchers: z.array(z.uuid()).max(50)",
  "slug: z.string().trim().min(1).max(80)",
];

export function realisticContract(calls: number): RealisticContract {
  const channels = Array.from({ length: Math.ceil(calls / verbs.length) }, (_, group) => {
    const noun = nouns[group % nouns.length] ?? "thing";
    const taken = verbs.slice(0, Math.min(verbs.length, calls - group * verbs.length));
    return {
      name: `${noun}s`,
      calls: taken.map((verb) => `${verb}${noun[0]?.toUpperCase()}${noun.slice(1)}`),
    };
  });
  const files = channels.map(({ name, calls: members }, group) => {
    const lines = members.map((member, index) => {
      const input = pick(group * 7 + index, 2 + (index % 3));
      const output = pick(group * 3 + index * 5, 3 + (index % 4));
      return `    ${member}: call({ input: z.object({ ${input} }), output: z.object({ ${output} }) }),`;
    });
    const head = 'import { z } from "zod";\nimport { call, channel } from "wirepact/contract";\n';
    const text = `${head}export const ${name} = channel("/${name}", {\n  clientToServer: {\n${lines.join("\n")}\n  },\n});\n`;
    return [`contracts/${name}.ts`, text] as const;
  });
  return { files: Object.fromEntries(files), channels };
}

/** An id and `count` different fields: steps of five through seventeen meet each of them. */
function pick(start: number, count: number): string {
  const fields = Array.from({ length: count }, (_, step) => pool[(start + step * 5) % pool.length]);
  return ["id: z.uuid()", ...fields].join(", ");
}
