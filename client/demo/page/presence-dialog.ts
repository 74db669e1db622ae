import type { ConfirmPresenceInput } from "../../generated/chat.js";

/** Where the dialog stands in the page. */
export interface PresenceDialogPlaces {
  readonly dialog: HTMLDialogElement;
  readonly question: HTMLElement;
  readonly yes: HTMLButtonElement;
}

/**
 * Puts the server's question to the person. Yes is their answer; closing the dialog in any other way is no.
 * When the server gives up meanwhile, the dialog goes away by itself.
 */
export function askPresence(
  { dialog, question, yes }: PresenceDialogPlaces,
  input: ConfirmPresenceInput,
  signal: AbortSignal,
): Promise<boolean> {
  question.textContent = input.question;
  dialog.returnValue = "";
  dialog.showModal();
  yes.focus();
  return new Promise((resolve) => {
    const giveUp = () => dialog.close("no");
    signal.addEventListener("abort", giveUp, { once: true });
    const finish = () => {
      signal.removeEventListener("abort", giveUp);
      resolve(dialog.returnValue === "yes");
    };
    dialog.addEventListener("close", finish, { once: true });
  });
}
