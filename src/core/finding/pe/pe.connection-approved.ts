// pe.connection-approved: only an approved connection carries traffic.
import type { Outcome } from "../../outcome/check.ts";
import { fail, notApplicable, notAssessed, pass } from "../../outcome/outcomes.ts";
import { strangeWord, thing } from "../../outcome/state-word.ts";
import { approveConnection, reconcile } from "../../repair/fixes.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import type { PrivateEndpointConnection } from "../../snapshot/endpoint.ts";
import { sameId } from "../../snapshot/resource-id.ts";
import { defineCheck } from "../define-check.ts";
import { unlessPrivateLink } from "../skips.ts";

function judge(connection: PrivateEndpointConnection, cluster: ManagedCluster): Outcome {
  const { id, status, description } = connection;
  const evidence = [`status  ${status}`, ...(description === undefined ? [] : [description])];
  switch (status.toLowerCase()) {
    case "approved":
      return pass("The connection of the private endpoint is approved.", evidence);
    case "pending":
    case "rejected":
      return fail(`The connection of the private endpoint is ${status}, so it carries no traffic.`, {
        resourceId: id,
        evidence,
        fix: approveConnection(connection),
      });
    case "disconnected":
      return fail("The private endpoint is disconnected from the API server.", {
        resourceId: id,
        evidence,
        fix: reconcile(cluster),
      });
    default:
      return strangeWord(thing("endpointConnection"), "state", status);
  }
}

export const peConnectionApproved = defineCheck({
  id: "pe.connection-approved",
  severity: "critical",
  source: "https://learn.microsoft.com/azure/private-link/private-endpoint-overview",
  needs: ["managedCluster", "privateEndpointConnections"],
  looksAt: ["privateEndpoint"],
  after: ["pe.exists"],
  skip: unlessPrivateLink,
  evaluate: ({ managedCluster, privateEndpointConnections: connections, privateEndpoint }) => {
    const endpoint = privateEndpoint.status === "collected" ? privateEndpoint.data : undefined;
    if (endpoint === null) return notApplicable("There is no private endpoint.");
    const own = connections.find((each) => sameId(each.privateEndpointId, endpoint?.id));
    // The endpoint may be unreadable, or not named back; with one connection there is no doubt which it is.
    const only = connections.length === 1 ? connections[0] : undefined;
    const connection = own ?? only;
    return connection === undefined
      ? notAssessed("Which of the cluster's private endpoint connections is AKS's own is not known.")
      : judge(connection, managedCluster);
  },
});
