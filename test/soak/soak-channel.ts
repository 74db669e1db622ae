// The till and the feed on one channel, with a stream beside them, as the generator would state it.
import {
  type Call,
  type ChannelClient,
  type ClientDefinition,
  type Download,
  download,
  type OnReplayed,
  outgoingCall,
  type SystemFailure,
} from "wirepact/client";
import type { ChannelDefinition } from "wirepact/server";
import { z } from "zod";
import { zodCheck } from "../client/lobby.js";
import { feedClientDefinition, feedDefinition } from "../faults/feed.js";
import { type TillClient, tillClientDefinition, tillDefinition } from "../faults/serve-till.js";

/** What the generator would make of it for the client. */
export interface SoakClient extends ChannelClient<SystemFailure> {
  readonly call: Pick<TillClient["call"], "charge" | "look"> & {
    readonly join: Call<string, void, SystemFailure>;
    readonly leave: Call<string, void, SystemFailure>;
  };
  readonly stream: { readonly count: Download<number, number, number, SystemFailure> };
  readonly on: { readonly posted: OnReplayed<number> };
}

/** Rooms, by number, which are their keys. */
export const topicCount = 10;

/**
 * Who sends numbers its events on from 1. The publisher is a source for each topic, and each life of a server one more, all
 * of whose events go to one topic.
 */
const eventsOfSource = 1e9;

export function eventOf(source: number, index: number): number {
  return source * eventsOfSource + index;
}

export function readEvent(event: number): {
  readonly source: number;
  readonly topic: number;
  readonly index: number;
} {
  const source = Math.floor(event / eventsOfSource);
  return { source, topic: source % topicCount, index: event % eventsOfSource };
}

const number = zodCheck(z.number());
const text = zodCheck(z.string());
/** Milliseconds of silence; a machine that does much else may take a few seconds. */
const streamTimeoutMs = 20_000;

const feed = feedDefinition();

export const soakDefinition: ChannelDefinition = {
  ...feed,
  name: "soak",
  path: "/soak",
  clientToServer: {
    ...tillDefinition.clientToServer,
    ...feed.clientToServer,
    leave: { kind: "call", input: text, output: undefined, errors: {} },
    count: {
      kind: "stream",
      input: number,
      serverItem: number,
      clientItem: undefined,
      result: number,
      errors: {},
      timeoutMs: streamTimeoutMs,
    },
  },
};

export const soakClientDefinition: ClientDefinition = {
  ...feedClientDefinition,
  name: "soak",
  path: "/soak",
  call: { ...tillClientDefinition.call, ...feedClientDefinition.call, leave: outgoingCall({ input: text }) },
  stream: { count: download({ input: number, serverItem: number, result: number }) },
};
