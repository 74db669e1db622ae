import { channel } from "wirepact/contract";

export const quiet = channel("/quiet");
