export { fileBytes, joinFile, type ReceiveFileOptions } from "./file-bytes.js";
export { type FileProgress, fileItems, type SendFileOptions } from "./file-items.js";
export { sha256 } from "./sha-256.js";
