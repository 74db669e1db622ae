import { z } from "zod";

/** Who somebody is. */
export const Person = z.object({ name: z.string(), age: z.int().optional() });

/** A schema may be named like something of ours. */
export const Call = z.object({ from: Person, to: Person });

export const Session = z.object({ startedAt: z.iso.datetime() });

export const Promise = z.object({ by: z.iso.date() });
