// What a network's machines hear when they ask for a private name: which servers they ask, and what those can know.
// https://learn.microsoft.com/azure/virtual-network/virtual-networks-name-resolution-for-vms-and-role-instances
import type { ForwardingRule, ForwardingRuleset, VirtualNetwork } from "../../snapshot/network.ts";
import { sameId } from "../../snapshot/resource-id.ts";
import type { NetworkLocation } from "../address/packet.ts";
import { azureHost } from "../filter/nsg.ts";
import { component, holderOf, type NetworkModel, networkIn } from "../model/model.ts";
import {
  open,
  passes,
  type Reason,
  type Step,
  stops,
  type Trace,
  traceOf,
  unread,
  untilStop,
} from "../model/step.ts";
import { platformDns, withoutPlatform } from "../walk/platform.ts";
import { type AskOn, answersAt, viaServer } from "./ask-server.ts";
import { answeringLength, askAzureDns } from "./private-zones.ts";

// To whom Azure's own DNS passes a name on: rules that a ruleset has for networks that are linked to it.
// https://learn.microsoft.com/azure/dns/private-resolver-endpoints-rulesets

/** `contoso.com.` and `.` for everything. */
const domainOf = ({ domainName }: ForwardingRule): string => domainName.replace(/\.$/, "").toLowerCase();

const covers = (rule: ForwardingRule, name: string): boolean => {
  const domain = domainOf(rule);
  return domain === "" || name.toLowerCase() === domain || name.toLowerCase().endsWith(`.${domain}`);
};

type Forwarding = Readonly<{ step: Step; servers: readonly string[] }>;

const isOn = ({ ruleState }: ForwardingRule): boolean => /^enabled$/i.test(ruleState);

function bestOf(rules: readonly ForwardingRule[], name: string): ForwardingRule | undefined {
  return rules
    .filter((rule) => isOn(rule) && covers(rule, name))
    .toSorted((one, other) => domainOf(other).length - domainOf(one).length)[0];
}

const isLinked = ({ linkedNetworkIds }: ForwardingRuleset, networkId: string): boolean =>
  linkedNetworkIds.status === "collected" && linkedNetworkIds.data.some((id) => sameId(id, networkId));

/**
 * What a ruleset makes of a name in a network; null where none does anything. `zoneLength`: of the name of the private
 * zone that answers there, 0 where none does: of a zone and a rule the longer name decides, and of equal ones the zone.
 */
function forwardingIn(
  { rulesets, hiddenRulesets }: NetworkModel,
  networkId: string,
  name: string,
  zoneLength: number,
): Forwarding | null {
  for (const ruleset of rulesets) {
    const at = component("dnsServer", ruleset.id, ruleset.name);
    if (ruleset.linkedNetworkIds.status === "unavailable" && zoneLength === 0)
      return { step: unread(at, ruleset.linkedNetworkIds), servers: [] };
    if (!isLinked(ruleset, networkId)) continue;
    if (ruleset.rules.status === "unavailable") return { step: unread(at, ruleset.rules), servers: [] };
    const rule = bestOf(ruleset.rules.data, name);
    if (rule === undefined || (zoneLength > 0 && domainOf(rule).length <= zoneLength)) continue;
    const { servers } = rule;
    const reason = { is: "ruleForwards", ruleset: ruleset.name, rule: rule.name, servers } as const;
    return { step: servers.length === 0 ? open(at, "noAnswer", reason) : passes(at, reason), servers };
  }
  const [hidden] = zoneLength > 0 ? [] : hiddenRulesets;
  const at = component("network", networkId);
  return hidden === undefined ? null : { step: unread(at, hidden), servers: [] };
}

/** A ruleset's rule decides where its name is longer than that of any linked zone; those servers are asked by Azure. */
function byRuleset(model: NetworkModel, network: VirtualNetwork, name: string): readonly Step[] | null {
  const found = forwardingIn(model, network.id, name, answeringLength(model, network, name));
  if (found === null) return null;
  const answers = found.servers.map((ip) => traceOf(answersAt(model, ip, name)));
  return [found.step, ...(answers.length === 0 ? [] : decide(answers).steps)];
}

function fromAzure(model: NetworkModel, place: NetworkLocation, network: VirtualNetwork, name: string) {
  const answer = byRuleset(model, network, name) ?? askAzureDns(model, network, name);
  return untilStop([...withoutPlatform(model, place, platformDns), ...answer]);
}

/** Said by a server that was reached: there is no such name. Whoever is told so asks no other server. */
const refusals: readonly Reason["is"][] = ["zoneNotLinked", "zoneMissing", "recordMissing", "serverPublic"];

const isRefusal = ({ end, steps }: Trace): boolean =>
  end === "stopped" && steps.some(({ state, reason }) => state === "stops" && refusals.includes(reason.is));

const isPublic = ({ steps }: Trace): boolean => steps.some(({ reason }) => reason.is === "serverPublic");

const grade = { delivered: 0, unknown: 1, stopped: 2 } as const;

/**
 * Of several servers, in their order: where one is silent the next one is asked, and the first that answers decides. That
 * one on the Internet is reached nobody knows, so the one after it may be asked as well.
 */
function decide(answers: readonly Trace[]): Trace {
  const [best = traceOf([])] = answers.toSorted((one, other) => grade[one.end] - grade[other.end]);
  const first = answers.find((each) => each.end !== "stopped" || isRefusal(each));
  // One that nobody knows anything of may be silent.
  if (first === undefined || first.end === "unknown") return best;
  if (!isPublic(first) || best.end === "stopped") return first;
  return traceOf(
    first.steps.map((step) => {
      const { reason, component: at } = step;
      return reason.is === "serverPublic"
        ? open(at, "notShown", { is: "serverUnknown", server: reason.server })
        : step;
    }),
  );
}

type Asking = Readonly<{ name: string; servers: readonly string[]; seen: readonly string[]; asked: Step }>;

/** `seen`: servers that were asked on the way here, so that two that ask each other come to an end. */
function askEach(
  model: NetworkModel,
  place: NetworkLocation,
  network: VirtualNetwork,
  asking: Asking,
): Trace {
  const { name, servers, seen, asked } = asking;
  const answers = servers.map((ip) => {
    const at = { kind: "dnsServer", name: ip, id: null } as const;
    if (ip === azureHost) return traceOf([asked, ...fromAzure(model, place, network, name)]);
    if (seen.includes(ip)) return traceOf([asked, open(at, "notShown", { is: "serverUnknown", server: ip })]);
    const askOn: AskOn = (others, from): readonly Step[] =>
      askServers(model, from, { name, servers: others, seen: [...seen, ip] }).steps;
    return traceOf([asked, ...untilStop(viaServer({ model, name, askOn }, place, ip))]);
  });
  return decide(answers);
}

function askServers(model: NetworkModel, place: NetworkLocation, asking: Omit<Asking, "asked">): Trace {
  const network = networkIn(model, place.networkId);
  const here = component("network", place.networkId);
  if (network.status === "unavailable") return traceOf([unread(here, network)]);
  const { servers } = asking;
  const asked = passes(here, { is: "asksServers", network: network.data.name, servers });
  return askEach(model, place, network.data, { ...asking, asked });
}

function asNetworkDoes(
  model: NetworkModel,
  place: NetworkLocation,
  network: VirtualNetwork,
  name: string,
): Trace {
  const { dnsServers: servers, name: called } = network;
  const asked = passes(component("network", network.id), { is: "asksAzure", network: called });
  return servers.every((ip) => ip === azureHost)
    ? traceOf([asked, ...fromAzure(model, place, network, name)])
    : askServers(model, place, { name, servers, seen: [] });
}

/**
 * Servers on a machine's own interface come in place of the network's. Where those would not know the name either, what
 * they lack is told; else it is the setting that is wrong.
 * https://learn.microsoft.com/azure/virtual-network/virtual-network-network-interface#change-dns-servers
 */
function asMachineDoes(
  model: NetworkModel,
  place: NetworkLocation,
  network: VirtualNetwork,
  name: string,
  { id, name: machine, servers }: Readonly<{ id: string; name: string; servers: readonly string[] }>,
): Trace {
  const at = component("virtualMachine", id, machine);
  const asked = passes(at, { is: "asksOwnServers", machine, servers });
  const own = askEach(model, place, network, { name, servers, seen: [], asked });
  const { end } = asNetworkDoes(model, place, network, name);
  // Public servers never know a private name, whatever those of the network say.
  const isSure = end === "delivered" || (end === "unknown" && own.steps.at(-1)?.reason.is === "serverPublic");
  if (own.end === "delivered" || !isSure) return own;
  const lack = {
    machine,
    servers,
    address: place.address,
    network: network.id,
    othersKnow: end === "delivered",
  };
  return own.end === "unknown"
    ? traceOf([open(at, "notShown", { is: "ownServersUnseen", machine, servers }), ...own.steps.slice(1)])
    : traceOf([stops(at, { is: "ownServersLack", ...lack })]);
}

export function resolve(model: NetworkModel, place: NetworkLocation, name: string): Trace {
  const network = networkIn(model, place.networkId);
  const here = component("network", place.networkId);
  if (network.status === "unavailable") return traceOf([unread(here, network)]);
  const holder = holderOf(model, place.address, network.data);
  return holder?.dnsServers === undefined
    ? asNetworkDoes(model, place, network.data, name)
    : asMachineDoes(model, place, network.data, name, { ...holder, servers: holder.dnsServers });
}

/** The addresses that were answered; none where the name was not. */
export const answersOf = ({ steps }: Trace): readonly string[] =>
  steps.flatMap(({ reason }) => (reason.is === "recordFound" ? reason.addresses : []));
