// The person who typed or pressed: every answer is obtained with this person's rights and no one else's.

/** Verified Entra identity. `displayName` is for showing only and decides nothing. */
export type Requester = Readonly<{ objectId: string; tenantId: string; displayName: string }>;

/** Which of the policy's groups the requester is in. Unknown membership never counts as "in no group". */
export type Membership =
  | Readonly<{ status: "known"; groupIds: readonly string[]; source: "token" | "graph" }>
  | Readonly<{ status: "unknown"; reason: string }>;

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

/** Why no token could be had. `message` is one sentence for people; `detail` is Entra's own error code. */
export type SignInFailure = Readonly<{
  code: SignInCode;
  message: string;
  resource?: Resource;
  detail?: string;
}>;
