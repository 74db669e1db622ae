import { z } from "zod3";

/** The loads' schemas in the words of zod 3, which zod-sockets takes. */
export const TinyInput = z.object({ a: z.number(), b: z.number() });
export const TinyOutput = z.object({ sum: z.number() });
export const ChatMessage = z.object({
  room: z.string().min(1).max(64),
  text: z.string().min(1).max(2000),
  tags: z.array(z.string().max(32)).max(10),
  replyTo: z.string().uuid().optional(),
});
export const ChatReceipt = z.object({
  id: z.string().uuid(),
  sentAt: z.string().datetime(),
  seq: z.number().int().nonnegative(),
});
export const ListInput = z.object({ page: z.number().int().nonnegative() });
export const ListOutput = z
  .array(
    z.object({
      id: z.string().uuid(),
      name: z.string().min(1).max(100),
      email: z.string().email(),
      age: z.number().int().min(0).max(150),
      balance: z.number(),
      isActive: z.boolean(),
      role: z.enum(["admin", "editor", "viewer"]),
      createdAt: z.string().datetime(),
    }),
  )
  .max(1000);
export const Pulse = z.object({
  seq: z.number().int(),
  source: z.string().max(64),
  text: z.string().max(300),
});
