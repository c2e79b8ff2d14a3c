// Why ARM did not do what was asked: one table of status and code, for what is read and for what is sent alike.

import type { ArmFailure, UnavailableReason } from "../snapshot/section.ts";

export type RefusalKind =
  | "signIn"
  | "otherTenant"
  | "rightMissing"
  | "policyDenied"
  | "denyAssigned"
  | "forbidden"
  | "locked"
  | "subscriptionOff"
  | "notRegistered"
  | "gone"
  | "busy"
  | "changed"
  | "podNotStarted"
  | "throttled"
  | "timedOut"
  | "badRequest"
  /** What was to be asked about is the id of no cluster. */
  | "noCluster"
  /** A command was accepted without an id to ask for its result. */
  | "noOperation"
  | "conflict"
  | "refused"
  | "azureFailed"
  | "noAnswer"
  | "notUnderstood";

/** `none`: no answer came, and the code is the connection's or one of ours. */
type Status = "any" | "none" | "4xx" | "5xx" | number;

type Row = readonly [status: Status, codes: string, kind: RefusalKind];

/** The first row that fits. Codes are compared in any case; `*` is every one, and none. */
const table: readonly Row[] = [
  [401, "InvalidAuthenticationTokenTenant", "otherTenant"],
  [
    "any",
    "RequestDisallowedByPolicy RunCommandBlockedByAzurePolicy PodCreateBlockedByAzurePolicy",
    "policyDenied",
  ],
  ["any", "DenyAssignmentAuthorizationFailed DenyAssignmentAuthorizationFailedSystem", "denyAssigned"],
  ["any", "ScopeLocked", "locked"],
  ["any", "NoOperationId", "noOperation"],
  ["any", "ReadOnlyDisabledSubscription DisabledSubscription SubscriptionDisabled", "subscriptionOff"],
  [
    "any",
    "MissingSubscriptionRegistration SubscriptionNotRegistered NoRegisteredProviderFound",
    "notRegistered",
  ],
  ["any", "KubernetesPerformanceError KubernetesOperationError", "podNotStarted"],
  [401, "*", "signIn"],
  [403, "AuthorizationFailed LinkedAuthorizationFailed LinkedAccessCheckFailed", "rightMissing"],
  [403, "Forbidden AccessDenied Unauthorized Http403", "rightMissing"],
  [403, "*", "forbidden"],
  [404, "*", "gone"],
  [410, "*", "gone"],
  [408, "*", "timedOut"],
  [504, "*", "timedOut"],
  [429, "*", "throttled"],
  [
    "4xx",
    "AnotherOperationInProgress OperationPreempted OperationInProgress RetryableError ReferencedResourceNotProvisioned",
    "busy",
  ],
  [409, "OperationNotAllowed EtagMismatch", "busy"],
  [412, "PreconditionFailed EtagMismatch ConditionNotMet Http412", "changed"],
  [409, "*", "conflict"],
  [400, "*", "badRequest"],
  ["4xx", "*", "refused"],
  ["5xx", "*", "azureFailed"],
  ["none", "TimedOut", "timedOut"],
  ["none", "UnexpectedAnswer PARSE_ERROR ForeignLink", "notUnderstood"],
  ["none", "InvalidClusterId", "noCluster"],
  ["none", "*", "noAnswer"],
];

const fitsStatus = (wanted: Status, status: number | null): boolean => {
  if (wanted === "any") return true;
  if (wanted === "none") return status === null;
  if (wanted === "4xx") return status !== null && status >= 400 && status < 500;
  if (wanted === "5xx") return status !== null && status >= 500;
  return wanted === status;
};

const isNamed = (codes: string, code: string): boolean =>
  codes.toLowerCase().split(" ").includes(code.toLowerCase());

type Answer = Pick<ArmFailure, "status" | "code"> & Partial<Pick<ArmFailure, "signIn" | "needs">>;

/** A 2xx that was no answer is not understood. */
export function kindOf({ status, code, signIn, needs }: Answer): RefusalKind {
  if (signIn !== undefined) return "signIn";
  if (needs !== undefined && status === 403) return "rightMissing";
  const row = table.find(
    ([wanted, codes]) => fitsStatus(wanted, status) && (codes === "*" || isNamed(codes, code)),
  );
  return row?.[2] ?? "notUnderstood";
}

/** Of several codes in one body the one that the table knows, wherever it stands; else the outermost. */
export const tellingCode = (codes: readonly string[], status: number): string =>
  codes.find((code) =>
    table.some(([wanted, named]) => fitsStatus(wanted, status) && named !== "*" && isNamed(named, code)),
  ) ??
  codes[0] ??
  `Http${status}`;

/** Azure Policy kept the cluster from taking the pod that AKS runs a command in. */
export const isPodBlocked = ({ code }: Pick<ArmFailure, "code">): boolean =>
  isNamed("RunCommandBlockedByAzurePolicy PodCreateBlockedByAzurePolicy", code);

const reasons: Partial<Readonly<Record<RefusalKind, UnavailableReason>>> = {
  signIn: "denied",
  rightMissing: "denied",
  policyDenied: "denied",
  denyAssigned: "denied",
  forbidden: "denied",
  otherTenant: "notVisible",
  gone: "notVisible",
  throttled: "throttled",
  timedOut: "timedOut",
};

export const reasonOf = (failure: ArmFailure): UnavailableReason => reasons[kindOf(failure)] ?? "failed";

const passingKinds: readonly RefusalKind[] = [
  "throttled",
  "timedOut",
  "azureFailed",
  "noAnswer",
  "notUnderstood",
];

/** It says nothing about what was asked: the next try may be answered. A 2xx that was cut off would be cut again. */
export const isTransientRefusal = (failure: ArmFailure): boolean =>
  passingKinds.includes(kindOf(failure)) && (failure.status === null || failure.status >= 400);
