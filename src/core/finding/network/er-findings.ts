// ExpressRoute: every check of it. A new one goes here or beside this, and into the list.

import { type Absence, gatewaySections, gatewaysNear } from "../../client/gateways-near.ts";
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
import type {
  CircuitTraffic,
  ExpressRouteCircuit,
  GatewayConnection,
  GatewayParts,
  VirtualNetworkGateway,
} from "../../snapshot/gateways.ts";
import type { VirtualNetwork } from "../../snapshot/network.ts";
import { idKey, nameOf, sameId } from "../../snapshot/resource-id.ts";
import type { Section, Unavailable } from "../../snapshot/section.ts";
import { defineCheck, unlessPrivate } from "../kit/define-check.ts";
import { defineStep } from "../kit/define-step.ts";

// The connections of ExpressRoute gateways near the cluster, each with its gateway and its circuit as far as they were read.

type CircuitConnection = Readonly<{
  connection: GatewayConnection;
  gateway: VirtualNetworkGateway;
  /** Undefined where the connection names none. */
  circuit: Section<ExpressRouteCircuit> | undefined;
}>;

type CircuitConnections = Readonly<
  | { status: "found"; connections: readonly CircuitConnection[] }
  | { status: "absent"; absence: Absence }
  | { status: "unknown"; cause: Unavailable }
>;

function circuitConnections(network: VirtualNetwork, parts: GatewayParts): CircuitConnections {
  const { virtualNetworkGateways, gatewayConnections, expressRouteCircuits } = parts;
  const found = gatewaysNear("ExpressRoute", network, virtualNetworkGateways);
  if (found.status !== "found") return found;
  const connections = found.gateways.flatMap((gateway) =>
    gatewayConnections.items
      .filter(({ gatewayId }) => sameId(gatewayId, gateway.id))
      .map((connection) => ({
        ...{ connection, gateway },
        circuit: expressRouteCircuits[idKey(connection.circuitId ?? "")],
      })),
  );
  const [cause] = gatewayConnections.missing;
  if (connections.length > 0) return { status: "found", connections };
  return cause === undefined
    ? { status: "absent", absence: { is: "noGateway", type: "ExpressRoute" } }
    : { status: "unknown", cause };
}

// er.bgp-routes: a circuit has two paths, and each counts what came in over it. Counters prove nothing of this moment.

type CircuitRoutesFact = Readonly<
  | { is: "bothPathsUsed"; circuit: string }
  | { is: "onePathSilent"; circuit: string; path: "primary" | "secondary" }
  | { is: "bothPathsSilent"; circuit: string }
>;

function judgeTraffic(id: string, traffic: Section<CircuitTraffic>): Outcome<CircuitRoutesFact | SharedFact> {
  if (traffic.status === "unavailable") return unread(traffic);
  const { primaryIn, secondaryIn } = traffic.data;
  const circuit = nameOf(id);
  const evidence = [
    columns(
      circuit,
      { is: "traffic", path: "primary", bits: primaryIn },
      { is: "traffic", path: "secondary", bits: secondaryIn },
    ),
  ];
  const more = { resourceId: id, evidence };
  if (primaryIn > 0 && secondaryIn > 0) return pass({ is: "bothPathsUsed", circuit }, evidence);
  if (primaryIn === 0 && secondaryIn === 0) return advise({ is: "bothPathsSilent", circuit }, more);
  return advise({ is: "onePathSilent", circuit, path: primaryIn === 0 ? "primary" : "secondary" }, more);
}

const erBgpRoutes = defineCheck({
  id: "er.bgp-routes",
  severity: "medium",
  scope: "people",
  impact: "advises",
  source: "https://learn.microsoft.com/azure/expressroute/expressroute-troubleshooting-expressroute-overview",
  needs: ["clusterNetwork"],
  looksAt: gatewaySections,
  after: ["er.private-peering"],
  skip: unlessPrivate,
  evaluate: ({ clusterNetwork, ...parts }): Outcome<CircuitRoutesFact | Absence | SharedFact> => {
    const found = circuitConnections(clusterNetwork, parts);
    if (found.status === "unknown") return unread(found.cause);
    if (found.status === "absent") return notConfigured(found.absence);
    const ids = found.connections.flatMap(({ connection: { circuitId } }) => circuitId ?? []);
    const judged = [...new Set(ids)].flatMap((id) => {
      const traffic = parts.circuitTraffic[idKey(id)];
      return traffic === undefined ? [] : [judgeTraffic(id, traffic)];
    });
    return judged.length === 0
      ? notConfigured({ is: "noGateway", type: "ExpressRoute" })
      : combine(judged, true);
  },
});

// er.fastpath: leads past the gateway, where the gateway and the circuit are made for it.

type FastPathFact = Readonly<
  | { is: "fastPathOff"; connections: readonly string[] }
  | { is: "fastPathFits"; connection: string }
  | { is: "gatewayTooSmall"; connection: string; sku: string }
  | { is: "providerCircuit"; connection: string }
>;

/** Azure names these, and gateways that scale by themselves. */
const madeForIt = /^(UltraPerformance|ErGw3AZ|ErGwScale)$/i;

function judgeFastPath({
  connection,
  gateway,
  circuit,
}: CircuitConnection): Outcome<FastPathFact | SharedFact> {
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

const erFastpath = defineCheck({
  id: "er.fastpath",
  severity: "info",
  scope: "people",
  impact: "advises",
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
      : combine(found.connections.map(judgeFastPath), true);
  },
});

// er.encryption: a circuit encrypts nothing by itself; MACsec on ports of one's own does, or a VPN inside the circuit.

type EncryptionFact = Readonly<
  | { is: "macSec"; port: string }
  | { is: "tunnelInside"; connection: string }
  | { is: "notEncrypted"; circuits: readonly string[] }
>;

function judgeEncryption(
  { connection, circuit }: CircuitConnection,
  { expressRoutePorts }: GatewayParts,
): Outcome<EncryptionFact | SharedFact> {
  const { circuitId = connection.id } = connection;
  if (circuit?.status === "unavailable") return unread(circuit);
  const port = expressRoutePorts[idKey(circuit?.data.portId ?? "")];
  if (port?.status === "unavailable") return unread(port);
  return port?.data.linksEncrypted === true
    ? pass({ is: "macSec", port: port.data.name })
    : advise({ is: "notEncrypted", circuits: [nameOf(circuitId)] }, { resourceId: circuitId });
}

/** A tunnel that ends at a gateway's private address comes in over the circuit. */
const tunnelInside = ({ gatewayConnections }: GatewayParts) =>
  gatewayConnections.items.find(
    ({ connectionType, usesPrivateAddress }) =>
      /^IPsec$/i.test(connectionType) && usesPrivateAddress === true,
  );

const erEncryption = defineCheck({
  id: "er.encryption",
  severity: "info",
  scope: "people",
  impact: "advises",
  source: "https://learn.microsoft.com/azure/expressroute/expressroute-about-encryption",
  needs: ["clusterNetwork"],
  looksAt: gatewaySections,
  after: ["er.circuit-provisioned"],
  skip: unlessPrivate,
  evaluate: ({ clusterNetwork, ...parts }): Outcome<EncryptionFact | Absence | SharedFact> => {
    const found = circuitConnections(clusterNetwork, parts);
    if (found.status === "unknown") return unread(found.cause);
    if (found.status === "absent") return notConfigured(found.absence);
    const tunnel = tunnelInside(parts);
    return tunnel === undefined
      ? combine(
          found.connections.map((each) => judgeEncryption(each, parts)),
          true,
        )
      : pass({ is: "tunnelInside", connection: tunnel.name });
  },
});

export const erChecks = [
  // A circuit works once the provider and Azure both say so.
  defineStep({
    id: "er.circuit-provisioned",
    severity: "high",
    scope: "people",
    impact: "degrades",
    source: "https://learn.microsoft.com/azure/expressroute/expressroute-workflows",
    of: ["gateway.api"],
    after: ["vnet.cluster-subnet"],
    skip: unlessPrivate,
  }),
  // Of a circuit's peerings, only the private one carries networks.
  defineStep({
    id: "er.private-peering",
    severity: "high",
    scope: "people",
    impact: "degrades",
    source: "https://learn.microsoft.com/azure/expressroute/expressroute-circuit-peerings",
    of: ["gateway.api"],
    after: ["er.circuit-provisioned"],
    skip: unlessPrivate,
  }),
  // A connection joins the gateway, and with it the networks, to the circuit.
  defineStep({
    id: "er.gateway-connection",
    severity: "high",
    scope: "people",
    impact: "degrades",
    source: "https://learn.microsoft.com/azure/expressroute/expressroute-howto-linkvnet-arm",
    of: ["gateway.api"],
    after: ["er.private-peering"],
    skip: unlessPrivate,
  }),
  erBgpRoutes,
  erFastpath,
  erEncryption,
] as const;
