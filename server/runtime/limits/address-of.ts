import { BlockList, isIP } from "node:net";
import type { FastifyRequest } from "fastify";

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8);
loopback.addAddress("::1", "ipv6");

const inside = new BlockList();
inside.addSubnet("10.0.0.0", 8);
inside.addSubnet("172.16.0.0", 12);
inside.addSubnet("192.168.0.0", 16);
inside.addSubnet("fc00::", 7, "ipv6");

/**
 * Whose connections a request's count among: its address or, with IPv6, its /64, of which a single household has all. Undefined
 * for what is a proxy that nobody has told Fastify of (`trustProxy`), which all clients come from.
 */
export function addressOf(request: FastifyRequest): string | undefined {
  const ip = request.ip.replace(/^::ffff:(?=\d+\.)/i, "");
  const family = isIP(ip);
  if (family === 0) return undefined;
  const isIpv6 = family === 6;
  // A proxy on this host; whoever else is on it has better ways to do harm.
  if (loopback.check(ip, isIpv6 ? "ipv6" : "ipv4")) return undefined;
  // Nobody reaches this server from such an address through the internet, whatever headers they make up.
  const isForwarded = request.headers["x-forwarded-for"] !== undefined || "forwarded" in request.headers;
  const isTrusted = request.ips !== undefined;
  if (isForwarded && !isTrusted && inside.check(ip, isIpv6 ? "ipv6" : "ipv4")) return undefined;
  return isIpv6 ? networkOf(ip) : ip;
}

/** The first four groups. */
function networkOf(ip: string): string {
  const [head = "", tail] = ip.toLowerCase().split("%")[0]?.split("::") ?? [];
  const groups = head === "" ? [] : head.split(":");
  if (tail !== undefined) {
    const behind = tail === "" ? [] : tail.split(":");
    while (groups.length + behind.length < 8) groups.push("0");
    groups.push(...behind);
  }
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}
