// pe.subnet-policy: security groups and route tables act on an endpoint only when its subnet turns policies on.

import { subnetById } from "../../network/route/route.ts";
import { notApplicable, notAssessed, type Outcome, pass, type SharedFact } from "../../outcome/check.ts";
import { columns } from "../../outcome/columns.ts";
import { strangeWord, thing } from "../../outcome/state-word.ts";
import { lookUp } from "../../text/look-up.ts";
import { defineCheck, unlessPrivateLink } from "../kit/define-check.ts";
import type { NoEndpoint } from "./no-endpoint.ts";

/** What of its subnet acts on the endpoint. */
export type Acting = "neither" | "both" | "groups" | "routes";

export type SubnetPolicyFact = Readonly<
  { is: "acts"; what: Acting } | { is: "subnetElsewhere"; network: string }
>;

const meanings: Readonly<Record<string, Acting>> = {
  disabled: "neither",
  enabled: "both",
  networksecuritygroupenabled: "groups",
  routetableenabled: "routes",
};

export const peSubnetPolicy = defineCheck({
  id: "pe.subnet-policy",
  severity: "medium",
  scope: "cluster",
  impact: "cuts",
  shownBy: "azure",
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
