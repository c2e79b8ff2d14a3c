// pe.extra-endpoint: endpoints that people made in other networks are cut off when the cluster is stopped and started.

import { approveConnection, clusterRole, reconcile } from "../../fix/cluster.ts";
import { freeName } from "../../fix/free-name.ts";
import { forResource, target } from "../../fix/write/az.ts";
import { type Fix, fixOf, networkRole } from "../../fix/write/fix.ts";
import {
  combine,
  fail,
  notApplicable,
  notAssessed,
  type Outcome,
  pass,
  type SharedFact,
  warn,
} from "../../outcome/check.ts";
import { columns, labelled } from "../../outcome/columns.ts";
import { strangeWord, thing } from "../../outcome/state-word.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import type { PrivateEndpoint, PrivateEndpointConnection } from "../../snapshot/network.ts";
import { nameOf, parseResourceId, sameId } from "../../snapshot/resource-id.ts";
import { dataOf } from "../../snapshot/section.ts";
import { defineCheck, unlessPrivateLink } from "../kit/define-check.ts";

type FurtherEndpointFact = Readonly<
  | { is: "approved"; endpoint: string }
  | { is: "waits"; endpoint: string }
  | { is: "cutOff"; endpoint: string; state: string }
  | { is: "onlyOwn" }
>;

type FurtherOutcome = Outcome<FurtherEndpointFact | SharedFact>;

/** AKS makes its own endpoint in the node resource group, which tells it even where it cannot be read. */
function isOwn(
  { privateEndpointId }: PrivateEndpointConnection,
  cluster: ManagedCluster,
  endpoint: PrivateEndpoint | undefined,
): boolean {
  const group = parseResourceId(privateEndpointId ?? "")?.resourceGroup.toLowerCase();
  return sameId(privateEndpointId, endpoint?.id) || group === cluster.nodeResourceGroup.toLowerCase();
}

/** The new one first, beside the old: subnet and region are asked of the old one, which nobody read here. */
const makeAgain = (
  cluster: ManagedCluster,
  connection: PrivateEndpointConnection,
  taken: readonly string[],
): Fix | null =>
  forResource(connection.privateEndpointId, (old) => {
    const name = freeName(old.name, taken, "-");
    return fixOf(
      [
        { kind: "createEndpoint", at: target(old, name), old: old.name, cluster: cluster.id },
        { kind: "deleteEndpoint", at: target(old, old.name) },
      ],
      { is: "endpointMoved" },
      { ...networkRole(old.resourceGroup), and: clusterRole(cluster) },
    );
  });

function furtherConnection(
  connection: PrivateEndpointConnection,
  cluster: ManagedCluster,
  taken: readonly string[],
): FurtherOutcome {
  const { id, privateEndpointId, status, description } = connection;
  const name = nameOf(privateEndpointId ?? id);
  const evidence = [
    labelled("endpoint", privateEndpointId ?? { is: "notNamed" }),
    labelled("status", status),
    ...(description === undefined ? [] : [columns(description)]),
  ];
  const more = { resourceId: privateEndpointId ?? id, evidence };
  switch (status.toLowerCase()) {
    case "approved":
      return pass({ is: "approved", endpoint: name }, evidence);
    case "pending":
      return warn({ is: "waits", endpoint: name }, { ...more, fix: approveConnection(connection) });
    case "disconnected":
    case "rejected":
      return fail(
        { is: "cutOff", endpoint: name, state: status },
        { ...more, fix: makeAgain(cluster, connection, taken) ?? approveConnection(connection) },
      );
    default:
      return strangeWord(thing("furtherEndpoint", name), "state", status);
  }
}

export const peExtraEndpoint = defineCheck({
  id: "pe.extra-endpoint",
  severity: "high",
  scope: "cluster",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/aks/private-cluster-connect#use-a-private-endpoint-connection",
  needs: ["managedCluster", "privateEndpointConnections"],
  looksAt: ["privateEndpoint"],
  after: ["pe.exists"],
  skip: unlessPrivateLink,
  evaluate: ({
    managedCluster: cluster,
    privateEndpointConnections: connections,
    privateEndpoint,
  }): FurtherOutcome => {
    const endpoint = privateEndpoint.status === "collected" ? (privateEndpoint.data ?? undefined) : undefined;
    const further = connections.filter((connection) => !isOwn(connection, cluster, endpoint));
    const taken = connections.flatMap(({ privateEndpointId: id }) => (id === undefined ? [] : [nameOf(id)]));
    // A single connection that does not say whose it is belongs to AKS's own endpoint.
    return further.length === 0 || (connections.length === 1 && further[0]?.privateEndpointId === undefined)
      ? notApplicable({ is: "onlyOwn" })
      : combine(
          further.map((connection) => furtherConnection(connection, cluster, taken)),
          true,
        );
  },
});

// pe.connection-approved: only an approved connection carries traffic.

type ConnectionFact = Readonly<
  | { is: "approved" }
  /** Azure's own word for it. */
  | { is: "carriesNothing"; state: string }
  | { is: "disconnected" }
  /** Of several, which is the one that AKS made. */
  | { is: "ownUnknown" }
>;

/** What findings about the private endpoint say alike. */
export type NoEndpoint = Readonly<{ is: "noEndpoint" }>;

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
    const endpoint = dataOf(privateEndpoint);
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
