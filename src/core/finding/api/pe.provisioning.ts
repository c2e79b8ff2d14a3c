// pe.provisioning: an endpoint that is not provisioned may have an interface without a working route.

import { reconcile } from "../../fix/cluster.ts";
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
import { type Columns, labelled } from "../../outcome/columns.ts";
import { thing, unsettled } from "../../outcome/state-word.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import { nameOf } from "../../snapshot/resource-id.ts";
import { defineCheck, unlessPrivateLink } from "../kit/define-check.ts";
import type { NoEndpoint } from "./no-endpoint.ts";

type Part = Readonly<{ of: Thing; seen: Columns; id: string; state: string }>;

export type EndpointFact = Readonly<
  | { is: "failed"; of: Thing; state: string }
  | { is: "provisioned"; of: Thing }
  | { is: "interfaceUnlisted"; endpoint: string }
  | { is: "noInterface"; endpoint: string }
>;

type EndpointOutcome = Outcome<EndpointFact | NoEndpoint | SharedFact>;

function partState({ of, seen, id, state }: Part, cluster: ManagedCluster): EndpointOutcome {
  const more = { resourceId: id, evidence: [seen] };
  if (/^failed$/i.test(state)) return fail({ is: "failed", of, state }, { ...more, fix: reconcile(cluster) });
  return unsettled(of, state, more) ?? pass({ is: "provisioned", of }, more.evidence);
}

export const peProvisioning = defineCheck({
  id: "pe.provisioning",
  severity: "high",
  scope: "cluster",
  impact: "cuts",
  shownBy: "azure",
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
    const found = nic.status === "collected" ? nic.data : null;
    if (found === null || networkInterfaceIds.length === 0)
      return fail({ is: "noInterface", endpoint: name }, { resourceId: id, fix: reconcile(cluster) });
    const part = {
      ...{ of: thing("endpointInterface", name), id: found.id, state: found.provisioningState },
      seen: labelled("interface", nameOf(found.id), found.provisioningState),
    };
    return combine([own, partState(part, cluster)], true);
  },
});
