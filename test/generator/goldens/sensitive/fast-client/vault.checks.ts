// Made by wirepact from contract/vault.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:2cbb530a79c171e3

// @ts-nocheck: made to its types, and tested so.

import { countCodePoints, invalid, isObject, isPlainObject, stringKeys } from "wirepact/client";
import { breaksSecret, writeDrawer } from "./schemas.checks.js";

export function writeVaultParams(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { tenant } = input;
  if (
    typeof tenant !== "string" ||
    tenant.length < 4 ||
    (tenant.length < 8 && countCodePoints(tenant) < 4) ||
    (tenant.length > 100 && countCodePoints(tenant) > 100)
  ) {
    return invalid;
  }
  return { tenant };
}

export function writeVaultAuth(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { user, token } = input;
  if (typeof user !== "string" || (user.length > 40 && countCodePoints(user) > 40)) return invalid;
  if (breaksSecret(token)) return invalid;
  return { user, token };
}

export function readVaultLocked(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { hint } = input;
  if (hint !== undefined && breaksSecret(hint)) return invalid;
  const vaultLockedIn: Record<string, unknown> = {};
  if (hint !== undefined || "hint" in input) vaultLockedIn["hint"] = hint;
  return vaultLockedIn;
}

export function writeSafeKey(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { pin } = input;
  if (breaksSecret(pin)) return invalid;
  return { pin };
}

export function readSafePresence(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { mood, place } = input;
  if (typeof mood !== "string" || (mood.length > 10 && countCodePoints(mood) > 10)) return invalid;
  if (breaksSecret(place)) return invalid;
  return { mood, place };
}

export function writeStoreInput(input: unknown): unknown {
  try {
    if (!isObject(input)) return invalid;
    const { name, password, pin, cards, answers, notes, drawer, contact } = input;
    if (typeof name !== "string" || (name.length > 40 && countCodePoints(name) > 40)) return invalid;
    if (breaksSecret(password)) return invalid;
    if (pin !== undefined && (typeof pin !== "string" || (pin.length > 9 && countCodePoints(pin) > 9))) {
      return invalid;
    }
    if (!Array.isArray(cards) || cards.length > 3) return invalid;
    const cardsOut = new Array<unknown>(cards.length);
    for (let index = 0; index < cards.length; index++) {
      const item: unknown = cards[index];
      if (!isObject(item)) return invalid;
      const { number, label } = item;
      if (breaksSecret(number)) return invalid;
      if (typeof label !== "string" || (label.length > 10 && countCodePoints(label) > 10)) return invalid;
      cardsOut[index] = { number, label };
    }
    if (!isPlainObject(answers)) return invalid;
    const answersOut: Record<string, unknown> = {};
    for (const key of stringKeys(answers)) {
      if (key === "__proto__") continue;
      const value = answers[key];
      if (value === undefined) continue;
      if (
        key.length < 4 ||
        (key.length < 8 && countCodePoints(key) < 4) ||
        (key.length > 100 && countCodePoints(key) > 100)
      ) {
        return invalid;
      }
      if (typeof value !== "string" || (value.length > 100 && countCodePoints(value) > 100)) return invalid;
      answersOut[key] = value;
    }
    if (!(notes instanceof Map)) return invalid;
    const notesOut: unknown[] = [];
    for (const [notesKey, notesValue] of notes as Map<unknown, unknown>) {
      if (typeof notesKey !== "string" || (notesKey.length > 10 && countCodePoints(notesKey) > 10)) {
        return invalid;
      }
      if (breaksSecret(notesValue)) return invalid;
      notesOut.push([notesKey, notesValue]);
    }
    let drawerOut: unknown;
    if (drawer !== undefined) {
      const storeInputDrawerOut = writeDrawer(drawer);
      if (storeInputDrawerOut === invalid) return invalid;
      drawerOut = storeInputDrawerOut;
    }
    let contactOut: unknown = invalid;
    contactAttempt: {
      if (!isObject(contact)) break contactAttempt;
      const { mail } = contact;
      if (breaksSecret(mail)) break contactAttempt;
      contactOut = { mail };
    }
    if (contactOut === invalid) {
      storeInputContactAttempt: {
        if (!isObject(contact)) break storeInputContactAttempt;
        const { place } = contact;
        if (typeof place !== "string" || (place.length > 10 && countCodePoints(place) > 10)) {
          break storeInputContactAttempt;
        }
        contactOut = { place };
      }
    }
    if (contactOut === invalid) return invalid;
    const storeInputOut: Record<string, unknown> = { name, password };
    if (pin !== undefined) storeInputOut["pin"] = pin;
    storeInputOut["cards"] = cardsOut;
    storeInputOut["answers"] = answersOut;
    storeInputOut["notes"] = notesOut;
    if (drawerOut !== undefined) storeInputOut["drawer"] = drawerOut;
    storeInputOut["contact"] = contactOut;
    return storeInputOut;
  } catch {
    // Too deep, or of a kind that JSON has not: whoever looks again will tell.
    return invalid;
  }
}

export function readStoreOutput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { name, recovery } = input;
  if (typeof name !== "string") return invalid;
  if (breaksSecret(recovery)) return invalid;
  return { name, recovery };
}

export function readStoreKnown(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { hint } = input;
  if (breaksSecret(hint)) return invalid;
  return { hint };
}

export function writeVerifyInput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { code } = input;
  if (typeof code !== "string" || (code.length > 100 && countCodePoints(code) > 100)) return invalid;
  return { code };
}

export function writeWhisperPayload(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { text } = input;
  if (typeof text !== "string" || (text.length > 100 && countCodePoints(text) > 100)) return invalid;
  return { text };
}

export function writeBothArgs(input: unknown): unknown {
  if (!Array.isArray(input) || input.length !== 2) return invalid;
  const first: unknown = input[0];
  if (typeof first !== "string" || (first.length > 10 && countCodePoints(first) > 10)) return invalid;
  const second: unknown = input[1];
  if (breaksSecret(second)) return invalid;
  return [first, second];
}

export function writePourInput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { key } = input;
  if (breaksSecret(key)) return invalid;
  return { key };
}

export function readPourItem(input: unknown): unknown {
  if (breaksSecret(input)) return invalid;
  return input;
}

export function writePourClientItem(input: unknown): unknown {
  if (breaksSecret(input)) return invalid;
  return input;
}

export function readAskInput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { about } = input;
  if (typeof about !== "string") return invalid;
  return { about };
}

export function writeAskOutput(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { pin } = input;
  if (breaksSecret(pin)) return invalid;
  return { pin };
}

export function readToldPayload(input: unknown): unknown {
  if (!isObject(input)) return invalid;
  const { secret } = input;
  if (breaksSecret(secret)) return invalid;
  return { secret };
}
