// The private endpoint: every check of it. A new one goes here or beside this, and into the list.
import { reconcile } from "../../fix/cluster.ts";
import { endpointAddressOf } from "../../network/address/api-server.ts";
import { coverage } from "../../network/address/cidr.ts";
import { subnetById } from "../../network/route/route.ts";
import {
  combine,
  fail,
  notApplicable,
  notAssessed,
  type Outcome,
  pass,
  type SharedFact,
  type Thing,
  unread,
} from "../../outcome/check.ts";
import { type Columns, columns, labelled } from "../../outcome/columns.ts";
import { failedFor, nodeFound } from "../../outcome/operation.ts";
import { stateWordOf, strangeWord, thing, unsettled } from "../../outcome/state-word.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import { nameOf } from "../../snapshot/resource-id.ts";
import { dataOf } from "../../snapshot/section.ts";
import { lookUp } from "../../text/look-up.ts";
import { defineCheck, unlessPrivateLink } from "../kit/define-check.ts";
import { type NoEndpoint, peConnectionApproved, peExtraEndpoint } from "./pe-connections.ts";

// pe.exists: without its private endpoint, neither nodes nor people reach a private API server.

type EndpointThereFact = Readonly<{ is: "gone"; from: string } | { is: "exists"; endpoint: string }>;

const peExists = defineCheck({
  id: "pe.exists",
  severity: "critical",
  scope: "cluster",
  impact: "cuts",
  source: "https://learn.microsoft.com/azure/aks/private-clusters#limitations",
  needs: ["managedCluster", "privateEndpoint"],
  after: ["cluster.power-state", "api.mode"],
  skip: unlessPrivateLink,
  evaluate: ({ managedCluster: cluster, privateEndpoint: endpoint }): Outcome<EndpointThereFact> =>
    endpoint === null
      ? fail(
          { is: "gone", from: cluster.nodeResourceGroup },
          { resourceId: cluster.id, fix: reconcile(cluster) },
        )
      : pass({ is: "exists", endpoint: endpoint.name }, [labelled("id", endpoint.id)]),
});

// pe.provisioning: an endpoint whose last change failed may have an interface without a working route.

type Part = Readonly<{ of: Thing; seen: Columns; id: string; state: string }>;

type EndpointFact = Readonly<
  /** And new nodes do not reach the API server. */
  | { is: "failed"; of: Thing }
  | { is: "provisioned"; of: Thing }
  | { is: "interfaceUnlisted"; endpoint: string }
  | { is: "noInterface"; endpoint: string }
>;

type EndpointOutcome = Outcome<EndpointFact | NoEndpoint | SharedFact>;

function partState({ of, seen, id, state }: Part, cluster: ManagedCluster): EndpointOutcome {
  const more = { resourceId: id, evidence: [seen] };
  if (stateWordOf(state) === "failed" && failedFor(cluster, nodeFound.noApiServer) !== undefined)
    return fail({ is: "failed", of }, { ...more, fix: reconcile(cluster) });
  return unsettled(of, state, more) ?? pass({ is: "provisioned", of }, more.evidence);
}

const peProvisioning = defineCheck({
  id: "pe.provisioning",
  severity: "high",
  scope: "cluster",
  impact: "cuts",
  source: "https://learn.microsoft.com/azure/private-link/troubleshoot-private-endpoint-connectivity",
  needs: ["managedCluster", "privateEndpoint"],
  looksAt: ["privateEndpointNic"],
  after: ["pe.exists"],
  skip: unlessPrivateLink,
  evaluate: ({
    managedCluster: cluster,
    privateEndpoint: endpoint,
    privateEndpointNic: nic,
  }): EndpointOutcome => {
    if (endpoint === null) return notApplicable({ is: "noEndpoint" });
    const { id, name, provisioningState: state, networkInterfaceIds } = endpoint;
    const own = partState(
      { of: thing("endpoint", name), seen: labelled("privateEndpoint", name, state), id, state },
      cluster,
    );
    if (networkInterfaceIds === undefined)
      return combine([own, notAssessed({ is: "interfaceUnlisted", endpoint: name })], true);
    if (nic.status === "unavailable" && networkInterfaceIds.length > 0)
      return combine([own, unread(nic)], true);
    const found = dataOf(nic) ?? null;
    if (found === null || networkInterfaceIds.length === 0)
      return fail({ is: "noInterface", endpoint: name }, { resourceId: id, fix: reconcile(cluster) });
    const part = {
      ...{ of: thing("endpointInterface", name), id: found.id, state: found.provisioningState },
      seen: labelled("interface", nameOf(found.id), found.provisioningState),
    };
    return combine([own, partState(part, cluster)], true);
  },
});

// pe.ip: the address that DNS, security groups and routes are compared with.

type EndpointAddressFact = Readonly<
  | { is: "noAddress"; endpoint: string }
  /** Than the endpoint itself says. */
  | { is: "otherAddress"; address: string; said: readonly string[] }
  | { is: "outsideSubnet"; address: string; subnet: string }
  | { is: "known"; address: string }
>;

const peIp = defineCheck({
  id: "pe.ip",
  severity: "critical",
  scope: "cluster",
  impact: "cuts",
  source: "https://learn.microsoft.com/azure/private-link/private-endpoint-overview",
  needs: ["managedCluster", "privateEndpoint"],
  looksAt: ["privateEndpointNic", "clusterNetwork"],
  after: ["pe.exists", "pe.provisioning"],
  skip: unlessPrivateLink,
  evaluate: ({
    managedCluster: cluster,
    privateEndpoint: endpoint,
    privateEndpointNic: nic,
    clusterNetwork,
  }): Outcome<EndpointAddressFact | NoEndpoint | SharedFact> => {
    if (endpoint === null) return notApplicable({ is: "noEndpoint" });
    const sources = {
      privateEndpoint: { status: "collected", data: endpoint },
      privateEndpointNic: nic,
    } as const;
    const address = endpointAddressOf(sources);
    const more = { resourceId: endpoint.id, fix: reconcile(cluster) };
    if (address.status === "unknown")
      return nic.status === "unavailable"
        ? unread(nic)
        : fail({ is: "noAddress", endpoint: endpoint.name }, more);
    const { ip } = address;
    const subnet =
      clusterNetwork.status === "collected" ? subnetById(clusterNetwork.data, endpoint.subnetId) : undefined;
    const evidence = [
      labelled("address", { is: "addressFrom", address: ip, from: address.from }),
      labelled("subnet", subnet?.addressPrefixes.join(", ") ?? { is: "notRead" }),
    ];
    const said = endpoint.customDnsConfigs.flatMap(({ ipAddresses }) => ipAddresses);
    if (said.length > 0 && !said.includes(ip))
      return fail({ is: "otherAddress", address: ip, said }, { ...more, evidence });
    return subnet !== undefined &&
      subnet.addressPrefixes.length > 0 &&
      coverage(subnet.addressPrefixes, ip) === "no"
      ? fail({ is: "outsideSubnet", address: ip, subnet: subnet.name }, { ...more, evidence })
      : pass({ is: "known", address: ip }, evidence);
  },
});

// pe.subnet-policy: security groups and route tables act on an endpoint only when its subnet turns policies on.

/** What of its subnet acts on the endpoint. */
type Acting = "neither" | "both" | "groups" | "routes";

type SubnetPolicyFact = Readonly<{ is: "acts"; what: Acting } | { is: "subnetElsewhere"; network: string }>;

const meanings: Readonly<Record<string, Acting>> = {
  disabled: "neither",
  enabled: "both",
  networksecuritygroupenabled: "groups",
  routetableenabled: "routes",
};

const peSubnetPolicy = defineCheck({
  id: "pe.subnet-policy",
  severity: "medium",
  scope: "cluster",
  impact: "cuts",
  source: "https://learn.microsoft.com/azure/private-link/disable-private-endpoint-network-policy",
  needs: ["privateEndpoint", "clusterNetwork"],
  after: ["pe.exists"],
  skip: unlessPrivateLink,
  evaluate: ({
    privateEndpoint: endpoint,
    clusterNetwork,
  }): Outcome<SubnetPolicyFact | NoEndpoint | SharedFact> => {
    if (endpoint === null) return notApplicable({ is: "noEndpoint" });
    const subnet = subnetById(clusterNetwork, endpoint.subnetId);
    if (subnet === undefined) return notAssessed({ is: "subnetElsewhere", network: clusterNetwork.name });
    // Azure's own default for a subnet that says nothing.
    const setting = subnet.privateEndpointNetworkPolicies ?? "Disabled";
    const evidence = [columns(subnet.name, "privateEndpointNetworkPolicies", setting)];
    const what = lookUp(meanings, setting.toLowerCase());
    return what === undefined
      ? strangeWord(thing("endpointsSubnet", subnet.name), "networkPolicy", setting)
      : pass({ is: "acts", what }, evidence);
  },
});

export const peChecks = [
  peExists,
  peConnectionApproved,
  peProvisioning,
  peIp,
  peSubnetPolicy,
  peExtraEndpoint,
] as const;
