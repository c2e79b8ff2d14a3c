// pe.ip: the address that DNS, security groups and routes are compared with.

import { reconcile } from "../../fix/cluster.ts";
import { endpointAddressOf } from "../../network/address/api-server.ts";
import { coverage } from "../../network/address/cidr.ts";
import { subnetById } from "../../network/route/route.ts";
import { fail, notApplicable, type Outcome, pass, type SharedFact, unread } from "../../outcome/check.ts";
import { labelled } from "../../outcome/columns.ts";
import { defineCheck, unlessPrivateLink } from "../kit/define-check.ts";
import type { NoEndpoint } from "./no-endpoint.ts";

export type EndpointAddressFact = Readonly<
  | { is: "noAddress"; endpoint: string }
  /** Than the endpoint itself says. */
  | { is: "otherAddress"; address: string; said: readonly string[] }
  | { is: "outsideSubnet"; address: string; subnet: string }
  | { is: "known"; address: string }
>;

export const peIp = defineCheck({
  id: "pe.ip",
  severity: "critical",
  scope: "cluster",
  impact: "cuts",
  shownBy: "azure",
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
