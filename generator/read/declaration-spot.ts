import type { Docs, Place } from "../model/index.js";
import type { ContractSource, SourceExpression } from "./source/contract-source.js";
import { callOf, follow, nameText, propertiesOf, propertyOf } from "./source/follow.js";
import { readDocs, readDocsOfValue } from "./source/read-docs.js";
import { SchemaSource } from "./source/schema-source.js";

/** A part of a declaration, as the source has it; without an expression only the nearest place is known. */
export class DeclarationSpot {
  constructor(
    readonly source: ContractSource,
    readonly place: Place,
    readonly at: SourceExpression | undefined,
    readonly docs?: Docs,
  ) {}

  /** A property of the object literal that this part is. */
  property(name: string): DeclarationSpot {
    const found = this.at === undefined ? undefined : propertyOf(this.source, this.at, name);
    if (found === undefined) {
      return new DeclarationSpot(this.source, this.place, undefined);
    }
    const docs = readDocs(this.source, found.declaration) ?? readDocsOfValue(this.source, found.value);
    return new DeclarationSpot(this.source, this.source.placeOf(found.name), found.value, docs);
  }

  /** An argument of the call that this part is: `call(…)`, `event(…)`. */
  argument(index: number): DeclarationSpot {
    const argument = this.at === undefined ? undefined : callOf(this.source, this.at)?.arguments[index];
    return argument === undefined
      ? new DeclarationSpot(this.source, this.place, undefined)
      : new DeclarationSpot(this.source, this.source.placeOf(argument), argument);
  }

  /** This part as a schema. */
  get schema(): SchemaSource {
    return new SchemaSource(this.source, this.at, this.place);
  }

  /** Names that the object literal writes more than once, with the place of the second. */
  get repeated(): readonly { readonly name: string; readonly first: Place; readonly place: Place }[] {
    const properties = this.at === undefined ? [] : propertiesOf(this.source, follow(this.source, this.at));
    const first = new Map<string, Place>();
    return properties.flatMap((property) => {
      const name = nameText(this.source, property.name.node) ?? "";
      const place = this.source.placeOf(property.name);
      const before = first.get(name);
      first.set(name, before ?? place);
      return before === undefined ? [] : [{ name, first: before, place }];
    });
  }
}

/** An optional property of a model, from a spot's documentation. */
export function docsOfSpot(spot: DeclarationSpot): { readonly docs?: Docs } {
  return spot.docs === undefined ? {} : { docs: spot.docs };
}
