import type { Step } from "./check.js";
import { coded } from "./coded.js";

/** What every platform has; this project is compiled without a platform's types. */
declare const atob: (base64: string) => string;

/** A JSON Web Token, unverified. */
export function jwt(algorithm?: string): Step {
  return coded("JWT", (token) => {
    try {
      const parts = token.split(".");
      const header = JSON.parse(atob(parts[0] ?? ""));
      if (parts.length !== 3 || !parts[0] || ("typ" in header && header.typ !== "JWT")) return false;
      return Boolean(header.alg) && (!algorithm || header.alg === algorithm);
    } catch {
      return false;
    }
  });
}
