import { call, channel, event, room, stream } from "wirepact/contract";
import { z } from "zod";

export const Photo = z.object({
  title: z.string(),
  image: z.file().min(1).max(100_000).mime(["image/png", "image/jpeg"]),
});

const Any = z.instanceof(Blob);

export const gallery = channel("/gallery", {
  rooms: { wall: room(z.string()) },
  clientToServer: {
    /** Gives the photo back. */
    develop: call({ input: Photo, output: Photo.extend({ thumb: Any.optional() }) }),
    echo: call({ input: Any, output: Any, limits: { maxBytes: 1_000_000 } }),
    say: call({ input: z.string(), output: z.string() }),
    /** Keeps the photo under a number that is made up once. */
    keep: call({ input: Photo, output: z.string(), idempotent: true }),
    shown: event(z.object({ order: z.int(), image: Any.optional() })),
    /** The author's own check runs on the server. */
    named: call({ input: z.file().refine((file) => file.name !== "secret"), output: z.union([Any, z.string()]) }),
    scan: stream({ direction: "both", input: Any, item: z.instanceof(File), clientItem: Any, result: Any }),
  },
  serverToClient: {
    hung: event(Photo),
    noted: event(z.string()),
    frame: call({ input: Photo, output: Any }),
  },
});
