// What a test from the requester's own place shows of this cluster.

/** Whose the DNS server is, by its address: Azure's own, one of a network or at home, the machine's own, a public one. */
export type ServerKind = "azure" | "private" | "local" | "public" | "unsaid";

export type AskedServer = Readonly<{ server: string | null; kind: ServerKind }>;

export type ClientTestResult = Readonly<
  /** The API server itself has answered: nothing of the network is in the way. */
  | { is: "answers"; status: number }
  /** The name leads to the API server. */
  | { is: "nameRight"; address: string; asked: AskedServer }
  /** An address, of which nobody knows whether it is the API server's. */
  | { is: "nameAnswered"; address: string; asked: AskedServer }
  /** Another address than the API server's: an old one, or another record. */
  | { is: "nameOther"; address: string; wanted: string; asked: AskedServer }
  /** A public address for a private cluster. */
  | { is: "namePublic"; address: string; asked: AskedServer }
  | { is: "noName"; name: string; asked: AskedServer; isPrivate: boolean }
  /** The name is there, and no address is handed on. */
  | { is: "answerDropped"; name: string; asked: AskedServer }
  /** The server answers that it cannot say, or will not. */
  | { is: "serverFails"; name: string; asked: AskedServer }
  | { is: "noServer"; asked: AskedServer }
  /** `address` null: not said. `isPrivate`: the cluster's API server has a private address. */
  | { is: "opens"; address: string | null; port: number }
  | { is: "timedOut"; address: string | null; isPrivate: boolean }
  | { is: "refused"; address: string | null }
  | { is: "reset"; address: string | null }
  /** The certificate is not the cluster's: something opens TLS on the way. */
  | { is: "inspected"; issuer: string }
  | { is: "expired"; on: string }
  /** The connection opens, and the handshake is not answered. */
  | { is: "tlsSilent" }
  /** `proxy`: as the tool names it. `status`: what it answered instead. */
  | { is: "proxied"; proxy: string | null; status: number | null }
  /** It went to the API server's address inside the cluster, which pods alone have: the way is the cluster's own. */
  | { is: "insideOnly"; address: string }
  /** The test was about another API server. */
  | { is: "otherCluster"; asked: string; name: string }
  | { is: "otherTenant"; own: string; trusted: string }
>;

/** The requester does not get to the API server, or not to its own certificate. */
const cuts: ReadonlySet<ClientTestResult["is"]> = new Set([
  "nameOther",
  "namePublic",
  "noName",
  "answerDropped",
  "serverFails",
  "noServer",
  "timedOut",
  "refused",
  "reset",
  "inspected",
  "expired",
  "tlsSilent",
  "proxied",
]);

/** It cannot be reached from where the requester is, whatever Azure's side says. */
export const isCut = (shown: readonly ClientTestResult[]): boolean => shown.some(({ is }) => cuts.has(is));

/** What failed is a way of the cluster's own. */
export const isInsideOnly = (shown: readonly ClientTestResult[]): boolean =>
  shown.some(({ is }) => is === "insideOnly");

/** Of the cluster itself, so that nobody gets in. */
export const isForAll = (shown: readonly ClientTestResult[]): boolean =>
  shown.some(({ is }) => is === "expired");

/** Name, way and API server are proved from where the requester is. */
export const isReached = (shown: readonly ClientTestResult[]): boolean =>
  !isCut(shown) && shown.some(({ is }) => is === "answers");

/** The address of the requester is let in, whoever they are. */
export const isLetIn = (shown: readonly ClientTestResult[]): boolean =>
  !isCut(shown) && shown.some(({ is }) => is === "answers" || is === "opens");
