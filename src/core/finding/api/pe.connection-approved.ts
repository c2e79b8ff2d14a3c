// pe.connection-approved: only an approved connection carries traffic.

import { approveConnection, reconcile } from "../../fix/cluster.ts";
import {
  fail,
  notApplicable,
  notAssessed,
  type Outcome,
  pass,
  type SharedFact,
} from "../../outcome/check.ts";
import { columns, labelled } from "../../outcome/columns.ts";
import { strangeWord, thing } from "../../outcome/state-word.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import type { PrivateEndpointConnection } from "../../snapshot/network.ts";
import { sameId } from "../../snapshot/resource-id.ts";
import { defineCheck, unlessPrivateLink } from "../kit/define-check.ts";
import type { NoEndpoint } from "./no-endpoint.ts";

export type ConnectionFact = Readonly<
  | { is: "approved" }
  /** Azure's own word for it. */
  | { is: "carriesNothing"; state: string }
  | { is: "disconnected" }
  /** Of several, which is the one that AKS made. */
  | { is: "ownUnknown" }
>;

type ConnectionOutcome = Outcome<ConnectionFact | NoEndpoint | SharedFact>;

function connectionState(connection: PrivateEndpointConnection, cluster: ManagedCluster): ConnectionOutcome {
  const { id, status, description } = connection;
  const evidence = [labelled("status", status), ...(description === undefined ? [] : [columns(description)])];
  switch (status.toLowerCase()) {
    case "approved":
      return pass({ is: "approved" }, evidence);
    case "pending":
    case "rejected":
      return fail(
        { is: "carriesNothing", state: status },
        {
          resourceId: id,
          evidence,
          fix: approveConnection(connection),
        },
      );
    case "disconnected":
      return fail(
        { is: "disconnected" },
        {
          resourceId: id,
          evidence,
          fix: reconcile(cluster),
        },
      );
    default:
      return strangeWord(thing("endpointConnection"), "state", status);
  }
}

export const peConnectionApproved = defineCheck({
  id: "pe.connection-approved",
  severity: "critical",
  scope: "cluster",
  impact: "cuts",
  shownBy: "azure",
  source: "https://learn.microsoft.com/azure/private-link/private-endpoint-overview",
  needs: ["managedCluster", "privateEndpointConnections"],
  looksAt: ["privateEndpoint"],
  after: ["pe.exists"],
  skip: unlessPrivateLink,
  evaluate: ({
    managedCluster,
    privateEndpointConnections: connections,
    privateEndpoint,
  }): ConnectionOutcome => {
    const endpoint = privateEndpoint.status === "collected" ? privateEndpoint.data : undefined;
    if (endpoint === null) return notApplicable({ is: "noEndpoint" });
    const own = connections.find((each) => sameId(each.privateEndpointId, endpoint?.id));
    // The endpoint may be unreadable, or not named back; with one connection there is no doubt which it is.
    const only = connections.length === 1 ? connections[0] : undefined;
    const connection = own ?? only;
    return connection === undefined
      ? notAssessed({ is: "ownUnknown" })
      : connectionState(connection, managedCluster);
  },
});
