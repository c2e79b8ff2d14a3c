// The person who typed or pressed: every answer is obtained with this person's rights and no one else's. And the one
// identity that is no person, which operators may configure.

type EntraIdentity = Readonly<{ objectId: string; tenantId: string; displayName: string }>;

/**
 * Verified Entra identity of a person. `displayName` is for showing only and decides nothing. The last field is never there:
 * it keeps the compiler from taking a `ReaderIdentity` for a person.
 */
export type Requester = EntraIdentity & Readonly<{ isReader?: never }>;

/** The bot's own read-only identity. It reads Azure for a channel's new incident, asks for nothing and agrees to nothing. */
export type ReaderIdentity = EntraIdentity & Readonly<{ isReader: true }>;

/** Who somebody is: an object id alone may be another person's in another tenant. */
export type PersonId = Pick<Requester, "objectId" | "tenantId" | "isReader">;

/** By which all that is kept of somebody is found. */
export const personKey = ({ tenantId, objectId }: Omit<EntraIdentity, "displayName">): string =>
  `${tenantId}/${objectId}`;

/** Of an object id alone, of this tenant. */
export function personOfKey(key: string, ofTenant: string): PersonId {
  const [objectId = "", tenantId = ofTenant] = key.split("/").toReversed();
  return { objectId, tenantId };
}

/** Which of the policy's groups the requester is in. Unknown membership never counts as "in no group". */
export type Membership =
  | Readonly<{ status: "known"; groupIds: readonly string[]; source: "token" | "graph" }>
  | Readonly<{ status: "unknown"; reason: MembershipUnknown }>;

/** Why Microsoft Graph did not say it. */
export type MembershipUnknown =
  /** The bot was never granted GroupMember.Read.All. */
  | Readonly<{ is: "graphForbids" }>
  | Readonly<{ is: "graphThrottles" }>
  | Readonly<{ is: "graphFailed"; status: number }>
  | Readonly<{ is: "graphSilent" }>
  | Readonly<{ is: "noToken"; failure: SignInFailure }>;

/** The APIs a requester's sign-in is exchanged for, one token each. */
export type Resource = "arm" | "kubernetes" | "graph";

export type SignInCode =
  | "signInNeeded"
  | "consentMissing"
  | "conditionalAccess"
  | "expired"
  | "otherTenant"
  | "otherAccount"
  | "cancelled"
  | "unavailable";

/** Which of the reasons behind a code it is. */
export type SignInReason =
  | "consentMissing"
  /** Entra says so; `otherTenant`: the sign-in itself does. */
  | "otherDirectory"
  | "otherTenant"
  | "otherAccount"
  /** Entra says so; `ranOut`: its time is over. */
  | "expired"
  | "ranOut"
  | "armRejects"
  | "botRefused"
  | "wrongAudience"
  | "conditionalAccess"
  | "signInNeeded"
  | "notSignedIn"
  | "cancelled"
  | "entraSilent"
  | "serviceSilent"
  /** On the command line: whoever has signed in on this machine. */
  | "machineNobody"
  | "machineUnclear"
  | "machineRefused";

/**
 * Why no token could be had. `detail` is Entra's own error code. `claims`: of a challenge, what a new sign-in has to show, as
 * Entra's JSON text; it is not kept with an answer. `answerAt`: the page where the person can show it.
 */
export type SignInFailure = Readonly<{
  code: SignInCode;
  why: SignInReason;
  resource?: Resource;
  detail?: string;
  claims?: string;
  answerAt?: string;
}>;
