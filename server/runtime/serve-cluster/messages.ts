/** What a worker tells the primary process when it serves. */
export const readyMessage = "wirepact:ready";
/** What the primary process tells a worker that is to end. */
export const closeMessage = "wirepact:close";
