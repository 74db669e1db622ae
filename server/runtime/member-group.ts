/**
 * Makes the class of a group such as `context.emit`: an object with one function for each name of the contract.
 *
 * A group is made for every target and every client, so its functions are made when they are first asked for; they are
 * bound, so that `const { posted } = context.emit` works.
 */
export function memberGroup<Owner>(
  names: readonly string[],
  make: (owner: Owner, name: string) => unknown,
): new (
  owner: Owner,
) => object {
  class Group {
    constructor(owner: Owner) {
      Object.defineProperty(this, ownerKey, { value: owner });
    }
  }
  for (const name of names) {
    Object.defineProperty(Group.prototype, name, {
      enumerable: true,
      get(this: { readonly [ownerKey]: Owner }) {
        const member = make(this[ownerKey], name);
        Object.defineProperty(this, name, { value: member, enumerable: true });
        return member;
      },
    });
  }
  return Group;
}

const ownerKey = Symbol("owner");
