// pe.provisioning: an endpoint that is not provisioned may have an interface without a working route.
import type { Outcome } from "../../outcome/check.ts";
import { combine, fail, notApplicable, notAssessed, pass, unread } from "../../outcome/outcomes.ts";
import { unsettled } from "../../outcome/state-word.ts";
import { reconcile } from "../../repair/fixes.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import { defineCheck } from "../define-check.ts";
import { unlessPrivateLink } from "../skips.ts";

type Part = Readonly<{ what: string; id: string; state: string }>;

function judge({ what, id, state }: Part, cluster: ManagedCluster): Outcome {
  const more = { resourceId: id, evidence: [`${what}  ${state}`] };
  if (/^failed$/i.test(state))
    return fail(`The ${what} is in the state ${state}.`, { ...more, fix: reconcile(cluster) });
  return unsettled(`the ${what}`, state, more) ?? pass(`The ${what} is provisioned.`, more.evidence);
}

export const peProvisioning = defineCheck({
  id: "pe.provisioning",
  title: "Private endpoint is provisioned",
  severity: "high",
  why: "A failed endpoint can have an interface that nothing is routed to.",
  remediation: "Let AKS reconcile the endpoint.",
  source: "https://learn.microsoft.com/azure/private-link/troubleshoot-private-endpoint-connectivity",
  needs: ["managedCluster", "privateEndpoint"],
  looksAt: ["privateEndpointNic"],
  after: ["pe.exists"],
  skip: unlessPrivateLink,
  evaluate: ({ managedCluster: cluster, privateEndpoint: endpoint, privateEndpointNic: nic }) => {
    if (endpoint === null) return notApplicable("There is no private endpoint.");
    const { id, name, provisioningState: state, networkInterfaceIds } = endpoint;
    const own = judge({ what: `private endpoint ${name}`, id, state }, cluster);
    if (networkInterfaceIds === undefined)
      return combine([own, notAssessed(`Azure does not list the network interface of ${name}.`)], true);
    if (nic.status === "unavailable" && networkInterfaceIds.length > 0)
      return combine([own, unread(nic)], true);
    const found = nic.status === "collected" ? nic.data : null;
    if (found === null || networkInterfaceIds.length === 0)
      return fail(`The private endpoint ${name} has no network interface.`, {
        resourceId: id,
        fix: reconcile(cluster),
      });
    const part = { what: `interface of ${name}`, id: found.id, state: found.provisioningState };
    return combine([own, judge(part, cluster)], true);
  },
});
