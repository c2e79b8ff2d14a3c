// What an error text suggests to look at first. It only orders causes that are proven anyway.
import { isPrivateAddress } from "../network/cidr.ts";

const privateTimeout = [
  "dns.a-record-match",
  "peering.both-sides",
  "peering.state",
  "peering.vnet-access",
  "peering.sync",
  "peering.forwarded-traffic",
  "route.api-path",
  "nsg.client-443",
];

const suspectsByText: readonly (readonly [text: RegExp, suspects: readonly string[]])[] = [
  [
    /no such host|NXDOMAIN|server can't find|could not resolve/i,
    [
      "dns.link-client",
      "dns.link-resolver",
      "dns.custom-servers",
      "dns.a-record-present",
      "dns.zone-name",
      "cluster.power-state",
    ],
  ],
  [/connection refused/i, ["dns.a-record-match", "peering.address-overlap"]],
  [/you must be logged in to the server|\bUnauthorized\b/i, ["entra.tenant"]],
  [/unable to reach the api server|api server is too busy/i, ["api.authorized-ip-client"]],
  [/listClusterUserCredential/i, ["access.kubeconfig"]],
  [/runCommand|commandResults/i, ["invoke.permission"]],
  [/RunCommand is disabled|run command.*disabled/i, ["invoke.enabled"]],
  [
    /KubernetesPerformanceError|KubernetesOperationError|did not start within/i,
    ["invoke.schedulable-node", "pool.system-ready"],
  ],
  [
    /target machine is taking too long/i,
    ["jump.power", "jit.active-request", "nsg.jump-inbound", "bastion.nsg-rules"],
  ],
  [/bastion (ssh|tunnel)|native client|EnableTunneling/i, ["bastion.sku-features"]],
  [/OperationNotAllowed|another operation .* in progress/i, ["cluster.operation-in-progress"]],
];

/** What an error text means where Azure's side is fine: the fault is the asker's own, or the cluster's own. */
const hints: readonly (readonly [text: RegExp, hint: string])[] = [
  [
    /x509.*unknown authority/i,
    "your kubeconfig trusts an older certificate of the cluster, or something on the way opens TLS: run az aks get-credentials --overwrite-existing",
  ],
  [
    /x509.*(expired|not yet valid)/i,
    "a certificate has expired, or your clock is wrong: fetch the kubeconfig again; if that does not help, the cluster's certificates have to be rotated",
  ],
  [
    /Error from server \(Forbidden\)|cannot (get|list|watch|create|update|patch|delete) resource/i,
    "the network is fine, and Kubernetes refuses what you ask: name a namespace with -n, or ask for a wider role",
  ],
  [
    /static credential/i,
    "local accounts are disabled on the cluster: leave out --admin and sign in with Entra",
  ],
  [
    /error dialing backend/i,
    "the API server answers, and cannot reach a node on port 10250: look at the node that it names, and at the konnectivity agents in kube-system",
  ],
  [/Failed to connect to MSI/i, "that is Cloud Shell's own sign-in: run az login in it first"],
];

/** One sentence without a stop, beginning small; undefined when the text says nothing that is known. */
export const hintFor = (symptom: string | undefined): string | undefined =>
  symptom === undefined ? undefined : hints.find(([text]) => text.test(symptom))?.[1];

/** A timeout says which side filters only when it names the address. */
function timeoutSuspects(symptom: string): readonly string[] {
  if (!/i\/o timeout|timed out|context deadline exceeded/i.test(symptom)) return [];
  const address = /dial tcp \[?([0-9.]+)/.exec(symptom)?.[1];
  if (address === undefined) return ["api.authorized-ip-client", ...privateTimeout];
  return isPrivateAddress(address) ? privateTimeout : ["api.authorized-ip-client"];
}

/** Ids of checks, none when the text says nothing that is known. */
export const suspectsFor = (symptom: string | undefined): ReadonlySet<string> =>
  new Set(
    symptom === undefined
      ? []
      : [
          ...timeoutSuspects(symptom),
          ...suspectsByText.filter(([text]) => text.test(symptom)).flatMap(([, suspects]) => suspects),
        ],
  );
