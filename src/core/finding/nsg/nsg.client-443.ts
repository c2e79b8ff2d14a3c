// nsg.client-443: the client's own security groups must let TCP 443 out to the API server.

import { judgeWays, waySections } from "../../client/way-to-api.ts";
import { virtualNetworkTag } from "../../network/virtual-network-tag.ts";
import { defineCheck } from "../define-check.ts";
import { unlessPrivate } from "../skips.ts";
import { judgeClientGroups } from "./client-groups.ts";

export const nsgClient443 = defineCheck({
  id: "nsg.client-443",
  title: "Security groups let you reach port 443",
  severity: "critical",
  about: "people",
  why: "The API server speaks only HTTPS on TCP 443.",
  remediation: "Allow TCP 443 to the API server's address before the rule that denies it.",
  source: "https://learn.microsoft.com/azure/virtual-network/network-security-group-how-it-works",
  needs: ["managedCluster", "clusterNetwork"],
  looksAt: [...waySections, "networkSecurityGroups", "routeTables"],
  after: ["vnet.cluster-subnet", "pe.ip", "api.vnetint-ilb"],
  skip: unlessPrivate,
  evaluate: (data, { client }) =>
    judgeWays(data, client, ({ place, network, apiIp }) => {
      const tag = virtualNetworkTag(network, [data.clusterNetwork], data.routeTables);
      return judgeClientGroups(place, apiIp, data.networkSecurityGroups, tag);
    }),
});
