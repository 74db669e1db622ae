/** What every JavaScript runtime has of a `Blob`; this folder knows the types of none. */
export interface BlobLike {
  readonly size: number;
  readonly type: string;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** The same of a `File`. */
export interface FileLike extends BlobLike {
  readonly name: string;
  readonly lastModified: number;
}

/** What travels in the place of a Blob or a File; docs/wire.md is the reference. */
export interface BlobForm {
  /** Replaced by memory before it leaves, if it is {@link UnreadBytes}. */
  bytes: Uint8Array;
  readonly type: string;
  readonly name?: string;
  readonly lastModified?: number;
}
