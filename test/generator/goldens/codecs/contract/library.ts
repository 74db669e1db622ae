import { call, channel, event } from "wirepact/contract";
import { z } from "zod";

/** A book's number, of a class of its own. */
export class Isbn {
  readonly digits: string;

  constructor(digits: string) {
    this.digits = digits;
  }
}

export const IsbnText = z.codec(z.string().regex(/^\d{13}$/), z.instanceof(Isbn), {
  decode: (digits) => new Isbn(digits),
  encode: ({ digits }) => digits,
});

/** A codec within what JSON lacks: it travels as text, and is the key of a Map. */
const Shelf = z.object({ books: z.map(z.string(), IsbnText), since: z.date() });

export const library = channel("/library", {
  clientToServer: {
    lend: call({ input: z.object({ book: IsbnText, until: z.date() }), output: Shelf }),
    ask: call({ input: z.array(IsbnText), output: z.boolean() }),
  },
  serverToClient: {
    returned: event(IsbnText),
    confirm: call({ input: IsbnText, output: IsbnText }),
  },
});
