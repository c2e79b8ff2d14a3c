// What a status alone does not say.
import { type RefusalRow, row } from "./refusal-row.ts";

const policyIds = JSON.stringify([{ policyAssignment: { name: "deny-run", id: "/x" } }]);
export const meaningRows: readonly RefusalRow[] = [
  row(
    "a policy",
    403,
    {
      error: {
        code: "RequestDisallowedByPolicy",
        message: `Resource 'prod-1' was disallowed by policy. Policy identifiers: '${policyIds}'.`,
        additionalInfo: [
          { type: "PolicyViolation", info: { policyAssignmentDisplayName: "No run command" } },
        ],
      },
    },
    `RequestDisallowedByPolicy policyDenied: Resource 'prod-1' was disallowed by policy. The policy is "No run command".`,
  ),
  row(
    "a policy in the cluster",
    400,
    {
      code: "RunCommandBlockedByAzurePolicy",
      details: null,
      message: "Run command is blocked.",
      subcode: "PodCreateBlockedByAzurePolicy",
    },
    "RunCommandBlockedByAzurePolicy policyDenied: Run command is blocked.",
  ),
  row(
    "a deny assignment",
    403,
    { error: { code: "DenyAssignmentAuthorizationFailed", message: "A deny assignment." } },
    "DenyAssignmentAuthorizationFailed denyAssigned: A deny assignment.",
  ),
  row(
    "a 403 that nobody knows yet",
    403,
    { error: { code: "RequestDisallowedByMoonPhase", message: "Wait for the moon." } },
    "RequestDisallowedByMoonPhase forbidden: Wait for the moon.",
  ),
  row(
    "a lock",
    409,
    { error: { code: "ScopeLocked", message: "The scope is locked." } },
    "ScopeLocked locked: The scope is locked.",
  ),
  row(
    "a subscription that is off",
    403,
    { error: { code: "ReadOnlyDisabledSubscription", message: "Disabled." } },
    "ReadOnlyDisabledSubscription subscriptionOff: Disabled.",
  ),
  row(
    "a provider that is not registered",
    409,
    { error: { code: "MissingSubscriptionRegistration", message: "Not registered." } },
    "MissingSubscriptionRegistration notRegistered: Not registered.",
  ),
  row(
    "another operation",
    409,
    { code: "OperationNotAllowed", message: "Upgrading is in progress." },
    "OperationNotAllowed busy: Upgrading is in progress.",
  ),
  row(
    "a precondition",
    412,
    { code: "PreconditionFailed", message: "Etag mismatch." },
    "PreconditionFailed changed: Etag mismatch.",
  ),
  row(
    "another 412",
    412,
    { error: { code: "StorageNotProvisioned", message: "Roll out first." } },
    "StorageNotProvisioned refused: Roll out first.",
  ),
  row(
    "a pod that did not start",
    400,
    { code: "KubernetesPerformanceError", message: "It did not start within 30s." },
    "KubernetesPerformanceError podNotStarted: It did not start within 30s.",
  ),
  row(
    "a token that is out of time",
    401,
    { error: { code: "ExpiredAuthenticationToken", message: "It has expired." } },
    "ExpiredAuthenticationToken signIn: It has expired.",
  ),
  row(
    "another tenant",
    401,
    { error: { code: "InvalidAuthenticationTokenTenant", message: "Wrong issuer." } },
    "InvalidAuthenticationTokenTenant otherTenant: Wrong issuer.",
  ),
  row(
    "a gateway that waited",
    504,
    { error: { code: "GatewayTimeout", message: "No response." } },
    "GatewayTimeout timedOut: No response.",
  ),
];
