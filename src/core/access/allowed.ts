// Whether an address, or a range of them, is let in: what "is 20.50.9.0/24 allowed on prod-1" asks.

/** What the answer stands on. */
type AllowedFact = Readonly<
  | { is: "openToAll" }
  /** Those that hold it, or all of it between them. */
  | { is: "inRanges"; ranges: readonly string[] }
  | { is: "inNone" }
  /** The parts of it that are let in. `mayBeMore`: a service tag may hold others. */
  | { is: "inPart"; parts: readonly string[]; mayBeMore: boolean }
  | { is: "perhapsInTag" }
  /** It is the cluster's, which AKS lets in, or may be. */
  | { is: "ownOutbound" | "perhapsOwnOutbound" }
  /** It is in none, and holds these of the cluster. */
  | { is: "onlyOwnOutbound"; ips: readonly string[] }
  /** The API server sees the public address of whoever comes from there. */
  | { is: "privateSpace" }
  /** A private API server: nothing near it holds the address. */
  | { is: "nowhereNear"; mayBeLearned: boolean }
  /** In the range of a network, and in no subnet of it. */
  | { is: "inNoSubnet"; network: string }
  /** The way to one was walked. */
  | { is: "wayThrough" | "wayStopped" | "wayOpen" }
  /** A private API server, to which only an address is walked. */
  | { is: "rangeNotWalked" }
  | { is: "unread" }
>;

/** `of`: the address, or the range without host bits. */
export type Allowed = Readonly<{ of: string; is: "yes" | "partly" | "no" | "unknown"; fact: AllowedFact }>;
