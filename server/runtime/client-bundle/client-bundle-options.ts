/** How the plugin serves the generated client to pages that have no build step. */
export interface ClientBundleOptions {
  /**
   * The folder of the generated client, as a path or a `file:` URL: `new URL("../client/generated/", import.meta.url)`. The
   * served module then exports the `connect…` function of each channel in it, set to the server's own Socket.IO path. Or a
   * module of yours that exports what the page needs.
   */
  readonly from: string | URL;
  /** URL path below the app's prefix; default `/sockets/client.js`. */
  readonly path?: string | undefined;
  /**
   * Whether it is served small and without a source map; default: when `NODE_ENV` is `production`. A source map shows
   * your client's sources to everybody.
   */
  readonly minify?: boolean | undefined;
}
