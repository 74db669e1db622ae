import { z } from "zod";

/** The smallest call that says something. */
export const TinyInput = z.object({ a: z.number(), b: z.number() });
export const TinyOutput = z.object({ sum: z.number() });

/** A message on its way to a room. */
export const ChatMessage = z.object({
  room: z.string().min(1).max(64),
  text: z.string().min(1).max(2000),
  tags: z.array(z.string().max(32)).max(10),
  replyTo: z.uuid().optional(),
});
export const ChatReceipt = z.object({
  id: z.uuid(),
  sentAt: z.iso.datetime(),
  seq: z.int().nonnegative(),
});

/** One of a hundred. */
export const ListRow = z.object({
  id: z.uuid(),
  name: z.string().min(1).max(100),
  email: z.email(),
  age: z.int().min(0).max(150),
  balance: z.number(),
  isActive: z.boolean(),
  role: z.enum(["admin", "editor", "viewer"]),
  createdAt: z.iso.datetime(),
});
export const ListInput = z.object({ page: z.int().nonnegative() });
export const ListOutput = z.array(ListRow).max(1000);

/** About 200 bytes of JSON. */
export const Pulse = z.object({ seq: z.int(), source: z.string().max(64), text: z.string().max(300) });
