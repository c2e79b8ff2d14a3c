// The API server itself, and who may reach it: every check of it. A new one is a file beside this and a line here.

import { reconcile } from "../../fix/cluster.ts";
import { zoneModeOf } from "../../network/address/api-server.ts";
import { advise, fail, type Outcome, pass } from "../../outcome/check.ts";
import { labelled } from "../../outcome/columns.ts";
import { defineCheck, unlessPrivate, unlessPrivateLink, unlessVnetIntegration } from "../kit/define-check.ts";
import { defineStep } from "../kit/define-step.ts";
import { apiAuthorizedIpClient } from "./api.authorized-ip-client.ts";
import { apiAuthorizedIpEgress } from "./api.authorized-ip-egress.ts";
import { apiAuthorizedIpHygiene } from "./api.authorized-ip-hygiene.ts";
import { apiMode } from "./api.mode.ts";
import { apiPublicExposure } from "./api.public-exposure.ts";
import { apiVnetintIlb } from "./api.vnetint-ilb.ts";
import { apiVnetintNetwork } from "./api.vnetint-network.ts";
import { apiVnetintSubnet } from "./api.vnetint-subnet.ts";
import { peConnectionApproved } from "./pe.connection-approved.ts";
import { peExtraEndpoint } from "./pe.extra-endpoint.ts";
import { peIp } from "./pe.ip.ts";
import { peProvisioning } from "./pe.provisioning.ts";
import { peSubnetPolicy } from "./pe.subnet-policy.ts";

// api.public-fqdn: a private API server may have a name in public DNS as well, which tells everyone its private address.

type PublicNameFact = Readonly<{ is: "none" } | { is: "needed" } | { is: "published"; name: string | null }>;

const apiPublicFqdn = defineCheck({
  id: "api.public-fqdn",
  severity: "low",
  scope: "cluster",
  impact: "advises",
  shownBy: "azure",
  source:
    "https://learn.microsoft.com/azure/aks/private-clusters#disable-a-public-fqdn-on-an-existing-private-aks-cluster",
  needs: ["managedCluster"],
  after: ["api.mode"],
  skip: unlessPrivate,
  evaluate: ({ managedCluster: cluster }): Outcome<PublicNameFact> => {
    const { fqdn, privateFqdn, apiServerAccess } = cluster;
    if (apiServerAccess.enablePrivateClusterPublicFqdn !== true) return pass({ is: "none" });
    const names = [privateFqdn, fqdn].flatMap((name) => name ?? []);
    const evidence = [labelled("names", { is: "listed", names })];
    return zoneModeOf(cluster) === "none"
      ? pass({ is: "needed" }, evidence)
      : advise({ is: "published", name: fqdn ?? null }, { resourceId: cluster.id, evidence });
  },
});

// api.vnetint-nsg: with VNet integration, nodes and the load balancer's probes reach the API server inside the network.

const apiVnetintNsg = defineStep({
  id: "api.vnetint-nsg",
  severity: "critical",
  scope: "cluster",
  impact: "cuts",
  source: "https://learn.microsoft.com/azure/aks/api-server-vnet-integration",
  of: ["nodes.api", "api.nodes", "people.api"],
  after: ["api.vnetint-subnet"],
  skip: unlessVnetIntegration,
});

export const apiChecks = [
  apiMode,
  apiAuthorizedIpClient,
  apiAuthorizedIpEgress,
  apiAuthorizedIpHygiene,
  apiPublicExposure,
  apiPublicFqdn,
  apiVnetintNetwork,
  apiVnetintSubnet,
  apiVnetintNsg,
  apiVnetintIlb,
] as const;

// The private endpoint: every check of it. A new one is a file beside this and a line here.

// pe.exists: without its private endpoint, neither nodes nor people reach a private API server.

type EndpointThereFact = Readonly<{ is: "gone"; from: string } | { is: "exists"; endpoint: string }>;

const peExists = defineCheck({
  id: "pe.exists",
  severity: "critical",
  scope: "cluster",
  impact: "cuts",
  shownBy: "azure",
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

export const peChecks = [
  peExists,
  peConnectionApproved,
  peProvisioning,
  peIp,
  peSubnetPolicy,
  peExtraEndpoint,
] as const;
