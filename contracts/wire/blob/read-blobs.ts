import type { BlobForm } from "./blob-types.js";
import { UnreadBytes } from "./unread-bytes.js";

/**
 * Reads the bytes of every Blob within a payload that a check has written, and puts them in their places. Nothing where
 * there is none. Rejects where one cannot be read: a file that was changed or is gone.
 */
export function readBlobs(payload: unknown): Promise<unknown> | undefined {
  const forms = unreadForms(payload);
  return forms.length === 0 ? undefined : Promise.all(forms.map(read));
}

/** What stands for the Blobs of a payload that are not read yet. */
export function unreadForms(payload: unknown): readonly BlobForm[] {
  if (typeof payload !== "object" || payload === null || ArrayBuffer.isView(payload)) return [];
  // Only a check makes them.
  return (payload as BlobForm).bytes instanceof UnreadBytes
    ? [payload as BlobForm]
    : Object.values(payload).flatMap(unreadForms);
}

async function read(form: BlobForm): Promise<void> {
  if (form.bytes instanceof UnreadBytes) form.bytes = await form.bytes.read();
}
