// api.authorized-ip-egress: nodes of a public cluster reach the API server from their own public addresses.

import { coverageOfParts } from "../../network/cidr.ts";
import { type EgressAddress, egressOf, isIsolated } from "../../network/egress.ts";
import { hopSections } from "../../network/next-hop.ts";
import type { Outcome } from "../../outcome/check.ts";
import { fail, notApplicable, notAssessed, pass, unread, warn } from "../../outcome/outcomes.ts";
import { strangeWord, thing } from "../../outcome/state-word.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import { defineCheck } from "../define-check.ts";
import { authorize, withoutRanges } from "./authorized-ranges.ts";

const how = { loadBalancer: "load balancer", natGateway: "NAT gateway", firewall: "firewall" } as const;

const describe = ({ ip, name, by }: EgressAddress): string => `${how[by]}  ${name}  ${ip}`;

const listed = (addresses: readonly EgressAddress[]): string =>
  addresses.map(({ ip, by }) => `${ip} (${how[by]})`).join(", ");

/** AKS lets the Standard load balancer's own addresses in by itself; `0.0.0.0/32` stands for them alone. */
const isAdmittedByAks = ({ by }: EgressAddress, { network, apiServerAccess }: ManagedCluster): boolean =>
  by === "loadBalancer" &&
  (/^standard$/i.test(network.loadBalancerSku ?? "") ||
    apiServerAccess.authorizedIpRanges.includes("0.0.0.0/32"));

function judge(cluster: ManagedCluster, addresses: readonly EgressAddress[]): Outcome {
  const ranges = cluster.apiServerAccess.authorizedIpRanges;
  const outside = addresses.filter((each) => !isAdmittedByAks(each, cluster));
  const missing = outside.filter(({ ip }) => coverageOfParts(ranges, ip) === "no");
  const open = outside.filter(({ ip }) => coverageOfParts(ranges, ip) === "undecidable");
  const evidence = [...addresses.map(describe), `ranges  ${ranges.join(", ")}`];
  const more = {
    resourceId: cluster.id,
    evidence,
    fix: authorize(
      cluster,
      missing.map(({ ip }) => ip),
      { is: "apiOpenedToEgress" },
    ),
  };
  if (missing.some(({ by }) => by !== "loadBalancer"))
    return fail(
      `Nodes leave by ${listed(missing)}, which is not in the authorized ranges, so they lose the API server.`,
      more,
    );
  if (open.length > 0)
    return notAssessed(
      `Nodes leave by ${listed(open)}; whether a service tag among the authorized ranges holds that is not known.`,
    );
  const { loadBalancerSku: sku = "basic" } = cluster.network;
  if (missing.length > 0 && !/^(basic|standard)$/i.test(sku))
    return strangeWord(thing("clusterBalancer"), "sku", sku);
  return missing.length > 0
    ? warn(`Nodes leave by ${listed(missing)}, which is not in the authorized ranges.`, more)
    : pass(`The nodes' own addresses may reach the API server: ${listed(addresses)}.`, evidence);
}

export const apiAuthorizedIpEgress = defineCheck({
  id: "api.authorized-ip-egress",
  severity: "critical",
  source: "https://learn.microsoft.com/azure/aks/api-server-authorized-ip-ranges",
  needs: ["managedCluster", "clusterNetwork"],
  looksAt: [...hopSections, "routeTables", "natGateways", "publicIpAddresses"],
  after: ["cluster.power-state", "api.mode", "egress.outbound-consistent"],
  skip: (cluster) =>
    cluster.apiServerAccess.enableVnetIntegration
      ? "Nodes reach the API server inside the network."
      : withoutRanges(cluster),
  evaluate: ({ managedCluster: cluster, ...sources }) => {
    if (isIsolated(cluster)) return notApplicable("Nodes have no public address to leave by.");
    const { addresses, unknown } = egressOf(cluster, sources);
    const [gap] = unknown;
    if (addresses.length === 0 && gap === undefined)
      return notAssessed("No public address that nodes leave by is known.");
    const outcome = judge(cluster, addresses);
    return outcome.status === "fail" || gap === undefined ? outcome : unread(gap);
  },
});
