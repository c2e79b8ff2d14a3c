// From the other side of a gateway into its network: the connection, what it names, and the gateway itself.

import { stateWordOf } from "../../outcome/state-word.ts";
import type { ConnectionState, ExpressRouteCircuit, TrafficSelector } from "../../snapshot/gateways.ts";
import type { Unavailable } from "../../snapshot/section.ts";
import { type Coverage, coverage } from "../address/cidr.ts";
import { anywhere, type Flow } from "../address/packet.ts";
import { component, type NetworkModel } from "../model/model.ts";
import {
  type CircuitPart,
  type Component,
  open,
  passes,
  type Step,
  stops,
  unread,
  unreadAs,
} from "../model/step.ts";
import { type Gateway, type GatewayPath, overOf, rangesOf } from "../route/gateway-connection.ts";

type Over = ReturnType<typeof overOf>;
const circuit: Over = { over: "circuit" };

type Tunnel = Extract<GatewayPath, Readonly<{ kind: "tunnel" }>>;

/** Azure leaves connections out where there are too many: those are nobody's gap in rights. */
const unreadState = (at: Component, section: Unavailable, over: Over): Step =>
  section.reason === "notReached"
    ? unreadAs(at, section, { is: "connectionSkipped", ...over })
    : unread(at, section);

function lineState(at: Component, { connectionStatus: state = "" }: ConnectionState, over: Over): Step {
  if (/^connected$/i.test(state)) return passes(at, { is: "connectionUp", ...over });
  return /^(notconnected|connecting)$/i.test(state)
    ? stops(at, { is: "connectionDown", state, ...over })
    : open(at, "notShown", { is: "connectionUnsure", state, ...over });
}

/** Azure says little of the status of a circuit's connection, so one that is provisioned counts unless it is down. */
function circuitConnection(at: Component, state: ConnectionState): Step {
  const { connectionStatus = "Unknown", provisioningState } = state;
  const line = lineState(at, state, circuit);
  // One whose last change failed may go on carrying what it carried.
  if (line.state !== "stops" && ["failed", "unknown"].includes(stateWordOf(provisioningState)))
    return open(at, "notShown", { is: "connectionUnsure", state: provisioningState, ...circuit });
  return /^unknown$/i.test(connectionStatus) && /^succeeded$/i.test(provisioningState)
    ? passes(at, { is: "connectionUp", ...circuit })
    : line;
}

function farRange(way: Tunnel, address: string, { id, name: gateway, isUntaught }: Gateway): Step {
  const { far, learns, name } = way;
  if (far.status === "unavailable") return unreadState(component("connection", way.id, name), far, {});
  const at = component("localNetworkGateway", far.data.id);
  if (address !== anywhere && coverage(rangesOf(way), address) === "yes")
    return passes(at, { is: "farRangeHolds", address });
  if (learns && isUntaught === true)
    return stops(component("gateway", id, gateway), { is: "nothingTaught", connection: name });
  return learns || address === anywhere
    ? open(at, "notShown", { is: "farRangesLearned", connection: name })
    : stops(at, { is: "farRangeLacks", address });
}

/** `state`: null where there is no such part. */
type Word = Readonly<{ part: CircuitPart; state: string | null; good: RegExp; bad: RegExp }>;

const judgeWord = (at: Component, { part, state, good, bad }: Word): Step => {
  if (state === null) return stops(at, { is: "circuitDown", part, state });
  if (good.test(state)) return passes(at, { is: "circuitWorks", part });
  return bad.test(state)
    ? stops(at, { is: "circuitDown", part, state })
    : open(at, "notShown", { is: "circuitUnsure", part, state });
};

const joins = (selectors: readonly TrafficSelector[], from: string, to: string): Coverage => {
  const answers = selectors.map(({ local, remote }) => [coverage(local, to), coverage(remote, from)]);
  if (answers.some((each) => each.every((answer) => answer === "yes"))) return "yes";
  return answers.every((each) => each.includes("no")) ? "no" : "undecidable";
};

/** Nothing where the tunnel takes whatever is routed into it. */
function selectorSteps({ id, name, selectors }: Tunnel, from: string, to: string): readonly Step[] {
  if (selectors.length === 0) return [];
  const at = component("connection", id, name);
  const answer = joins(selectors, from, to);
  if (answer === "yes") return [passes(at, { is: "selectorsJoin", from, to })];
  return [
    answer === "no"
      ? stops(at, { is: "selectorsLack", from, to })
      : open(at, "notModelled", { is: "selectorsUnsure", from, to }),
  ];
}

function circuitSteps({
  id,
  circuitProvisioningState,
  serviceProviderProvisioningState,
  privatePeeringState,
}: ExpressRouteCircuit): readonly Step[] {
  const at = component("circuit", id);
  const words: readonly Word[] = [
    {
      part: "circuit",
      state: circuitProvisioningState,
      good: /^enabled$/i,
      bad: /^(disabled|disabling)$/i,
    },
    ...(serviceProviderProvisioningState === undefined
      ? []
      : [
          {
            part: "provider" as const,
            state: serviceProviderProvisioningState,
            good: /^provisioned$/i,
            bad: /^(notprovisioned|provisioning|deprovisioning|deprovisioned)$/i,
          },
        ]),
    { part: "privatePeering", state: privatePeeringState, good: /^enabled$/i, bad: /^disabled$/i },
  ];
  return words.map((word) => judgeWord(at, word));
}

/** Whether it is up, whatever it is to carry. */
export function upSteps(way: GatewayPath): readonly Step[] {
  const at = component("connection", way.id, way.name);
  switch (way.kind) {
    case "tunnel": {
      const { state } = way;
      return [state.status === "unavailable" ? unreadState(at, state, {}) : lineState(at, state.data, {})];
    }
    case "circuit": {
      const { state, circuit: end } = way;
      return [
        state.status === "unavailable" ? unreadState(at, state, circuit) : circuitConnection(at, state.data),
        ...(end.status === "unavailable" ? [unreadState(at, end, circuit)] : circuitSteps(end.data)),
      ];
    }
    case "unjoined":
      return [stops(component("gateway", way.gatewayId, way.name), { is: "gatewayUnjoined", ...circuit })];
    case "pool":
      return [];
    case "strange":
      return [open(at, "notModelled", { is: "connectionStrange", type: way.type })];
    case "unlisted":
      return [unread(at, way.why)];
  }
}

function overWay(way: GatewayPath, gateway: Gateway, { from: { address }, to }: Flow): readonly Step[] {
  const at = component("connection", way.id, way.name);
  switch (way.kind) {
    case "tunnel":
      return [...upSteps(way), farRange(way, address, gateway), ...selectorSteps(way, address, to)];
    case "circuit":
      return [...upSteps(way), open(at, "notShown", { is: "farRangesLearned", connection: way.name })];
    case "pool":
      return [
        coverage(rangesOf(way), address) === "yes"
          ? passes(at, { is: "farRangeHolds", address })
          : stops(at, { is: "farRangeLacks", address }),
      ];
    case "unjoined":
    case "strange":
    case "unlisted":
      return upSteps(way);
  }
}

export function gatewayStep(gateway: Gateway): Step {
  const { id, name, provisioningState: state } = gateway;
  const at = component("gateway", id, name);
  const over = overOf(gateway);
  // One whose last change failed may go on carrying what it carried.
  return /^succeeded$/i.test(state)
    ? passes(at, { is: "gatewayWorks", ...over })
    : open(at, "notShown", { is: "gatewayState", state, ...over });
}

/** Nothing for a place in Azure. */
export function wayIn({ gateways }: NetworkModel, flow: Flow): readonly Step[] {
  const { over, address } = flow.from;
  if (over === undefined) return [];
  const gateway = gateways.find(({ id }) => id === over.gatewayId);
  const way = gateway?.ways.find(({ id }) => id === over.wayId);
  return gateway === undefined || way === undefined
    ? [open(component("gateway", over.gatewayId), "inNoNetwork", { is: "targetUnknown", address })]
    : [...overWay(way, gateway, flow), gatewayStep(gateway)];
}
