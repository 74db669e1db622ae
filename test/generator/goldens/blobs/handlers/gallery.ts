import { implementGallery } from "../server/gallery.js";

/** What the server does on `gallery`, as contract/gallery.ts declares it. */
export const galleryHandlers = implementGallery({
  develop(_input, _context) {
    throw new Error("`gallery.develop` is not implemented yet");
  },
  echo(_input, _context) {
    throw new Error("`gallery.echo` is not implemented yet");
  },
  say(_input, _context) {
    throw new Error("`gallery.say` is not implemented yet");
  },
  keep(_input, _context) {
    throw new Error("`gallery.keep` is not implemented yet");
  },
  shown(_input, context) {
    context.log.warn("`gallery.shown` is not implemented yet");
  },
  named(_input, _context) {
    throw new Error("`gallery.named` is not implemented yet");
  },
  async *scan(_input, _items, _context) {
    throw new Error("`gallery.scan` is not implemented yet");
  },
});
