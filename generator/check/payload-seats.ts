import {
  type ChannelModel,
  type ErrorModel,
  type MemberModel,
  type PayloadModel,
  payloadsOfMember,
  type RoomModel,
} from "../model/index.js";

/** A payload of the contract, named as messages name it: ``owner: part``. */
export interface Seat {
  readonly owner: string;
  readonly part: string;
  readonly payload: PayloadModel | undefined;
  readonly isReadByClient: boolean;
}

/** Every payload of a channel that travels, keys of rooms apart: these are flat, and checked as such. */
export function seatsOf(channel: ChannelModel): Seat[] {
  const { name } = channel;
  return [
    { owner: name, part: "params", payload: channel.params, isReadByClient: false },
    { owner: name, part: "auth", payload: channel.auth, isReadByClient: false },
    ...channel.errors.map((error) => seatOfError(name, error, true)),
    ...channel.rooms.flatMap((room) => seatsOfRoom(`${name}.${room.name}`, room)),
    ...channel.clientToServer.flatMap((member) => seatsOfMember(name, member, false)),
    ...channel.serverToClient.flatMap((member) => seatsOfMember(name, member, true)),
  ];
}

/** What a client tells of itself the server reads, and the other clients as well. */
function seatsOfRoom(owner: string, { errors = [], presence }: RoomModel): Seat[] {
  return [
    ...errors.map((error) => seatOfError(owner, error, true)),
    { owner, part: "presence", payload: presence, isReadByClient: true },
  ];
}

function seatsOfMember(channel: string, member: MemberModel, isReadByClient: boolean): Seat[] {
  const owner = `${channel}.${member.name}`;
  const seats = payloadsOfMember(member).map(({ option, payload, isCallers }) => ({
    owner,
    part: option,
    payload,
    isReadByClient: isCallers === isReadByClient,
  }));
  const errors = member.kind === "event" ? [] : member.errors;
  return [...seats, ...errors.map((error) => seatOfError(owner, error, !isReadByClient))];
}

function seatOfError(owner: string, error: ErrorModel, isReadByClient: boolean): Seat {
  return { owner, part: `errors.${error.name}`, payload: error.data, isReadByClient };
}
