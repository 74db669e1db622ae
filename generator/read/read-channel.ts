import { pascalCase } from "../emit/names.js";
import type {
  ChannelModel,
  Direction,
  ErrorModel,
  LimitsModel,
  MemberModel,
  PayloadModel,
  RolesModel,
  RoomModel,
} from "../model/index.js";
import type { ContractComplaints } from "./contract-complaints.js";
import { index, type NamedPart, optionOf, type Part, readEntries, recordOf } from "./declaration-part.js";
import { type DeclarationSpot, docsOfSpot } from "./declaration-spot.js";
import type { ContractExport } from "./list-exports.js";
import { readDelivery, readReplay } from "./read-delivery.js";
import { type LimitsPlace, readLimits } from "./read-limits.js";
import { readRoles } from "./read-roles.js";
import { readSchema, type SchemaReading } from "./zod/read-schema.js";
import { isAbsence, isTuple, isZodSchema } from "./zod/zod-schema.js";

/** What reading a channel takes. */
export interface ChannelReading extends SchemaReading {
  readonly complaints: ContractComplaints;
}

/** A channel's declaration comes in, its model goes out; what is wrong with it goes to the complaints. */
export function readChannel(
  exported: ContractExport,
  spot: DeclarationSpot,
  reading: ChannelReading,
): ChannelModel {
  return new ChannelReader(exported, reading).read(spot);
}

class ChannelReader {
  readonly #exported: ContractExport;
  readonly #reading: ChannelReading;

  constructor(exported: ContractExport, reading: ChannelReading) {
    this.#exported = exported;
    this.#reading = reading;
  }

  read(declaration: DeclarationSpot): ChannelModel {
    const { name, value: channel } = this.#exported;
    const { complaints } = this.#reading;
    const options = declaration.argument(1);
    const { path, params, auth, roles, errors, rooms, clientToServer, serverToClient } = recordOf(channel);
    if (typeof path !== "string") {
      complaints.wrongPath(declaration.argument(0).place, name);
    }
    complaints.unknownOptions(channel, options, { owner: name, of: "channel" });
    const part = (value: unknown, option: string): Part => ({
      value,
      spot: options.property(option),
      owner: name,
      path: `$${index(option)}`,
    });
    const stem = pascalCase(name);
    const rolesSpot = { spot: options.property("roles"), owner: name, what: "roles" } as const;
    const rolesModel = readRoles(roles, rolesSpot, complaints);
    const paramsModel = this.#readPayload(part(params, "params"), "params", `${stem}Params`);
    const authModel = this.#readPayload(part(auth, "auth"), "auth", `${stem}Auth`);
    return {
      name,
      ...(this.#exported.exportName === "default" ? { exportedAs: "default" } : {}),
      place: declaration.place,
      ...docsOfSpot(declaration),
      path: typeof path === "string" ? path : "",
      ...(paramsModel === undefined ? {} : { params: paramsModel }),
      ...(authModel === undefined ? {} : { auth: authModel }),
      ...(rolesModel === undefined ? {} : { roles: rolesModel }),
      errors: this.#readErrors(part(errors, "errors"), stem),
      rooms: readEntries(part(rooms, "rooms"), "rooms", this.#reading.complaints).flatMap((room) =>
        this.#readRoom(room),
      ),
      clientToServer: this.#readMembers(part(clientToServer, "clientToServer"), "clientToServer"),
      serverToClient: this.#readMembers(part(serverToClient, "serverToClient"), "serverToClient"),
    };
  }

  #readMembers(part: Part, direction: Direction): MemberModel[] {
    return readEntries(part, direction, this.#reading.complaints).flatMap((member) =>
      this.#readMember(member, direction),
    );
  }

  #readMember(part: NamedPart, direction: Direction): MemberModel[] {
    const { name, value, spot, owner, path } = part;
    const common = { name, place: spot.place, ...docsOfSpot(spot) };
    const stem = pascalCase(name);
    const argument = spot.argument(0);
    const { complaints } = this.#reading;
    const {
      $wirepact: kind,
      input,
      args,
      output,
      errors,
      payload,
      options,
      timeoutMs,
      idempotent,
      reply,
      limits,
    } = recordOf(value);
    if (kind === "event" && args !== undefined) {
      const content = { value: args, spot: argument.property("args"), owner, path: `${path}["args"]` };
      const model = this.#readArguments(content, `${stem}Args`);
      const required = this.#readRequires(value, argument, owner);
      const { limits: ofEvent } = recordOf(options);
      const own = this.#readLimits(ofEvent, argument.property("limits"), {
        owner,
        direction,
        hasPayload: true,
      });
      const payload = model && { payload: model, takesArguments: true as const };
      return [{ kind, ...common, ...payload, ...required, ...own }];
    }
    if (kind === "event") {
      const content = { value: payload, spot: argument, owner, path: `${path}["payload"]` };
      const model = this.#readPayload(content, "payload", `${stem}Payload`);
      const isReplayed = recordOf(options).replay !== undefined;
      const place = { spot: spot.argument(1), owner, direction };
      const { problems } = complaints;
      const replay = isReplayed ? readReplay(recordOf(options), place, problems) : undefined;
      const delivery = isReplayed ? undefined : readDelivery(options, place, problems);
      return [
        {
          kind,
          ...common,
          ...(model === undefined ? {} : { payload: model }),
          ...(delivery === undefined ? {} : { delivery }),
          ...(replay === undefined ? {} : { replay }),
          ...this.#readRequires(value, spot.argument(1), owner),
          ...this.#readLimits(recordOf(options).limits, spot.argument(1).property("limits"), {
            owner,
            direction,
            hasPayload: model !== undefined,
          }),
        },
      ];
    }
    if (kind === "stream") return this.#readStream(part);
    if (kind !== "call") {
      complaints.wrongMember(spot.place, owner, value);
      return [];
    }
    complaints.unknownOptions(value, argument, { owner, of: "call" });
    const option = (content: unknown, key: string) => optionOf(part, content, key);
    const argsModel =
      args === undefined ? undefined : this.#readArguments(option(args, "args"), `${stem}Args`);
    if (args !== undefined && input !== undefined) complaints.twoInputs(argument.place, owner);
    const inputModel = argsModel ?? this.#readPayload(option(input, "input"), "input", `${stem}Input`);
    const outputModel = this.#readPayload(option(output, "output"), "output", `${stem}Output`);
    const deadline = complaints.timeout(timeoutMs, argument.property("timeoutMs").place, owner);
    const replyForm = complaints.reply({ reply, errors }, argument.property("reply").place, owner);
    const { place } = argument.property("idempotent");
    const isPlain = argsModel !== undefined || replyForm !== undefined;
    const isIdempotent = complaints.idempotence(idempotent, place, owner, { direction, isPlain });
    return [
      {
        kind,
        ...common,
        ...(inputModel === undefined ? {} : { input: inputModel }),
        ...(argsModel === undefined ? {} : { takesArguments: true }),
        ...(outputModel === undefined ? {} : { output: outputModel }),
        errors: this.#readErrors(option(errors, "errors"), stem),
        ...(deadline === undefined ? {} : { timeoutMs: deadline }),
        ...(replyForm === undefined ? {} : { reply: replyForm }),
        ...(isIdempotent ? { isIdempotent } : {}),
        ...this.#readRequires(value, argument, owner),
        ...this.#readLimits(limits, argument.property("limits"), {
          owner,
          direction,
          hasPayload: inputModel !== undefined,
        }),
      },
    ];
  }

  #readStream(part: NamedPart): MemberModel[] {
    const { name, value, spot, owner, path } = part;
    const { complaints } = this.#reading;
    const argument = spot.argument(0);
    if (path.startsWith(`$${index("serverToClient")}`)) {
      complaints.serverStream(spot.place, owner);
      return [];
    }
    complaints.unknownOptions(value, argument, { owner, of: "stream" });
    const declaration = recordOf(value);
    complaints.streamItems(declaration, argument, owner);
    const stem = pascalCase(name);
    const read = (property: string, option = property): PayloadModel | undefined => {
      const content = { ...optionOf(part, declaration[property], option), path: `${path}${index(property)}` };
      const model = this.#readPayload(content, option, `${stem}${pascalCase(option)}`);
      const isEmpty = model === undefined && property.endsWith("Item") && isZodSchema(content.value);
      if (isEmpty) complaints.emptyItem(content.spot.place, owner, option);
      return model;
    };
    const isUpload = declaration.direction === "upload";
    const payloads = {
      input: read("input"),
      serverItem: isUpload ? undefined : read("serverItem", "item"),
      clientItem: read("clientItem", isUpload ? "item" : "clientItem"),
      result: read("result"),
    };
    const errors = this.#readErrors(optionOf(part, declaration.errors, "errors"), stem);
    const place = argument.property("timeoutMs").place;
    const timeoutMs = complaints.timeout(declaration.timeoutMs, place, owner);
    return [
      {
        kind: "stream",
        name,
        place: spot.place,
        ...docsOfSpot(spot),
        ...withoutAbsent(payloads),
        errors,
        ...(timeoutMs === undefined ? {} : { timeoutMs }),
        ...this.#readRequires(value, argument, owner),
        ...this.#readLimits(declaration.limits, argument.property("limits"), {
          owner,
          direction: "clientToServer",
          hasPayload: payloads.input !== undefined || payloads.clientItem !== undefined,
        }),
      },
    ];
  }

  /** What is to be spread into the model of something that may require roles. */
  #readRequires(value: unknown, options: DeclarationSpot, owner: string): { readonly requires?: RolesModel } {
    const spot = { spot: options.property("requires"), owner, what: "requires" } as const;
    const requires = readRoles(recordOf(value).requires, spot, this.#reading.complaints);
    return requires === undefined ? {} : { requires };
  }

  /** What is to be spread into a member's model. */
  #readLimits(
    value: unknown,
    spot: DeclarationSpot,
    place: Omit<LimitsPlace, "spot">,
  ): { readonly limits?: LimitsModel } {
    const limits = readLimits(value, { spot, ...place }, this.#reading.complaints.problems);
    return limits === undefined ? {} : { limits };
  }

  /** The arguments of a member that has several: a tuple, or nothing after a complaint. */
  #readArguments(part: Part, name: string): PayloadModel | undefined {
    const { value, spot, owner } = part;
    const model = this.#readPayload(part, "args", name);
    if (!isZodSchema(value) || isTuple(value)) return model;
    this.#reading.complaints.noTuple(spot.place, owner);
    return undefined;
  }

  #readErrors(part: Part, stem: string): ErrorModel[] {
    return readEntries(part, "errors", this.#reading.complaints).map(({ name, spot, ...error }) => {
      const data = this.#readPayload({ ...error, spot }, `errors.${name}`, stem + pascalCase(name));
      return { name, place: spot.place, ...docsOfSpot(spot), ...(data === undefined ? {} : { data }) };
    });
  }

  #readRoom({ name, value, spot, owner, path }: NamedPart): RoomModel[] {
    const { complaints } = this.#reading;
    const { $wirepact: kind, key, join, errors, presence } = recordOf(value);
    if (kind !== "room") {
      complaints.wrongRoom(spot.place, owner, value);
      return [];
    }
    const content = { value: key, spot: spot.argument(0), owner, path: `${path}["key"]` };
    if (key === undefined) {
      complaints.missingKey(spot.place, owner);
    }
    const stem = pascalCase(name);
    const model = this.#readPayload(content, "key", `${stem}Key`);
    const options = spot.argument(1);
    complaints.unknownOptions(value, options, { owner, of: "room" });
    const errorModels = this.#readErrors(
      { value: errors, spot: options.property("errors"), owner, path: `${path}["errors"]` },
      stem,
    );
    const joinedBy = complaints.join(join, errorModels.length > 0, { options, owner });
    const presenceModel = this.#readPayload(
      { value: presence, spot: options.property("presence"), owner, path: `${path}["presence"]` },
      "presence",
      `${stem}Presence`,
    );
    if (model === undefined) {
      return [];
    }
    return [
      {
        name,
        place: spot.place,
        ...docsOfSpot(spot),
        key: model,
        ...(joinedBy === undefined ? {} : { join: joinedBy, errors: errorModels }),
        ...(presenceModel === undefined ? {} : { presence: presenceModel }),
        ...this.#readRequires(value, options, owner),
      },
    ];
  }

  /** A payload's schema; undefined where there is none: `z.void()` says so as well. */
  #readPayload({ value, spot, owner, path }: Part, option: string, name: string): PayloadModel | undefined {
    if (value === undefined) {
      return undefined;
    }
    if (!isZodSchema(value)) {
      this.#reading.complaints.noSchema(spot.place, owner, option, value);
      return undefined;
    }
    if (isAbsence(value)) {
      return undefined;
    }
    const root = { file: this.#exported.file, exportName: this.#exported.exportName };
    const schema = readSchema(value, { source: spot.schema, name, root, path }, this.#reading);
    return { schema, place: spot.schema.place };
  }
}

/** The payloads that are there. */
function withoutAbsent(
  payloads: Readonly<Record<string, PayloadModel | undefined>>,
): Readonly<Record<string, PayloadModel>> {
  return Object.fromEntries(
    Object.entries(payloads).flatMap(([name, payload]) => (payload === undefined ? [] : [[name, payload]])),
  );
}
