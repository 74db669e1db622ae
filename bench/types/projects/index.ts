import { orpcProject } from "./orpc.js";
import type { ClientProject } from "./project.js";
import { socketIoProject } from "./socket-io.js";
import { trpcProject } from "./trpc.js";
import { wirepactProject } from "./wirepact.js";

/** Every stack whose client TypeScript is asked about. */
export const clientProjects: readonly ClientProject[] = [
  wirepactProject,
  trpcProject,
  orpcProject,
  socketIoProject,
];
