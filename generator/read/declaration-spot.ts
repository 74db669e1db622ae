import type { Docs, Place } from "../model/index.js";
import type { ContractSource, SourceExpression } from "./source/contract-source.js";
import { callOf, follow, nameText, propertiesOf, propertyOf } from "./source/follow.js";
import { readDocs, readDocsOfValue } from "./source/read-docs.js";
import { SchemaSource } from "./source/schema-source.js";

/** A name in an object literal. */
export interface DeclaredName {
  readonly name: string;
  readonly place: Place;
  /** Whether it is `__proto__: …`, which makes no property. */
  readonly setsPrototype: boolean;
}

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

  /** Names that the object literal itself writes, in order, repeated ones too. */
  get names(): readonly DeclaredName[] {
    const { ts } = this.source;
    const properties = this.at === undefined ? [] : propertiesOf(this.source, follow(this.source, this.at));
    return properties.map((property) => {
      const name = nameText(this.source, property.name.node) ?? "";
      return {
        name,
        place: this.source.placeOf(property.name),
        setsPrototype:
          name === "__proto__" &&
          ts.isPropertyAssignment(property.declaration.node) &&
          !ts.isComputedPropertyName(property.name.node),
      };
    });
  }
}

/** An optional property of a model, from a spot's documentation. */
export function docsOfSpot(spot: DeclarationSpot): { readonly docs?: Docs } {
  return spot.docs === undefined ? {} : { docs: spot.docs };
}
