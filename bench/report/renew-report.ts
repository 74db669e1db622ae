import { renewReport } from "./save-results.js";

// After a change of how results are printed: RESULTS.md and results.svg anew, from results.json as it is.
await renewReport();
