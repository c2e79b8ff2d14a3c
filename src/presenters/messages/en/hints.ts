// What an error text means where Azure's side is fine. Inside a sentence, and without a stop.
import type { Hint } from "../../../core/diagnosis/symptom-table.ts";

export const hints: Readonly<Record<Hint, string>> = {
  olderCertificate:
    "your kubeconfig trusts an older certificate of the cluster, or something on the way opens TLS: run az aks get-credentials --overwrite-existing",
  expiredCertificate:
    "a certificate has expired, or your clock is wrong: fetch the kubeconfig again; if that does not help, the cluster's certificates have to be rotated",
  kubernetesRefuses:
    "the network is fine, and Kubernetes refuses what you ask: name a namespace with -n, or ask for a wider role",
  noLocalAccounts: "local accounts are disabled on the cluster: leave out --admin and sign in with Entra",
  nodeUnreached:
    "the API server answers, and cannot reach a node on port 10250: look at the node that it names, and at the konnectivity agents in kube-system",
  proxyBetween:
    "a proxy stands between you and the API server: set NO_PROXY for its name and address, or unset HTTPS_PROXY",
  tlsUnanswered:
    "something takes the connection and answers nothing: a firewall that looks into TLS, or Azure itself; ask a colleague on another network, and see Azure's status page",
  kubeloginMissing:
    "kubelogin is missing: install it with az aks install-cli, then run kubelogin convert-kubeconfig -l azurecli",
  kubeloginFails:
    "kubelogin gets no token: run az login, then kubelogin convert-kubeconfig -l azurecli, and try again",
  signInAgain:
    "your sign-in is over: run az login, with --tenant and the cluster's tenant, and delete what kubelogin remembers with kubelogin remove-tokens",
  tenantOfAnother:
    "you are signed in to another tenant than the cluster's, or are no member of it: run az login --tenant with the cluster's, and fetch the kubeconfig again",
  tokenRefused:
    "the network is fine, and the API server takes none of your tokens: sign in with az login to the cluster's tenant, fetch the kubeconfig again, and run kubelogin convert-kubeconfig -l azurecli",
  secretExpired:
    "a client secret has expired: where it is the cluster's own, run az aks update-credentials --reset-service-principal",
  conditionalAccess:
    "Conditional Access asks for more than your sign-in had: sign in again with az login --tenant, from a device that it accepts",
  identityLacksRole: "the cluster's identity lacks a role on what it names: its owner has to give it back",
  subnetFull: "a subnet has no address left for more nodes: take fewer nodes, or a pool in another subnet",
  azurePolicy: "Azure Policy refuses it inside the cluster: its owner has to exempt it",
  cloudShellSignIn: "that is Cloud Shell's own sign-in: run az login in it first",
};
