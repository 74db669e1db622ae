import type { ChannelModel, ContractModel, Problem } from "../model/index.js";
import { comparePlaces } from "./sort-problems.js";

/**
 * Characters of a URL's path (RFC 3986, `pchar`) without the percent sign, which clients decode differently,
 * and without the comma, which ends the namespace in a Socket.IO packet.
 */
const namespace = /^\/(?:[\w\-.~!$&'()*+;=:@]+(?:\/[\w\-.~!$&'()*+;=:@]+)*)?$/;

/** Problems of the namespaces: malformed ones, and two channels on one. */
export function checkChannelPaths(model: ContractModel): Problem[] {
  const problems: Problem[] = [];
  const firstAt = new Map<string, ChannelModel>();
  for (const channel of [...model.channels].sort((left, right) => comparePlaces(left.place, right.place))) {
    const fault = faultOfPath(channel.path);
    if (fault !== undefined) {
      problems.push({ code: "WP2001", place: channel.place, ...describeFault(channel, fault) });
    }
    const first = firstAt.get(channel.path);
    if (first === undefined) {
      firstAt.set(channel.path, channel);
      continue;
    }
    const { file, line } = first.place;
    problems.push({
      code: "WP2002",
      place: channel.place,
      message: `\`${channel.name}\`: the path ${quote(channel.path)} is that of \`${first.name}\` too (${file}:${line})`,
      mend: `give \`${channel.name}\` a path of its own, such as ${quote(`/${channel.name}`)}`,
    });
  }
  return problems;
}

function describeFault(channel: ChannelModel, fault: string): Pick<Problem, "message" | "mend"> {
  const nearest = normalizePath(channel.path);
  const proposal = nearest !== "/" && namespace.test(nearest) ? nearest : `/${channel.name}`;
  return {
    message: `\`${channel.name}\`: the path ${quote(channel.path)} ${fault}`,
    mend: `write ${quote(proposal)}: a slash, then letters, digits or -._~!$&'()*+;=:@, in parts between slashes`,
  };
}

function faultOfPath(path: string): string | undefined {
  if (namespace.test(path)) {
    return undefined;
  }
  if (!path.startsWith("/")) {
    return "does not begin with a slash";
  }
  if (/\s/.test(path)) {
    return "has white space in it";
  }
  if (/[?#]/.test(path)) {
    return "has a query or a fragment; a namespace is a path alone";
  }
  if (path.endsWith("/")) {
    return "ends with a slash";
  }
  if (path.includes("//")) {
    return "has an empty part";
  }
  return "has a character that a namespace cannot have";
}

function normalizePath(path: string): string {
  const parts = path.replace(/[?#].*$/s, "").split(/[/\s]+/);
  return `/${parts.filter((part) => part !== "").join("/")}`;
}

function quote(text: string): string {
  return JSON.stringify(text);
}
