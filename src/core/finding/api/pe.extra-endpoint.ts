// pe.extra-endpoint: endpoints that people made in other networks are cut off when the cluster is stopped and started.

import { approveConnection } from "../../fix/cluster.ts";
import { freeName } from "../../fix/free-name.ts";
import { forResource, target } from "../../fix/write/az.ts";
import type { Fix } from "../../fix/write/fix.ts";
import {
  combine,
  fail,
  notApplicable,
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
import { defineCheck, unlessPrivateLink } from "../kit/define-check.ts";

export type FurtherEndpointFact = Readonly<
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
    return {
      steps: [
        { kind: "createEndpoint", at: target(old, name), old: old.name, cluster: cluster.id },
        { kind: "deleteEndpoint", at: target(old, old.name) },
      ],
      risks: [{ is: "endpointMoved" }],
      disruptive: true,
      roles: [
        {
          role: "Network Contributor",
          on: [old.resourceGroup],
          and: { role: "Azure Kubernetes Service Contributor Role", on: [cluster.name] },
        },
      ],
    };
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
  shownBy: "azure",
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
