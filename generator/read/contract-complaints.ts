import { nearestName } from "../config/nearest-name.js";
import type { Direction, Place, Problem } from "../model/index.js";
import type { DeclarationSpot } from "./declaration-spot.js";
import { describeValue } from "./describe-value.js";
import { exampleOf, knownOptions, ownProperties } from "./known-options.js";
import { longestTimeoutMs } from "./longest-timeout.js";
import { isZodSchema, majorOf, zodMajor } from "./zod/zod-schema.js";

/** What is wrong with a contract's declarations, in words. */
export class ContractComplaints {
  readonly problems: Problem[] = [];

  wrongPath(place: Place, channel: string): void {
    this.#add(place, `\`${channel}\`: the path is no text`, 'write it first: `channel("/chat", { … })`');
  }

  /** An option that a channel, a call or a stream does not have. */
  unknownOptions(
    declaration: unknown,
    options: DeclarationSpot,
    { owner, of }: { readonly owner: string; readonly of: keyof typeof knownOptions },
  ): void {
    if (typeof declaration !== "object" || declaration === null) {
      return;
    }
    const known: readonly string[] = knownOptions[of];
    if ("def" in declaration && "type" in declaration) {
      const mend = exampleOf[of];
      this.#add(options.place, `\`${owner}\`: a schema stands in the place of the options`, `write ${mend}`);
      return;
    }
    const own = ["$wirepact", ...ownProperties[of], ...known];
    for (const name of Object.keys(declaration).filter((each) => !own.includes(each))) {
      const near = nearestName(name, known);
      this.#add(
        options.property(name).place,
        `\`${owner}\`: a ${of} has no option \`${name}\``,
        near === undefined
          ? `take it out; there are ${known.map((each) => `\`${each}\``).join(", ")}`
          : `write \`${near}\``,
      );
    }
  }

  wrongMember(place: Place, owner: string, value: unknown): void {
    const mend = isZodSchema(value)
      ? "write `event(schema)`, or `call({ input: schema })`"
      : "write `call({ … })` or `event(…)`";
    this.#add(place, `\`${owner}\` is ${describeValue(value)}, and neither a call nor an event`, mend);
  }

  /** A stream that the server would have to open. */
  serverStream(place: Place, owner: string): void {
    const mend = "declare it under `clientToServer`; let an event tell the client when to open it";
    this.#add(place, `\`${owner}\` is a stream under \`serverToClient\`; only a client opens streams`, mend);
  }

  /** Who sends, and what: each direction has its items. */
  streamItems(declaration: Readonly<Record<string, unknown>>, options: DeclarationSpot, owner: string): void {
    const { direction, item, clientItem } = declaration;
    const isBoth = direction === "both";
    if (direction !== "download" && direction !== "upload" && !isBoth) {
      const { place } = options.property("direction");
      this.#add(
        place,
        `\`${owner}\`: direction is ${describeValue(direction)}`,
        'write "download", "upload" or "both"',
      );
    } else if (item === undefined) {
      this.#add(options.place, `\`${owner}\`: the stream has no item`, "write `stream({ item: schema })`");
    } else if (isBoth && clientItem === undefined) {
      const mend = "add `clientItem`, or take out the direction where only the server sends";
      this.#add(options.place, `\`${owner}\`: both sides send, and the client has no item`, mend);
    } else if (!isBoth && clientItem !== (direction === "upload" ? item : undefined)) {
      const mend = 'take it out, or write `direction: "both"`';
      const { place } = options.property("clientItem");
      this.#add(place, `\`${owner}\`: \`clientItem\` is for streams in which both sides send`, mend);
    }
  }

  /** An item that is `z.void()`. */
  emptyItem(place: Place, owner: string, option: string): void {
    this.#add(place, `\`${owner}\`: ${option} carries nothing`, "write `z.null()` for items that only count");
  }

  wrongRoom(place: Place, owner: string, value: unknown): void {
    const mend = isZodSchema(value) ? "write `room(schema)`" : "write `room(z.object({ … }))`";
    this.#add(place, `\`${owner}\` is ${describeValue(value)}, and no room`, mend);
  }

  missingKey(place: Place, owner: string): void {
    this.#add(
      place,
      `\`${owner}\`: the room has no key`,
      "write `room(z.string())`, or a flat object's schema",
    );
  }

  /** Who may take clients into a room, if it says so; errors are for those that it may refuse. */
  join(value: unknown, hasErrors: boolean, { options, owner }: RoomPlace): "client" | undefined {
    if (value === "client") {
      return value;
    }
    if (value !== undefined && value !== "server") {
      this.#add(
        options.property("join").place,
        `\`${owner}\`: join is ${typeof value === "string" ? JSON.stringify(value) : describeValue(value)}`,
        'write `"client"`, or `"server"`, which is the default',
      );
    } else if (hasErrors) {
      this.#add(
        options.property("errors").place,
        `\`${owner}\`: no client can be refused with these errors, for none can ask to join`,
        'write `join: "client"` beside them, or take them out',
      );
    }
    return undefined;
  }

  /** Something that ought to be a schema. */
  noSchema(place: Place, owner: string, option: string, value: unknown): void {
    const major = majorOf(value);
    if (major !== undefined) {
      this.#add(
        place,
        `\`${owner}\`: ${option} is a schema of zod ${major}, and wirepact knows zod ${zodMajor}`,
        `install zod ${zodMajor} (\`npm install zod@${zodMajor}\`) and import \`z\` from "zod"`,
      );
      return;
    }
    const hasSchemas = typeof value === "object" && value !== null && Object.values(value).some(isZodSchema);
    this.#add(
      place,
      `\`${owner}\`: ${option} is ${describeValue(value)}, and no schema of zod`,
      hasSchemas ? "write `z.object({ … })` around it" : "write a schema: `z.object({ … })`, `z.string()`, …",
    );
  }

  /** Something that ought to be an object of members, errors or rooms. */
  noEntries(place: Place, owner: string, option: string, value: unknown): void {
    this.#add(
      place,
      `\`${owner}\`: ${option} is ${describeValue(value)}, and no object of names`,
      `write \`${option}: { name: … }\``,
    );
  }

  /** Names that JavaScript swallows: of two that are the same it keeps the last, and `__proto__` is none. */
  swallowedNames(spot: DeclarationSpot, owner: string, option: string): void {
    const firstOf = new Map<string, Place>();
    for (const { name, place, setsPrototype } of spot.names) {
      const first = firstOf.get(name);
      firstOf.set(name, first ?? place);
      if (setsPrototype) {
        this.problems.push({
          code: "WP2006",
          place,
          message: `\`${owner}\`: \`${name}\` in ${option} sets the object's prototype, and declares nothing`,
          mend: "give it another name",
        });
      } else if (first !== undefined) {
        this.problems.push({
          code: "WP2003",
          place,
          message: `\`${owner}\`: ${option} has the name \`${name}\` twice, here and in line ${first.line}`,
          mend: "rename one of the two, or take it out",
        });
      }
    }
  }

  /** Arguments that are no list of them. */
  noTuple(place: Place, owner: string): void {
    this.#add(place, `\`${owner}\`: args is a schema, and no tuple`, "write `args: z.tuple([ … ])`");
  }

  twoInputs(place: Place, owner: string): void {
    this.#add(place, `\`${owner}\` has both input and args`, "keep the one that the other side sends");
  }

  /** The form of a call's acknowledgement, if it is one. */
  reply(
    { reply, errors }: { readonly reply: unknown; readonly errors: unknown },
    place: Place,
    owner: string,
  ): "plain" | undefined {
    if (reply === undefined) return undefined;
    if (reply !== "plain") {
      this.#add(
        place,
        `\`${owner}\`: reply is ${describeValue(reply)} that is not "plain"`,
        'write `reply: "plain"`, or leave it out',
      );
      return undefined;
    }
    if (typeof errors === "object" && errors !== null && Object.keys(errors).length > 0) {
      this.#add(
        place,
        `\`${owner}\`: a plain reply has no place for errors`,
        "take `errors` out, and say in `output` what else is answered",
      );
    }
    return "plain";
  }

  /** A call's deadline, if it is one. */
  timeout(value: unknown, place: Place, owner: string): number | undefined {
    if (value === undefined || (typeof value === "number" && value > 0 && value <= longestTimeoutMs)) {
      return value;
    }
    const what = typeof value === "number" ? String(value) : describeValue(value);
    this.#add(
      place,
      `\`${owner}\`: timeoutMs is ${what}`,
      "give a number of milliseconds above 0 and below 2^31, or leave it out for 10,000",
    );
    return undefined;
  }

  /** Whether a call is repeated over reconnects. */
  idempotence(
    value: unknown,
    place: Place,
    owner: string,
    { direction, isPlain }: { readonly direction: Direction; readonly isPlain: boolean },
  ): boolean {
    if (typeof value !== "boolean" && value !== undefined) {
      this.#add(
        place,
        `\`${owner}\`: idempotent is ${describeValue(value)}`,
        "write `true`, or leave it out",
      );
      return false;
    }
    if (value === true && direction === "serverToClient") {
      this.#add(
        place,
        `\`${owner}\`: a call of the server is never repeated, so it cannot be idempotent`,
        "take `idempotent` out, or send an event with `replay`",
      );
      return false;
    }
    if (value === true && isPlain) {
      this.#add(
        place,
        `\`${owner}\`: a call with \`args\` or a plain reply goes as hand-written code sends it, once`,
        "take `idempotent` out, or declare `input` and `output` alone",
      );
      return false;
    }
    return value === true;
  }

  /** Roles that are none: `what` is the option that holds them. */
  wrongRoles(place: Place, owner: string, what: "roles" | "requires", value: unknown): void {
    const mend =
      what === "roles"
        ? 'write a list of names: `roles: ["member", "admin"]`'
        : 'write a role, `requires: "admin"`, or a list: `requires: ["editor", "admin"]`';
    const found = Array.isArray(value) ? "a list of other things than names" : describeValue(value);
    this.#add(place, `\`${owner}\`: ${what} is ${found}`, `${mend}; a name is letters, digits and \`-._:\``);
  }

  #add(place: Place, message: string, mend: string): void {
    this.problems.push({ code: "WP1005", place, message, mend });
  }
}

/** A room's options, and how messages call the family. */
interface RoomPlace {
  readonly options: DeclarationSpot;
  readonly owner: string;
}
