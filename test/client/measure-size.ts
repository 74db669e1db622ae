/** Prints what a page with the generated client weighs above one over bare socket.io-client. Run it with tsx. */
import { measurePage } from "./page-size.js";

const wanted = process.argv.slice(2).map(Number);
for (const calls of wanted.length > 0 ? wanted : [1, 10, 100]) {
  const { bareBytes, clientBytes, parts } = await measurePage(calls);
  console.log(`${calls} calls: ${clientBytes - bareBytes} B of gzip above ${bareBytes} B`);
  if (wanted.length === 0) continue;
  const sorted = Object.entries(parts).sort(([, left], [, right]) => right - left);
  for (const [file, bytes] of sorted) console.log(String(bytes).padStart(8), file);
}
