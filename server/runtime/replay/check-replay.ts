import type { ChannelDefinition } from "../../../contracts/wire/index.js";
import type { SocketServerOptions } from "../server-types.js";
import { StartupError } from "../startup-error.js";

/** Refuses to start where events that the contracts declare as replayed could not be. */
export function checkReplay(
  definitions: readonly ChannelDefinition[],
  { adapter, replayStore, connectionStateRecovery }: SocketServerOptions,
): void {
  const channel = definitions.find(({ serverToClient }) => Object.values(serverToClient).some(isReplayed));
  if (channel === undefined) return;
  if (adapter !== undefined && replayStore?.isShared !== true) {
    throw new StartupError(
      "WP_REPLAY_STORE",
      `\`${channel.name}\` replays events, and its processes have no log in common. Pass \`redis: { url }\`, or a \`replayStore\` that they share, as \`redisReplay(client)\` is.`,
    );
  }
  if (connectionStateRecovery !== undefined) {
    throw new StartupError(
      "WP_REPLAY_RECOVERY",
      `\`${channel.name}\` replays events, which is more than \`connectionStateRecovery\` does, and does not go with it. Take it out.`,
    );
  }
}

function isReplayed(member: ChannelDefinition["serverToClient"][string]): boolean {
  return member.kind === "event" && member.replay !== undefined;
}
