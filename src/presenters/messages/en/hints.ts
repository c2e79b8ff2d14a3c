// What an error text means where Azure's side is fine. Inside a sentence, and without a stop.
import type { Hint } from "../../../core/diagnosis/hint.ts";

export const hints: Readonly<Record<Hint, string>> = {
  olderCertificate:
    "your kubeconfig trusts an older certificate of the cluster, or something on the way opens TLS: run az aks get-credentials --overwrite-existing",
  expiredCertificate:
    "a certificate has expired, or your clock is wrong: fetch the kubeconfig again; if that does not help, the cluster's certificates have to be rotated",
  kubernetesRefuses:
    "the network is fine, and Kubernetes refuses what you ask: name a namespace with -n, or ask for a wider role",
  noLocalAccounts: "local accounts are disabled on the cluster: leave out --admin and sign in with Entra",
  nodeUnreached:
    "the cluster itself does not reach a node on port 10250, which is no way of yours: look at the node that the text names, at what filters between nodes, and at the konnectivity agents in kube-system",
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
  policyDenies:
    "the network is fine and nobody's sign-in is refused: a policy inside the cluster, of Azure Policy or of its owner, turns down what was sent; change what the text names, or have the policy's owner exempt it",
  workloadRefused:
    "it is not you who is refused, but the service account that the text names, with which a pod or a pipeline works: bind it to a role in that namespace that allows what the text says",
  componentRefused:
    "it is not you who is refused, but a part of the cluster itself, a node or a controller: look at that part, and not at your own rights",
  quotaReached:
    "the network is fine, and a quota of the namespace is used up: ask for less, delete what is not needed, or have its owner raise the quota that the text names",
  podSecurity:
    "the network is fine, and the namespace's Pod Security level does not allow such a pod: change what the text lists, or have the namespace's owner lower the level",
  ruleDenies:
    'the network is fine, and a rule of the cluster, no right of yours, turns down what was sent: the text says which behind "is forbidden"',
  kubeconfigMissing:
    "kubectl found no kubeconfig with a current context where it ran, so it asked its own machine: run az aks get-credentials, then kubectl config use-context",
  serverBusy:
    "the API server answers, and turns requests away since there are too many: where it ran out of memory, AKS also holds back everybody but the system; look in monitoring or in the audit log for who lists or watches most",
  storeFull:
    "the cluster's store, etcd, is full and takes no more writes: delete what there is too much of, as old Jobs, Secrets of Helm releases or custom resources, and open a ticket with Microsoft where that is not enough",
  webhookUnreached:
    "the API server answers, and a webhook inside the cluster that it must ask does not: look at the pods behind the webhook that the text names, at network policies, and at the konnectivity agents in kube-system",
  tlsTooOld:
    "the two sides share no version of TLS: the client is too old or is told to use TLS 1.0 or 1.1, or something on the way opens TLS; update the client first",
  cloudShellSignIn: "that is Cloud Shell's own sign-in: run az login in it first",
};
