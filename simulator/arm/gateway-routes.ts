// What gateways and circuits know of their other sides, and the reset of a gateway. Sessions of BGP stand in a scenario as resources of a type of its own,
// `virtualNetworkGateways/bgpPeers`, which Azure does not have.
import { listOf, objectOf } from "../json.ts";
import { resourceNotFound } from "./arm-errors.ts";
import { parseArmPath } from "./arm-path.ts";
import { type ArmHandler, refuse } from "./arm-request.ts";
import { present } from "./present.ts";

const peerType = "Microsoft.Network/virtualNetworkGateways/bgpPeers";

/** `POST {gateway}/getBgpPeerStatus`: takes a while, so it is asked after. */
export const askBgpPeers: ArmHandler = (request) => {
  const { world, path, call } = request;
  const refusal = refuse(request);
  if (refusal !== null) return refusal;
  if (world.store.get(path.parent) === undefined) return resourceNotFound(parseArmPath(path.parent));
  const location = `${world.url}${encodeURI(call.path)}?${call.query}`;
  return { status: 202, headers: { location, "retry-after": "1" } };
};

export const bgpPeers: ArmHandler = ({ world, path }) => {
  const value = world.store.list(peerType, path.parent).map(({ properties }) => structuredClone(properties));
  return { status: 200, body: { value } };
};

/** `POST {gateway}/reset`: done at once. */
export const resetGateway: ArmHandler = (request) => {
  const { world, path } = request;
  const refusal = refuse(request);
  if (refusal !== null) return refusal;
  const gateway = world.store.get(path.parent);
  if (gateway === undefined) return resourceNotFound(parseArmPath(path.parent));
  gateway.properties.provisioningState = "Succeeded";
  return { status: 200, body: present(world, gateway) };
};

/** `GET {circuit}/peerings/{peering}/stats`: nothing where its private peering is off. */
export const circuitStats: ArmHandler = (request) => {
  const refusal = refuse(request);
  if (refusal !== null) return refusal;
  const circuit = request.world.store.get(parseArmPath(request.path.parent).parent);
  if (circuit === undefined) return resourceNotFound(parseArmPath(request.path.parent));
  const peerings = listOf(circuit.properties.peerings).map((each) => objectOf(objectOf(each).properties));
  const isOn = peerings.some(({ state }) => state === "Enabled");
  const bytes = isOn ? 734_003_200 : 0;
  return {
    status: 200,
    body: {
      primarybytesIn: bytes,
      primarybytesOut: bytes,
      secondarybytesIn: bytes,
      secondarybytesOut: bytes,
    },
  };
};
