// A gateway in the hub of the topology that the spoke uses: a tunnel, a circuit and point-to-site clients come in by it.

import { anywhere, type Flow, type NetworkLocation } from "../../../src/core/network/address/packet.ts";
import type { Trace } from "../../../src/core/network/model/step.ts";
import type { Gateway, GatewayPath } from "../../../src/core/network/route/gateway-connection.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import {
  apiIp,
  type Change,
  changed,
  idOf,
  networkId,
  setNetwork,
  setPeering,
  subnetId,
  whole,
} from "./topology.ts";

const gatewayId = idOf("virtualnetworkgateways", "vgw");
const up = collected({ connectionStatus: "Connected", provisioningState: "Succeeded" });
const far = { id: idOf("localnetworkgateways", "lgw"), name: "lgw", addressPrefixes: ["192.168.0.0/16"] };

export const tunnel = {
  kind: "tunnel",
  id: idOf("connections", "office"),
  name: "office",
  state: up,
  far: collected(far),
  learns: false,
  selectors: [],
} as const satisfies GatewayPath;
const works = {
  id: idOf("expressroutecircuits", "er"),
  name: "er",
  circuitProvisioningState: "Enabled",
  serviceProviderProvisioningState: "Provisioned",
  privatePeeringState: "Enabled",
};
const circuit = {
  kind: "circuit",
  id: idOf("connections", "line"),
  name: "line",
  state: up,
  circuit: collected(works),
} as const satisfies GatewayPath;
export const pool = {
  kind: "pool",
  id: `${gatewayId}/pool`,
  name: "vgw",
  ranges: ["172.30.0.0/24"],
} as const;

export const withGateway =
  (ways: readonly GatewayPath[], fields: Partial<Gateway> = {}): Change =>
  (model) => ({
    ...model,
    gateways: [
      {
        id: gatewayId,
        name: "vgw",
        gatewayType: "Vpn",
        networkId: networkId("hub"),
        provisioningState: "Succeeded",
        ways,
        joinsNetworks: false,
        ...fields,
      },
    ],
  });

const [hub] = Object.values(whole.networks).flatMap((section) =>
  section.status === "collected" && section.data.name === "hub" ? [section.data] : [],
);
const gatewaySubnet = {
  id: subnetId("hub", "GatewaySubnet"),
  name: "GatewaySubnet",
  addressPrefixes: ["10.0.255.0/27"],
  delegations: [],
};

export const changes = {
  tunnel: (patch: Partial<typeof tunnel> | Record<string, unknown>) =>
    withGateway([{ ...tunnel, ...patch } as GatewayPath, circuit, pool]),
  circuit: (patch: Record<string, unknown>) =>
    withGateway([tunnel, { ...circuit, circuit: collected({ ...works, ...patch }) }, pool]),
  line: (state: Record<string, unknown>) =>
    withGateway([tunnel, { ...circuit, state: collected({ provisioningState: "", ...state }) }, pool]),
  gateway: (fields: Partial<Gateway>) => withGateway([tunnel, circuit, pool], fields),
};

/** A hub with a gateway that the spoke uses, and a table in the spoke that lets learned routes in. */
export const joined = (...further: readonly Change[]) =>
  changed(
    withGateway([tunnel, circuit, pool]),
    setNetwork("hub", { subnets: [...(hub?.subnets ?? []), gatewaySubnet] }),
    setPeering("hub", "spoke", { allowGatewayTransit: true, allowForwardedTraffic: false }),
    setPeering("spoke", "hub", { useRemoteGateways: true, allowForwardedTraffic: false }),
    ...further,
  );

const behind = (way: GatewayPath, address: string): NetworkLocation => ({
  name: way.name,
  address,
  networkId: networkId("hub"),
  subnetId: gatewaySubnet.id,
  groupIds: [],
  over: { gatewayId, wayId: way.id },
});
export const from = {
  office: behind(tunnel, "192.168.7.0/24"),
  line: behind(circuit, anywhere),
  home: behind(pool, "172.30.0.9"),
  stranger: behind(tunnel, "192.169.0.1"),
  unknown: behind(tunnel, anywhere),
} as const;
export type From = keyof typeof from;

export const flowOf = (place: From): Flow => ({ from: from[place], to: apiIp, protocol: "Tcp", port: 443 });
export const deciding = ({ steps, end }: Trace) =>
  steps.find(({ state }) => state === (end === "stopped" ? "stops" : "unknown"));
