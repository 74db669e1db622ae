import { type ChatCall, listRows, type Receipt, receipt, type TinyCall } from "../loads/payloads.js";

/** What every server answers, whichever stack carries it. */
export const handlers = {
  tiny: ({ a, b }: TinyCall): { sum: number } => ({ sum: a + b }),
  tinyLater: async (input: TinyCall): Promise<{ sum: number }> => {
    await pause(input.a % 5);
    return handlers.tiny(input);
  },
  chat: (_message: ChatCall): Receipt => receipt(++messages),
  list: (_input: { page: number }) => rows,
};

/** The names of the calls. */
export type CallName = keyof typeof handlers;

const rows = listRows();
let messages = 0;

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    if (milliseconds === 0) setImmediate(resolve);
    else setTimeout(resolve, milliseconds);
  });
}
