// pe.ip: the address that DNS, security groups and routes are compared with.
import { endpointAddressOf } from "../../network/api-address.ts";
import { coverage } from "../../network/cidr.ts";
import { subnetById } from "../../network/route.ts";
import type { Outcome } from "../../outcome/check.ts";
import { fail, notApplicable, pass, unread } from "../../outcome/outcomes.ts";
import { reconcile } from "../../repair/fixes.ts";
import { defineCheck } from "../define-check.ts";
import { unlessPrivateLink } from "../skips.ts";

export const peIp = defineCheck({
  id: "pe.ip",
  severity: "critical",
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
  }): Outcome => {
    if (endpoint === null) return notApplicable("There is no private endpoint.");
    const sources = {
      privateEndpoint: { status: "collected", data: endpoint },
      privateEndpointNic: nic,
    } as const;
    const address = endpointAddressOf(sources);
    const more = { resourceId: endpoint.id, fix: reconcile(cluster) };
    if (address.status === "unknown")
      return nic.status === "unavailable"
        ? unread(nic)
        : fail(`The private endpoint ${endpoint.name} has no address.`, more);
    const subnet =
      clusterNetwork.status === "collected" ? subnetById(clusterNetwork.data, endpoint.subnetId) : undefined;
    const evidence = [
      `address  ${address.ip}, from ${address.from}`,
      `subnet   ${subnet?.addressPrefixes.join(", ") ?? "not read"}`,
    ];
    const known = endpoint.customDnsConfigs.flatMap(({ ipAddresses }) => ipAddresses);
    if (known.length > 0 && !known.includes(address.ip))
      return fail(
        `The private endpoint's interface has ${address.ip}, but the endpoint itself says ${known.join(", ")}.`,
        { ...more, evidence },
      );
    return subnet !== undefined &&
      subnet.addressPrefixes.length > 0 &&
      coverage(subnet.addressPrefixes, address.ip) === "no"
      ? fail(`The private endpoint's address ${address.ip} lies outside its subnet ${subnet.name}.`, {
          ...more,
          evidence,
        })
      : pass(`The API server stands at ${address.ip}.`, evidence);
  },
});
