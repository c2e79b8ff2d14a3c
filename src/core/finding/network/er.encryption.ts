// er.encryption: a circuit encrypts nothing by itself; MACsec on ports of one's own does, or a VPN inside the circuit.
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
import type { GatewayParts } from "../../snapshot/gateways.ts";
import { idKey, nameOf } from "../../snapshot/resource-id.ts";
import { defineCheck, unlessPrivate } from "../kit/define-check.ts";
import { type CircuitConnection, circuitConnections } from "./circuit-connections.ts";

export type EncryptionFact = Readonly<
  | { is: "macSec"; port: string }
  | { is: "tunnelInside"; connection: string }
  | { is: "notEncrypted"; circuits: readonly string[] }
>;

function judge(
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

export const erEncryption = defineCheck({
  id: "er.encryption",
  severity: "info",
  scope: "people",
  impact: "advises",
  shownBy: "azure",
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
          found.connections.map((each) => judge(each, parts)),
          true,
        )
      : pass({ is: "tunnelInside", connection: tunnel.name });
  },
});
