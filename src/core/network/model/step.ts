// What a packet or a question for a name meets on its way, and what became of it there. Facts only: no words for people.

import type { Called } from "../../outcome/called.ts";
import type { Permission } from "../../snapshot/rights.ts";
import { type OpenReason, openReasonOf, type Unavailable } from "../../snapshot/section.ts";
import type { PublicTags } from "../address/public-ranges.ts";
import type { FirewallDoubt } from "../filter/firewall-decision.ts";
import type { GroupDoubt } from "../filter/nsg.ts";

export type ComponentKind =
  | "subnet"
  | "network"
  | "adminRule"
  | "securityGroup"
  | "routeTable"
  | "peering"
  | "natGateway"
  | "virtualMachine"
  | "firewall"
  | "loadBalancer"
  | "privateEndpoint"
  | "privateDnsZone"
  | "dnsServer"
  | "gateway"
  | "connection"
  | "localNetworkGateway"
  | "circuit"
  | "internet";

/**
 * `id` is null for what Azure has no resource for, such as a system route or a server on premises. `name` is empty where
 * its kind says all: Azure's own DNS and metadata, and the API server while nobody knows where it stands. `group`: its resource
 * group, where another one has the same name.
 */
export type Component = Readonly<{ kind: ComponentKind; name: string; id: string | null; group?: string }>;

const withoutName: Readonly<{ [K in ComponentKind]?: Called }> = {
  dnsServer: { is: "azureDns" },
  network: { is: "azureMetadata" },
  privateEndpoint: { is: "apiServer" },
};

export const calledOf = ({ kind, name, id }: Component): Called =>
  (name === "" && id === null ? withoutName[kind] : undefined) ?? name;

/** A private DNS zone. `group`: as in a component. */
type Zone = Readonly<{ zone: string; group?: string }>;

/** A half of a peering that has a setting off without which no gateway is used across it. */
export type TransitHalf = Readonly<{
  networkId: string;
  peering: string;
  setting: "allowGatewayTransit" | "useRemoteGateways";
}>;

/** Names and ids of two networks. */
type Between = Readonly<{ from: string; to: string; fromId: string; toId: string }>;

export type PeeringSetting = "allowVirtualNetworkAccess" | "allowForwardedTraffic";

/** What a firewall was asked to let through; `name`: of a public one. */
type Sought = Readonly<{
  source: string;
  destination: string | null;
  name: string | null;
  protocol: "Tcp" | "Udp";
  port: number;
}>;

export type Direction = "Inbound" | "Outbound";

/** What a group was asked to let through. `tags`: of a public name's address. */
type Asked = Readonly<{
  source: string;
  destination: string;
  protocol: "Tcp" | "Udp";
  port: number;
  tags?: PublicTags;
}>;

/** `policiesStrange`: of a subnet, so that nobody knows whether groups act on the endpoint in it. */
export type RuleDoubt = GroupDoubt | Readonly<{ is: "policiesStrange"; word: string }>;

/** Why something does not answer, where no state of Azure's says it. */
type Lack = Readonly<{ is: "deallocated" | "noMachineRuns" | "noInterface" | "noConnection" }>;

/** A state as Azure calls it, or what is missing. */
export type DownState = string | Lack;

/** Of ExpressRoute; left out of a VPN. */
type OfCircuit = Readonly<{ over?: "circuit" }>;

export type CircuitPart = "circuit" | "provider" | "privatePeering";

/** Why a step ends as it does: an id, and what belongs into the sentence. */
export type Reason = Readonly<
  // Names
  | { is: "asksAzure"; network: string }
  | { is: "asksServers"; network: string; servers: readonly string[] }
  /** Servers set on the interface of a machine, where its network has others or none. */
  | { is: "asksOwnServers"; machine: string; servers: readonly string[] }
  | { is: "ownServersUnseen"; machine: string; servers: readonly string[] }
  /** Whom its network asks knows the name. */
  /** `othersKnow`: the servers of its network know the name; false where that could not be read. */
  | Readonly<{
      is: "ownServersLack";
      machine: string;
      servers: readonly string[];
      address: string;
      network: string;
      othersKnow: boolean;
    }>
  | ({ is: "zoneLinked"; network: string } & Zone)
  | ({ is: "zoneNotLinked"; network: string; networkId: string } & Zone)
  | ({ is: "linkUnfinished"; network: string; state: string; linkId: string } & Zone)
  | { is: "zoneMissing"; name: string }
  | { is: "ruleForwards"; ruleset: string; rule: string; servers: readonly string[] }
  | { is: "recordFound"; name: string; addresses: readonly string[]; zoneId: string; label: string }
  /** `wanted`: the address that it would have to say, once it is known whom the name is asked for. */
  | ({ is: "recordMissing"; name: string; zoneId: string; label: string; wanted?: string } & Zone)
  | { is: "serverForwardsUnseen"; server: string }
  | { is: "serverDown"; server: string; state: string }
  | { is: "serverUnknown"; server: string }
  | { is: "serverPublic"; server: string; name: string }
  /** `keptBy`: the id of the policy, or the firewall, that has the setting. */
  | { is: "proxyOff"; firewall: string; keptBy: string }
  /** `zoneId`: of the zone that says so; absent where no zone does. */
  | {
      is: "answerStale";
      addresses: readonly string[];
      wanted: string;
      zoneId?: string;
      label?: string;
    }
  /** `endpoint`: a further one, which may stand there. */
  | { is: "answerElsewhere"; addresses: readonly string[]; endpoint: string }
  /** It is where the API server stands. */
  | { is: "answerRight"; wanted: string }
  | { is: "publicAnswer"; name: string }
  // Packets
  | { is: "ruleAllows"; group: string; rule: string; priority: number; direction: Direction }
  /** `network`: the id of the one in which the group stands. */
  | {
      is: "ruleDenies";
      group: string;
      rule: string;
      priority: number;
      direction: Direction;
      network: string;
      packet: Asked;
    }
  | { is: "ruleUndecided"; group: string; rule: string | null; because: RuleDoubt; direction: Direction }
  | { is: "adminAllows"; rule: string; manager: string; priority: number }
  | { is: "adminDenies"; rule: string; manager: string; priority: number }
  | { is: "adminUndecided"; rule: string; manager: string }
  /** `route`: the name of the one in the table; null for a system route. */
  | {
      is: "routeLeads";
      prefix: string;
      nextHop: string;
      via: string | null;
      own: boolean;
      route: string | null;
    }
  | {
      is: "routeDrops";
      prefix: string;
      nextHop: string;
      own: boolean;
      route: string | null;
      address?: string;
    }
  /** What a gateway leads to, and the table keeps from its subnets. */
  | { is: "routesRefused"; prefix: string; networkId: string }
  | { is: "routeUnknown"; prefix: string | null; nextHop: string | null }
  /** A route for some public addresses or a tag, by which the name perhaps leaves, leads nowhere. */
  | { is: "routeMayDrop"; prefix: string; name: string }
  /** Neither a route of one's own nor a public address to leave by. */
  | { is: "noWayOut"; route: string | null }
  /** Azure Firewall leaves by its own. */
  | { is: "noPublicAddress" }
  /** It sends on to the Internet with the sender's private address, to which nothing answers. `keptBy`: whose setting. */
  | { is: "sourceKept"; firewall: string; keptBy: string }
  /** It has no public address, and takes out what the subnet sends on. */
  | { is: "natGatewayBare"; subnet: string; subnetId: string }
  /** An appliance takes what is for the Internet, and has nothing to leave by itself. */
  | { is: "hopWithoutWayOut"; address: string; subnet: string }
  | { is: "peeringConnected"; from: string; to: string }
  | ({ is: "peeringMissing" } & Between)
  | ({ is: "peeringState"; state: string } & Between)
  | ({ is: "peeringForbids"; setting: PeeringSetting } & Between)
  | ({ is: "peeringStale"; address: string; sync: string } & Between)
  | { is: "peeringPartial"; from: string; to: string }
  | { is: "transitOpen"; hub: string; network: string }
  | { is: "transitMissing"; hub: string; network: string; halves: readonly TransitHalf[] }
  | ({ is: "connectionUp" } & OfCircuit)
  | ({ is: "connectionDown"; state: string } & OfCircuit)
  | ({ is: "connectionUnsure"; state: string } & OfCircuit)
  | ({ is: "connectionSkipped" } & OfCircuit)
  | { is: "connectionStrange"; type: string }
  | { is: "farRangeHolds"; address: string }
  | { is: "farRangeLacks"; address: string }
  | { is: "farRangesLearned"; connection: string }
  /** No BGP session of the gateway teaches what is behind it. */
  | { is: "nothingTaught"; connection: string }
  | { is: "farRangeTaken"; address: string; network: string }
  | { is: "selectorsJoin"; from: string; to: string }
  | { is: "selectorsUnsure"; from: string; to: string }
  | { is: "selectorsLack"; from: string; to: string }
  | { is: "circuitWorks"; part: CircuitPart }
  /** `state`: null where there is no such part. */
  | { is: "circuitDown"; part: CircuitPart; state: string | null }
  | { is: "circuitUnsure"; part: CircuitPart; state: string }
  | ({ is: "gatewayWorks" } & OfCircuit)
  | ({ is: "gatewayState"; state: string } & OfCircuit)
  | { is: "gatewayMissing"; network: string }
  | ({ is: "gatewayUnjoined" } & OfCircuit)
  | { is: "beyondGateway" }
  /** `address` is null where it is not said by which it was reached. */
  | { is: "hopForwards"; address: string | null }
  | { is: "hopDown"; address: string; state: DownState }
  | { is: "hopNotForwarding"; address: string }
  /**
   * `route`: the one of one's own that leads there, of the route table that is the component. `beyond`: the network from
   * which it leads, where neither that nor any that is peered with it has the address.
   */
  | { is: "hopNobody"; address: string; route: string | null; beyond: string | null }
  | { is: "hopOpen"; address: string; because: Unavailable["message"] }
  | { is: "hopRulesUnread"; firewall: string }
  | { is: "proxyUnseen"; proxy: string }
  /** `keepsSource`: it goes on to the Internet with the sender's own address. */
  | { is: "firewallAllows"; firewall: string; rule: string; collection: string; keepsSource?: true }
  /** `before`: the rule behind it that would have let it through. */
  | { is: "firewallDenies"; firewall: string; rule: string; collection: string; before?: string }
  /** TLS ends there, with a certificate that nobody behind it takes. */
  | { is: "firewallOpensTls"; firewall: string; rule: string; collection: string; wanted: Sought }
  | { is: "firewallNoRule"; firewall: string; to: string; service: string; wanted: Sought }
  | { is: "firewallUndecided"; firewall: string; because: FirewallDoubt }
  | { is: "loops"; address: string }
  | { is: "otherAppliance"; there: string; back: string | null }
  | { is: "targetReached"; address: string; port: number }
  | { is: "targetGone"; address: string }
  | { is: "listenerUnseen"; port: number }
  | { is: "leavesStraight" }
  | { is: "targetUnknown"; address: string }
  /** `direction`: of a group that was to be asked. */
  | { is: "unread"; message: Unavailable["message"]; direction?: Direction }
>;

export type StepState = "passes" | "stops" | "unknown";

type Met = Readonly<{ component: Component; reason: Reason }>;

/** `needs`: what a 403 named, where that is why. */
export type OpenStep = Met &
  Readonly<{ state: "unknown"; because: OpenReason; needs: readonly Permission[] }>;

export type Step = OpenStep | (Met & Readonly<{ state: "passes" | "stops" }>);

/** The gravest first. */
export const gravity = { stopped: 0, unknown: 1, delivered: 2 } as const;

/** What a 403 named on the way. */
export const needsOf = (step: Step | undefined): readonly Permission[] =>
  step?.state === "unknown" ? step.needs : [];

export const isStopped = (steps: readonly Step[]): boolean => steps.some(({ state }) => state === "stops");

export type Trace = Readonly<{ end: "delivered" | "stopped" | "unknown"; steps: readonly Step[] }>;

export const passes = (component: Component, reason: Reason): Step => ({
  ...{ component, state: "passes", reason },
});
export const stops = (component: Component, reason: Reason): Step => ({
  ...{ component, state: "stops", reason },
});
/** For every reason but a right: that is told by what was not read. */
export const open = (
  component: Component,
  because: Exclude<OpenReason, "noRight">,
  reason: Reason,
): OpenStep => ({ component, state: "unknown", because, reason, needs: [] });

type Unread = Pick<Unavailable, "message" | "needs">;

export const unreadAs = (component: Component, { message, needs }: Unread, reason: Reason): OpenStep => ({
  ...{ component, state: "unknown", because: openReasonOf(message), reason, needs },
});
export const unread = (component: Component, section: Unread, direction?: Direction): OpenStep =>
  unreadAs(component, section, {
    ...{ is: "unread", message: section.message },
    ...(direction && { direction }),
  });

/** Whatever else is open: one certain stop is enough. What was not settled, or not asked, is never taken for delivered. */
export function traceOf(steps: readonly Step[]): Trace {
  if (isStopped(steps)) return { end: "stopped", steps };
  const isProved = steps.length > 0 && steps.every(({ state }) => state === "passes");
  return { end: isProved ? "delivered" : "unknown", steps };
}

/** Nothing comes after the first certain stop. */
export const untilStop = (steps: readonly Step[]): readonly Step[] => {
  const at = steps.findIndex(({ state }) => state === "stops");
  return at < 0 ? steps : steps.slice(0, at + 1);
};
