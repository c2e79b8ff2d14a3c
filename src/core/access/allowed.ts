// Whether an address, or a range of them, is let in: what "is 20.50.9.0/24 allowed on prod-1" asks.

/** What the answer stands on. */
export type AllowedFact = Readonly<
  | { is: "openToAll" }
  /** Those that hold it, or all of it between them. */
  | { is: "inRanges"; ranges: readonly string[] }
  | { is: "inNone" }
  /** The parts of it that are let in. */
  | { is: "inPart"; parts: readonly string[] }
  | { is: "perhapsInTag" }
  /** The API server sees the public address of whoever comes from there. */
  | { is: "privateSpace" }
  /** A private API server: nothing near it holds the address. */
  | { is: "nowhereNear"; mayBeLearned: boolean }
  /** The way to one was walked. */
  | { is: "wayThrough" | "wayStopped" | "wayOpen" }
  /** A private API server, to which only an address is walked. */
  | { is: "rangeNotWalked" }
  | { is: "unread" }
>;

/** `of`: the address, or the range without host bits. */
export type Allowed = Readonly<{ of: string; is: "yes" | "partly" | "no" | "unknown"; fact: AllowedFact }>;
