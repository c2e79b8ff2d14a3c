// From the other side of a gateway into its network: the connection, what it names, and the gateway itself.

import { stateWordOf } from "../outcome/state-word.ts";
import type { ConnectionState, ExpressRouteCircuit, TrafficSelector } from "../snapshot/gateway-parts.ts";
import type { Unavailable } from "../snapshot/section.ts";
import { type Coverage, coverage } from "./cidr.ts";
import { anywhere, type Flow } from "./flow.ts";
import { component, type NetworkModel } from "./model.ts";
import { type CircuitPart, type Component, open, passes, type Step, stops, unread } from "./step.ts";
import { type Gateway, rangesOf, type Way } from "./way.ts";

type Tunnel = Extract<Way, Readonly<{ kind: "tunnel" }>>;

/** Azure leaves connections out where there are too many: those are nobody's gap in rights. */
const unreadState = (at: Component, section: Unavailable): Step =>
  section.reason === "notReached" ? open(at, { is: "connectionSkipped" }) : unread(at, section);

function tunnelState(at: Component, { connectionStatus: state = "" }: ConnectionState): Step {
  if (/^connected$/i.test(state)) return passes(at, { is: "connectionUp" });
  return /^(notconnected|connecting)$/i.test(state)
    ? stops(at, { is: "connectionDown", state })
    : open(at, { is: "connectionUnsure", state });
}

/** Azure says little of the status of a circuit's connection, so one that is provisioned counts unless it is down. */
function circuitConnection(at: Component, state: ConnectionState): Step {
  const { connectionStatus = "Unknown", provisioningState } = state;
  if (/^failed$/i.test(provisioningState))
    return stops(at, { is: "connectionDown", state: provisioningState });
  if (stateWordOf(provisioningState) === "unknown")
    return open(at, { is: "connectionUnsure", state: provisioningState });
  return /^unknown$/i.test(connectionStatus) && /^succeeded$/i.test(provisioningState)
    ? passes(at, { is: "connectionUp" })
    : tunnelState(at, state);
}

function farRange(way: Tunnel, address: string): Step {
  const { far, learns, name } = way;
  if (far.status === "unavailable") return unreadState(component("connection", way.id, name), far);
  const at = component("localNetworkGateway", far.data.id);
  if (address !== anywhere && coverage(rangesOf(way), address) === "yes")
    return passes(at, { is: "farRangeHolds", address });
  return learns || address === anywhere
    ? open(at, { is: "farRangesLearned", connection: name })
    : stops(at, { is: "farRangeLacks", address });
}

/** `state`: null where there is no such part. */
type Word = Readonly<{ part: CircuitPart; state: string | null; good: RegExp; bad: RegExp }>;

const judgeWord = (at: Component, { part, state, good, bad }: Word): Step => {
  if (state === null) return stops(at, { is: "circuitDown", part, state });
  if (good.test(state)) return passes(at, { is: "circuitWorks", part });
  return bad.test(state)
    ? stops(at, { is: "circuitDown", part, state })
    : open(at, { is: "circuitUnsure", part, state });
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
      : open(at, { is: "selectorsUnsure", from, to }),
  ];
}

function circuitSteps(circuit: ExpressRouteCircuit): readonly Step[] {
  const at = component("circuit", circuit.id);
  const { circuitProvisioningState, serviceProviderProvisioningState, privatePeeringState } = circuit;
  const words: readonly Word[] = [
    {
      part: "circuit",
      state: circuitProvisioningState,
      good: /^enabled$/i,
      bad: /^(disabled|disabling|failed)$/i,
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
    {
      part: "privatePeering",
      state: privatePeeringState,
      good: /^enabled$/i,
      bad: /^disabled$/i,
    },
  ];
  return words.map((word) => judgeWord(at, word));
}

/** Whether it is up, whatever it is to carry. */
export function upSteps(way: Way): readonly Step[] {
  const at = component("connection", way.id, way.name);
  switch (way.kind) {
    case "tunnel": {
      const { state } = way;
      return [state.status === "unavailable" ? unreadState(at, state) : tunnelState(at, state.data)];
    }
    case "circuit": {
      const { state, circuit } = way;
      return [
        state.status === "unavailable" ? unreadState(at, state) : circuitConnection(at, state.data),
        ...(circuit.status === "unavailable" ? [unreadState(at, circuit)] : circuitSteps(circuit.data)),
      ];
    }
    case "pool":
      return [];
    case "strange":
      return [open(at, { is: "connectionStrange", type: way.type })];
    case "unlisted":
      return [unread(at, way.why)];
  }
}

function overWay(way: Way, address: string, to: string): readonly Step[] {
  const at = component("connection", way.id, way.name);
  switch (way.kind) {
    case "tunnel":
      return [...upSteps(way), farRange(way, address), ...selectorSteps(way, address, to)];
    case "circuit":
      return [...upSteps(way), open(at, { is: "farRangesLearned", connection: way.name })];
    case "pool":
      return [
        coverage(rangesOf(way), address) === "yes"
          ? passes(at, { is: "farRangeHolds", address })
          : stops(at, { is: "farRangeLacks", address }),
      ];
    case "strange":
    case "unlisted":
      return upSteps(way);
  }
}

export function gatewayStep({ id, name, provisioningState: state }: Gateway): Step {
  const at = component("gateway", id, name);
  if (/^succeeded$/i.test(state)) return passes(at, { is: "gatewayWorks" });
  return /^failed$/i.test(state)
    ? stops(at, { is: "gatewayState", state })
    : open(at, { is: "gatewayState", state });
}

/** Nothing for a place in Azure. */
export function wayIn({ gateways }: NetworkModel, { from: { over, address }, to }: Flow): readonly Step[] {
  if (over === undefined) return [];
  const gateway = gateways.find(({ id }) => id === over.gatewayId);
  const way = gateway?.ways.find(({ id }) => id === over.wayId);
  return gateway === undefined || way === undefined
    ? [open(component("gateway", over.gatewayId), { is: "targetUnknown", address })]
    : [...overWay(way, address, to), gatewayStep(gateway)];
}
