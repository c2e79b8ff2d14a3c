// What is on its way out to a public name, and what stands at the borders that it passes.
import type { Subnet, VirtualNetwork } from "../../snapshot/network.ts";
import { idKey } from "../../snapshot/resource-id.ts";
import type { NetworkSecurityGroup, SecurityRule } from "../../snapshot/security.ts";
import { coverage, parseCidr, privateSpace } from "../address/cidr.ts";
import { https } from "../address/packet.ts";
import type { PublicTags } from "../address/public-ranges.ts";
import { concerns, type NsgFlow } from "../filter/nsg.ts";
import type { Holder, NetworkModel } from "../model/model.ts";
import { type Component, gravity, type Step, traceOf } from "../model/step.ts";
import { type Border, guard } from "./guard.ts";

// Rules that let some public addresses through before a later one denies the rest.

const isPublicEntry = (entry: string): boolean =>
  parseCidr(entry) === null ? !/^VirtualNetwork$/i.test(entry) : coverage(privateSpace, entry) === "no";

/** On TCP 443. `priority` is that of the rule that denies. */
const allowedBefore = (
  { rules }: NetworkSecurityGroup,
  priority: number,
  direction: NsgFlow["direction"] = "Outbound",
): readonly SecurityRule[] =>
  rules.filter(
    (rule) =>
      rule.priority < priority &&
      /^allow$/i.test(rule.access) &&
      concerns(rule, { direction, protocol: "Tcp", port: 443 }) !== "no" &&
      rule.destinationAddressPrefixes.some(isPublicEntry),
  );

/**
 * `from`: the subnet in which it began; `source`: its address there; `own`: the address of what sent it on last; `tags`:
 * of the address that it seeks; `via`: the hops so far.
 */
export type EgressPacket = Readonly<{
  model: NetworkModel;
  network: VirtualNetwork;
  subnet: Subnet;
  from: string;
  source: string;
  own: string;
  name: string;
  tags: PublicTags;
  via: readonly string[];
  /** What sends it on: an Azure Firewall without a public address. */
  privateFirewall?: Component | undefined;
  /** What sends it on left the sender's own address in front: an Azure Firewall, by its settings. */
  untranslated?: Component | undefined;
  /** What sends it on: an appliance that has no address of its own to leave by. */
  bareAppliance?: Readonly<{ at: Component; address: string }> | undefined;
  onlyByRoutes: boolean;
}>;

export const gravestOf = (ways: readonly (readonly Step[])[]): readonly Step[] | undefined =>
  ways
    .map((steps) => ({ steps, end: steps.length === 0 ? "delivered" : traceOf(steps).end }) as const)
    .toSorted((one, other) => gravity[one.end] - gravity[other.end])[0]?.steps;

/**
 * What comes in at an appliance to be sent on is for no address of its network: rules before the one that denies may let
 * it in by words that are not settled here.
 */
function mayLetIn({ securityGroups }: NetworkModel, { component: { id }, reason }: Step): boolean {
  if (reason.is !== "ruleDenies" || reason.direction !== "Inbound") return false;
  const group = id === null ? undefined : securityGroups[idKey(id)];
  return (
    group?.status === "collected" && allowedBefore(group.data, reason.priority, reason.direction).length > 0
  );
}

/** What stands at a border, for whatever of the Internet the name is. */
export const bordersOut = (
  { model, tags }: Pick<EgressPacket, "model" | "tags">,
  border: Border,
  source: string,
  direction: NsgFlow["direction"],
): readonly Step[] =>
  guard(model, border, { ...https, source, destination: "Internet", tags }, direction).filter(
    (step) => !mayLetIn(model, step),
  );

/** One interface takes and sends. Where there are several, which one sends, Azure does not show. */
export const sendsWhereItTakes = ({ holders }: NetworkModel, { id, kind }: Holder): boolean =>
  kind === "virtualMachine" && holders.filter((each) => idKey(each.id) === idKey(id)).length === 1;
