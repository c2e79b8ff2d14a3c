// pe.subnet-policy: security groups and route tables act on an endpoint only when its subnet turns policies on.

import { subnetById } from "../../network/route.ts";
import type { Outcome } from "../../outcome/check.ts";
import { notApplicable, notAssessed, pass } from "../../outcome/outcomes.ts";
import { strangeWord, thing } from "../../outcome/state-word.ts";
import { lookUp } from "../../text/look-up.ts";
import { defineCheck } from "../define-check.ts";
import { unlessPrivateLink } from "../skips.ts";

const both = "Security groups and route tables act on the private endpoint";
const meanings: Readonly<Record<string, string>> = {
  disabled: "Neither security groups nor route tables act on the private endpoint",
  enabled: both,
  networksecuritygroupenabled: "Security groups act on the private endpoint, route tables do not",
  routetableenabled: "Route tables act on the private endpoint, security groups do not",
};

export const peSubnetPolicy = defineCheck({
  id: "pe.subnet-policy",
  severity: "medium",
  source: "https://learn.microsoft.com/azure/private-link/disable-private-endpoint-network-policy",
  needs: ["privateEndpoint", "clusterNetwork"],
  after: ["pe.exists"],
  skip: unlessPrivateLink,
  evaluate: ({ privateEndpoint: endpoint, clusterNetwork }): Outcome => {
    if (endpoint === null) return notApplicable("There is no private endpoint.");
    const subnet = subnetById(clusterNetwork, endpoint.subnetId);
    if (subnet === undefined)
      return notAssessed(`The subnet of the private endpoint is not one of ${clusterNetwork.name}.`);
    // Azure's own default for a subnet that says nothing.
    const setting = subnet.privateEndpointNetworkPolicies ?? "Disabled";
    const evidence = [`${subnet.name}  privateEndpointNetworkPolicies  ${setting}`];
    const meaning = lookUp(meanings, setting.toLowerCase());
    return meaning === undefined
      ? strangeWord(thing("endpointsSubnet", subnet.name), "networkPolicy", setting)
      : pass(`${meaning}.`, evidence);
  },
});
