/** What a measured process is told. */
export type Order =
  | { readonly name: "send"; readonly events: number }
  | { readonly name: "memory" }
  | { readonly name: "connect"; readonly port: number; readonly clients: number }
  | { readonly name: "expect"; readonly events: number };

/** What it answers. */
export type Answer =
  | { readonly port: number }
  | { readonly bytes: number }
  | { readonly connected: number }
  | { readonly expecting: number }
  | { readonly heard: number };
