// er.fastpath: leads past the gateway, where the gateway and the circuit are made for it.
import { type Absence, gatewaySections } from "../../client/gateways-near.ts";
import {
  advise,
  combine,
  notConfigured,
  type Outcome,
  pass,
  type SharedFact,
  unread,
} from "../../outcome/check.ts";
import { columns } from "../../outcome/columns.ts";
import { defineCheck, unlessPrivate } from "../kit/define-check.ts";
import { type CircuitConnection, circuitConnections } from "./circuit-connections.ts";

export type FastPathFact = Readonly<
  | { is: "fastPathOff"; connections: readonly string[] }
  | { is: "fastPathFits"; connection: string }
  | { is: "gatewayTooSmall"; connection: string; sku: string }
  | { is: "providerCircuit"; connection: string }
>;

/** Azure names these, and gateways that scale by themselves. */
const madeForIt = /^(UltraPerformance|ErGw3AZ|ErGwScale)$/i;

function judge({ connection, gateway, circuit }: CircuitConnection): Outcome<FastPathFact | SharedFact> {
  const { id: resourceId, name } = connection;
  const evidence = [columns(name, gateway.sku ?? { is: "noSku" })];
  if (connection.bypassesGateway !== true) return pass({ is: "fastPathOff", connections: [name] }, evidence);
  if (gateway.sku !== undefined && !madeForIt.test(gateway.sku))
    return advise({ is: "gatewayTooSmall", connection: name, sku: gateway.sku }, { resourceId, evidence });
  if (connection.privateLinkFastPath !== true)
    return pass({ is: "fastPathFits", connection: name }, evidence);
  if (circuit?.status === "unavailable") return unread(circuit);
  return circuit?.data.serviceProviderProvisioningState === undefined
    ? pass({ is: "fastPathFits", connection: name }, evidence)
    : advise({ is: "providerCircuit", connection: name }, { resourceId, evidence });
}

export const erFastpath = defineCheck({
  id: "er.fastpath",
  severity: "info",
  scope: "people",
  impact: "advises",
  shownBy: "azure",
  source: "https://learn.microsoft.com/azure/expressroute/about-fastpath",
  needs: ["clusterNetwork"],
  looksAt: gatewaySections,
  after: ["er.gateway-connection"],
  skip: unlessPrivate,
  evaluate: ({ clusterNetwork, ...parts }): Outcome<FastPathFact | Absence | SharedFact> => {
    const found = circuitConnections(clusterNetwork, parts);
    if (found.status === "unknown") return unread(found.cause);
    return found.status === "absent"
      ? notConfigured(found.absence)
      : combine(found.connections.map(judge), true);
  },
});
