// What an error text suggests to look at first. It only orders causes that are proven anyway.
import { isPrivateAddress } from "./cidr.ts";

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
  [/target machine is taking too long/i, ["jump.power", "nsg.jump-inbound", "bastion.nsg-rules"]],
  [/OperationNotAllowed|another operation .* in progress/i, ["cluster.operation-in-progress"]],
];

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
