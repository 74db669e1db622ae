// Made by wirepact from contract/gallery.ts. Do not edit: change the contract, then run `npx wirepact generate`.
// wirepact:50dbd861157ec3bc

/** @see [contract/gallery.ts:4](../contract/gallery.ts#L4) */
export interface Photo {
  title: string;
  image: File;
}
