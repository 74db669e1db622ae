/** A town in a process that a test may kill: `tsx town-process.ts <TownLink as JSON>`. Prints its port. */
import { serveTown } from "./serve-town.js";

const town = await serveTown(JSON.parse(process.argv[2] ?? "{}"));
process.stdout.write(`${town.port}\n`);
process.on("SIGTERM", () => void town.app.close().then(() => process.exit()));
