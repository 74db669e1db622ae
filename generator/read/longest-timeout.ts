/** Longest time that a timer of JavaScript can wait, in milliseconds; with more it goes off at once. */
export const longestTimeoutMs = 2 ** 31 - 1;
