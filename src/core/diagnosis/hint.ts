// What an error text means where Azure's side is fine: what the asker can do, or whose matter it is.
import type { Refusal } from "../client/refusal.ts";
import { kubeletPort } from "./symptom-table.ts";

export type Hint =
  | "olderCertificate"
  | "expiredCertificate"
  | "kubernetesRefuses"
  | "workloadRefused"
  | "componentRefused"
  | "policyDenies"
  | "quotaReached"
  | "podSecurity"
  | "ruleDenies"
  | "kubeconfigMissing"
  | "serverBusy"
  | "storeFull"
  | "webhookUnreached"
  | "tlsTooOld"
  | "noLocalAccounts"
  | "nodeUnreached"
  | "proxyBetween"
  | "tlsUnanswered"
  | "kubeloginMissing"
  | "kubeloginFails"
  | "signInAgain"
  | "secretExpired"
  | "conditionalAccess"
  | "tenantOfAnother"
  | "tokenRefused"
  | "identityLacksRole"
  | "subnetFull"
  | "cloudShellSignIn";

/** What each refusal means to whoever pastes it. */
export const hintOfRefusal: Readonly<Record<Refusal, Hint>> = {
  asker: "kubernetesRefuses",
  workload: "workloadRefused",
  component: "componentRefused",
  unknownCaller: "tokenRefused",
  commandPod: "policyDenies",
  policy: "policyDenies",
  quota: "quotaReached",
  podSecurity: "podSecurity",
  otherRule: "ruleDenies",
};

/** What kubectl asks where it has no kubeconfig; any other port of the asker's own machine is a tunnel's, or a forward's. */
export const noKubeconfig =
  /connection to the server (?:localhost|127\.0\.0\.1|\[::1\]):8080 was refused|http:\/\/(?:localhost|127\.0\.0\.1|\[::1\]):8080\/(?:apis?|version|openapi)\b|Unable to connect to the server: dial tcp (?:127\.0\.0\.1|\[::1\]):8080|current-context (?:must exist|is not set)|context "?[^"\s]{1,253}"? does not exist|no configuration has been provided|\.kube[\\/]config: no such file/i;

/** What an error text means where Azure's side is fine: the fault is the asker's own, or the cluster's own. */
export const hints: readonly (readonly [text: RegExp, hint: Hint])[] = [
  [/x509.*unknown authority/i, "olderCertificate"],
  [/x509.*(expired|not yet valid)/i, "expiredCertificate"],
  [noKubeconfig, "kubeconfigMissing"],
  [/database space exceeded/i, "storeFull"],
  [/failed calling webhook/i, "webhookUnreached"],
  [
    /server has received too many requests|currently unable to handle the request(?! \([a-z]{1,20} [^)]{0,200}\.k8s\.io\))/i,
    "serverBusy",
  ],
  [/offered only unsupported versions|tls: protocol version not supported/i, "tlsTooOld"],
  [/static credential/i, "noLocalAccounts"],
  [new RegExp(`error dialing backend|No agent available|${kubeletPort}`, "i"), "nodeUnreached"],
  [/proxyconnect|first record does not look like a TLS handshake/i, "proxyBetween"],
  [/TLS handshake timeout/i, "tlsUnanswered"],
  [/kubelogin.{0,40}(?:not found|executable file)|exec: executable kubelogin not/i, "kubeloginMissing"],
  [/AADSTS7000222/i, "secretExpired"],
  [/AADSTS(?:53003|53000|53001|50076|50079|50158|50131|530003)\b/i, "conditionalAccess"],
  [/AADSTS(?:50020|90072|90002|50034|500011|700016|50105)\b/i, "tenantOfAnother"],
  [/AADSTS(?:700082|50173|70043|50078|700084|65001)\b|Please run 'az login'|az login --/i, "signInAgain"],
  [/Failed to connect to MSI/i, "cloudShellSignIn"],
  [/executable kubelogin failed|failed to get token/i, "kubeloginFails"],
  [/LinkedAuthorizationFailed|MissingPermissionError/i, "identityLacksRole"],
  [/SubnetIsFull|InsufficientSubnetSize/i, "subnetFull"],
  [/you must be logged in to the server|asked for the client to provide credentials/i, "tokenRefused"],
];
