// What a network learns from gateways: all of it, or not all that there may be.

import { readNetworksOf } from "../../../src/core/network/model/model.ts";
import {
  type Gateway,
  type GatewayPath,
  learnedBy,
} from "../../../src/core/network/route/gateway-connection.ts";
import { unavailable } from "../../unavailable.ts";
import { pool, tunnel, withGateway } from "./gateway-topology.ts";
import { type Change, changed, setNetwork, setPeering, subnetId } from "./topology.ts";

const uses = setPeering("spoke", "hub", { useRemoteGateways: true });
const gateway = (ways: readonly GatewayPath[], fields: Partial<Gateway> = {}) => withGateway(ways, fields);
const routeServer = (network: string): Change =>
  setNetwork(network, {
    subnets: [
      {
        id: subnetId(network, "RouteServerSubnet"),
        name: "RouteServerSubnet",
        addressPrefixes: ["10.9.0.0/27"],
        delegations: [],
      },
    ],
  });

test.each<[string, readonly Change[], readonly string[] | null]>([
  ["nothing, without a gateway", [], []],
  ["nothing, of a gateway that it does not use", [gateway([tunnel])], []],
  ["the office's range", [uses, gateway([tunnel])], ["192.168.0.0/16"]],
  ["clients as well", [uses, gateway([tunnel, pool])], ["192.168.0.0/16", "172.30.0.0/24"]],
  ["others, by BGP", [uses, gateway([{ ...tunnel, learns: true }])], null],
  ["others, from a network that it joins", [uses, gateway([tunnel], { joinsNetworks: true })], null],
  ["others, of a gateway that sends all to one side", [uses, gateway([tunnel], { takesAll: true })], null],
  [
    "others, of an end that was not read",
    [uses, gateway([{ ...tunnel, far: unavailable("denied", "no", []) }])],
    null,
  ],
  [
    "others, over what nobody knows",
    [uses, gateway([{ kind: "strange", id: "x", name: "x", type: "New" }])],
    null,
  ],
  ["others, of a gateway that was not read", [uses], null],
  ["others, from a route server", [routeServer("spoke")], null],
  ["others, from the hub's route server", [uses, gateway([tunnel]), routeServer("hub")], null],
])("%s", (_name, changes, expected) => {
  const model = changed(...changes);
  const networks = readNetworksOf(model);
  const spoke = networks.find(({ name }) => name === "spoke");
  if (spoke === undefined) throw new Error("no spoke");
  expect(learnedBy(spoke, networks, model.gateways)).toEqual(expected);
});
