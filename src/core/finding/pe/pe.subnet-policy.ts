// pe.subnet-policy: security groups and route tables act on an endpoint only when its subnet turns policies on.

import { subnetById } from "../../network/route.ts";
import { notApplicable, notAssessed, pass } from "../../outcome/outcomes.ts";
import { strangeWord } from "../../outcome/state-word.ts";
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
  title: "Network policies of the endpoint's subnet are known",
  severity: "medium",
  why: "A rule or route in the endpoint's subnet is harmless, and must not be blamed, unless the subnet turns policies on.",
  remediation: "Find out what the setting means before rules or routes there are changed.",
  source: "https://learn.microsoft.com/azure/private-link/disable-private-endpoint-network-policy",
  needs: ["privateEndpoint", "clusterNetwork"],
  after: ["pe.exists"],
  skip: unlessPrivateLink,
  evaluate: ({ privateEndpoint: endpoint, clusterNetwork }) => {
    if (endpoint === null) return notApplicable("There is no private endpoint.");
    const subnet = subnetById(clusterNetwork, endpoint.subnetId);
    if (subnet === undefined)
      return notAssessed(`The subnet of the private endpoint is not one of ${clusterNetwork.name}.`);
    // Azure's own default for a subnet that says nothing.
    const setting = subnet.privateEndpointNetworkPolicies ?? "Disabled";
    const evidence = [`${subnet.name}  privateEndpointNetworkPolicies  ${setting}`];
    const meaning = lookUp(meanings, setting.toLowerCase());
    return meaning === undefined
      ? strangeWord(`the private endpoints' subnet ${subnet.name}`, "network policy", setting)
      : pass(`${meaning}.`, evidence);
  },
});
