/** Node's timers go no further (2^31 - 1 milliseconds); they fire at once for anything beyond. */
export const longestTimeoutMs = 2_147_483_647;
