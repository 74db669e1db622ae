export { readBlobs, unreadForms } from "./read-blobs.js";
