// Whether network security groups let a packet through.
// https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview
// https://learn.microsoft.com/azure/virtual-network/service-tags-overview
import { type Address, holds, isPrivate, isRange, someOnPremises } from "./addresses.ts";
import { type Answer, all, broken, cannotTell, works } from "./answer.ts";
import { at, type Estate, listAt, type Subnet, textAt, textsAt } from "./estate.ts";
import { connectedRanges, learns } from "./reach.ts";

export type Packet = Readonly<{ from: Address; to: Address; port: number; protocol: "Tcp" | "Udp" }>;
export type Direction = "Inbound" | "Outbound";

/** What health probes and Azure's own DNS come from. */
export const platform = "168.63.129.16";

type Rule = Readonly<{ allows: boolean; priority: number; matches: boolean | null; name: string }>;

const both = (parts: readonly (boolean | null)[]): boolean | null =>
  parts.includes(false) ? false : parts.includes(null) ? null : true;
const either = (parts: readonly (boolean | null)[]): boolean | null =>
  parts.includes(true) ? true : parts.includes(null) ? null : false;

const inRange = (range: string, port: number): boolean => {
  const [first = "", last = first] = range.split("-");
  return range === "*" || (Number(first) <= port && port <= Number(last));
};

/** Clients dial from a high port, and nobody knows which. */
const fromSomePort = (range: string): boolean | null => {
  const [first = "0", last = first] = range === "*" ? ["0", "65535"] : range.split("-");
  if (Number(first) <= 1024 && Number(last) >= 65535) return true;
  return Number(last) >= 1024 ? null : false;
};

/** Whether an address is what a rule names; `subnet` is where the group counts. */
function named(estate: Estate, subnet: Subnet, name: string, address: Address): boolean | null {
  if (name === "*" || name.toLowerCase() === "any" || name === address) return true;
  if (isRange(name)) return holds(name, address);
  if (address === someOnPremises) return false;
  const network = estate.network(subnet.network);
  const learned = network !== undefined && isPrivate(address) && learns(estate, network);
  const ranges = connectedRanges(estate, subnet).map((range) => holds(range, address));
  const inNetwork = either([...ranges, ...(learned ? [null] : [])]);
  if (name === "VirtualNetwork") return address === platform ? true : inNetwork;
  if (name === "AzureLoadBalancer") return address === platform;
  if (address === platform) return false;
  // A route of one's own for everything makes the network's tag so wide that nobody says what is left to this one.
  if (name === "Internet") return isPrivate(address) ? false : inNetwork === true ? null : true;
  return isRange(address) ? false : null;
}

const oneOrMore = (rule: unknown, name: string): readonly string[] => {
  const single = textAt(rule, `properties.${name}`);
  const several = name.endsWith("x") ? `properties.${name}es` : `properties.${name}s`;
  return single === "" ? textsAt(rule, several) : [single];
};

function ruleFor(estate: Estate, subnet: Subnet, rule: unknown, packet: Packet): Rule {
  const protocol = textAt(rule, "properties.protocol");
  const sides = [
    ["sourceAddressPrefix", packet.from],
    ["destinationAddressPrefix", packet.to],
  ] as const;
  const matches = both([
    protocol === "*" || protocol.toLowerCase() === packet.protocol.toLowerCase(),
    oneOrMore(rule, "destinationPortRange").some((range) => inRange(range, packet.port)),
    either(oneOrMore(rule, "sourcePortRange").map(fromSomePort)),
    ...sides.map(([side, address]) => {
      const names = oneOrMore(rule, side);
      // Application security groups: whose interfaces are in them is not asked here.
      return names.length === 0 ? null : either(names.map((each) => named(estate, subnet, each, address)));
    }),
  ]);
  const priority = Number(at(rule, "properties.priority"));
  return {
    allows: textAt(rule, "properties.access") === "Allow",
    priority,
    matches,
    name: textAt(rule, "name"),
  };
}

const everyPort = { protocol: "*", sourcePortRange: "*", destinationPortRange: "*" };
const defaultRule = (direction: Direction, access: string, priority: number, from: string, to: string) => ({
  name: `default ${priority}`,
  properties: {
    ...everyPort,
    ...{ direction, access, priority, sourceAddressPrefix: from, destinationAddressPrefix: to },
  },
});
/** #default-security-rules of the overview. */
const defaultRules = [
  defaultRule("Inbound", "Allow", 65000, "VirtualNetwork", "VirtualNetwork"),
  defaultRule("Inbound", "Allow", 65001, "AzureLoadBalancer", "*"),
  defaultRule("Inbound", "Deny", 65500, "*", "*"),
  defaultRule("Outbound", "Allow", 65000, "VirtualNetwork", "VirtualNetwork"),
  defaultRule("Outbound", "Allow", 65001, "*", "Internet"),
  defaultRule("Outbound", "Deny", 65500, "*", "*"),
];

/** The first rule that matches decides; what may match counts only if it decides otherwise than the rest. */
function decide(rules: readonly Rule[]): boolean | null {
  const [first, ...rest] = rules;
  if (first === undefined) return false;
  if (first.matches === true) return first.allows;
  const further = decide(rest);
  return first.matches === false || further === first.allows ? further : null;
}

export function passesGroup(
  estate: Estate,
  group: string,
  subnet: Subnet,
  direction: Direction,
  packet: Packet,
): Answer {
  const resource = estate.get(group);
  if (resource === undefined) return works;
  const rules = [...listAt(resource, "properties.securityRules"), ...defaultRules]
    .filter((rule) => textAt(rule, "properties.direction") === direction)
    .map((rule) => ruleFor(estate, subnet, rule, packet))
    .toSorted((left, right) => left.priority - right.priority);
  const verdict = decide(rules);
  if (verdict === true) return works;
  const what = `${direction} ${packet.from} → ${packet.to}:${packet.port}/${packet.protocol}`;
  return verdict === null
    ? cannotTell(`${what} hangs on what a tag holds`)
    : broken(`${what} is denied`, resource.id);
}

/** The subnet's group and those of the interface: all of them must let it through. */
export const passesGroups = (
  estate: Estate,
  place: Readonly<{ subnet: Subnet; groups: readonly string[] }>,
  direction: Direction,
  packet: Packet,
): Answer =>
  all(
    [place.subnet.group, ...place.groups]
      .filter((each) => each !== undefined)
      .map((each) => passesGroup(estate, each, place.subnet, direction, packet)),
  );
