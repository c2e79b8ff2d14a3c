// Jump hosts: every check of it. A new one goes here or beside this, and into the list.
import { isRunning } from "../../client/client-networks.ts";
import { areJumpHosts, likelyHosts, type StrangersFact, unlessStrangers } from "../../client/likely-hosts.ts";
import { type Fix, fixAt } from "../../fix/write/fix.ts";
import {
  advise,
  fail,
  notApplicable,
  notConfigured,
  type Outcome,
  pass,
  type SharedFact,
  unread,
} from "../../outcome/check.ts";
import { columns, labelled } from "../../outcome/columns.ts";
import type { JumpHost, JumpScaleSet } from "../../snapshot/hosts.ts";
import { idKey, nameOf } from "../../snapshot/resource-id.ts";
import { collected } from "../../snapshot/section.ts";
import { defineCheck, unlessPrivate } from "../kit/define-check.ts";
import { defineStep } from "../kit/define-step.ts";
import { jumpAci } from "./jump.aci.ts";
import { jumpPlacement } from "./jump.placement.ts";
import { jumpHealth, jumpPower } from "./jump-power.ts";

// jump.discovered: most access paths to a private cluster end on a virtual machine near it.

type JumpHostFact = Readonly<
  | { is: "found"; count: number }
  /** Which of them is a jump host is not known. */
  | { is: "machinesFound" }
  /** Whether they have instances is another question. */
  | { is: "setsFound"; sets: readonly string[] }
  | { is: "noMachine" }
  /** Appliances and DNS servers. */
  | { is: "serversOnly" }
>;

const jumpDiscovered = defineCheck({
  id: "jump.discovered",
  severity: "medium",
  scope: "people",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/aks/private-cluster-connect",
  needs: ["jumpHosts", "clusterNetwork"],
  looksAt: ["peerNetworks", "jumpScaleSets"],
  after: ["vnet.cluster-subnet"],
  skip: unlessPrivate,
  evaluate: ({
    clusterNetwork,
    jumpHosts,
    peerNetworks,
    jumpScaleSets,
  }): Outcome<JumpHostFact | SharedFact> => {
    const sources = { clusterNetwork, peerNetworks, jumpHosts: collected(jumpHosts) };
    const hosts = likelyHosts(sources);
    if (hosts.length > 0)
      return pass(
        areJumpHosts(sources) ? { is: "found", count: hosts.length } : { is: "machinesFound" },
        hosts.map((host) => columns(host.name, host.privateIpAddress ?? "", nameOf(host.virtualNetworkId))),
      );
    const sets = jumpScaleSets.items.map(({ name }) => name);
    if (sets.length > 0) return pass({ is: "setsFound", sets });
    if (peerNetworks.status === "unavailable") return unread(peerNetworks);
    const unreadable = peerNetworks.data
      .map(({ network }) => network)
      .find((network) => network.status === "unavailable");
    return unreadable === undefined
      ? notConfigured({ is: jumpHosts.length === 0 ? "noMachine" : "serversOnly" })
      : unread(unreadable);
  },
});

// jump.vmss: a scale set without instances is no jump host.

type JumpSetFact = Readonly<
  | { is: "noSet" }
  | { is: "empty"; set: string }
  | { is: "single"; set: string }
  | { is: "filled"; set: string; count: number }
>;

/** One more than is needed, so that one may fail. */
const fill = ({ id }: JumpScaleSet): Fix | null =>
  fixAt(
    id,
    (at) => ({ kind: "scaleScaleSet", at, count: 2 }),
    { is: "machineCosts" },
    "Virtual Machine Contributor",
  );

/** Of several sets, the fullest: one access path is enough. */
function judgeSet({ id, name, capacity }: JumpScaleSet): Outcome<JumpSetFact> {
  const evidence = [labelled("capacity", name, capacity)];
  if (capacity > 1) return pass({ is: "filled", set: name, count: capacity }, evidence);
  return advise({ is: "single", set: name }, { resourceId: id, evidence });
}

const jumpVmss = defineCheck({
  id: "jump.vmss",
  severity: "high",
  scope: "people",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/virtual-machine-scale-sets/overview",
  needs: ["clusterNetwork"],
  looksAt: ["jumpScaleSets", "jumpHosts", "peerNetworks"],
  after: ["vnet.cluster-subnet"],
  skip: unlessPrivate,
  evaluate: ({ jumpScaleSets: { items, missing }, ...sources }): Outcome<JumpSetFact | SharedFact> => {
    const [set] = items.toSorted((one, other) => other.capacity - one.capacity);
    if (set === undefined)
      return missing[0] === undefined ? notApplicable({ is: "noSet" }) : unread(missing[0]);
    if (set.capacity > 0) return missing[0] === undefined ? judgeSet(set) : unread(missing[0]);
    const { id, name } = set;
    const more = { resourceId: id, evidence: [labelled("capacity", name, set.capacity)], fix: fill(set) };
    return likelyHosts(sources).some(isRunning)
      ? advise({ is: "empty", set: name }, more)
      : fail({ is: "empty", set: name }, more);
  },
});

// jump.redundancy: whether people still get in when one jump host, or the zone that it stands in, fails. Advice.

type RedundancyFact = Readonly<
  | { is: "noHost" }
  | { is: "onlyOne"; host: string }
  /** Nothing keeps them from failing together. */
  | { is: "sideBySide"; hosts: readonly string[] }
  | { is: "apart"; hosts: readonly string[] }
>;

/** Two that stand in different zones, in one availability set, or in one scale set. */
function areApart(hosts: readonly JumpHost[]): boolean {
  const zones = new Set(hosts.flatMap(({ zones: each = [] }) => each));
  const shared = hosts.flatMap(({ availabilitySetId, scaleSetId }) => availabilitySetId ?? scaleSetId ?? []);
  return zones.size > 1 || new Set(shared.map(idKey)).size < shared.length;
}

function judgeApart(hosts: readonly JumpHost[]): Outcome<RedundancyFact | SharedFact> {
  const [first] = hosts;
  if (first === undefined) return notApplicable({ is: "noHost" });
  if (hosts.length === 1) return advise({ is: "onlyOne", host: first.name }, { resourceId: first.id });
  const names = hosts.map(({ name }) => name);
  if (areApart(hosts)) return pass({ is: "apart", hosts: names });
  const unasked = hosts.map(({ powerState }) => powerState).find(({ status }) => status === "unavailable");
  if (unasked?.status === "unavailable") return unread(unasked);
  return advise({ is: "sideBySide", hosts: names }, { resourceId: first.id });
}

const jumpRedundancy = defineCheck({
  id: "jump.redundancy",
  severity: "low",
  scope: "people",
  impact: "advises",
  source: "https://learn.microsoft.com/azure/virtual-machines/availability",
  needs: ["clusterNetwork", "jumpHosts"],
  looksAt: ["peerNetworks"],
  after: ["jump.discovered"],
  skip: unlessPrivate,
  evaluate: ({ jumpHosts, ...data }): Outcome<RedundancyFact | StrangersFact | SharedFact> => {
    const sources = { ...data, jumpHosts: collected(jumpHosts) };
    return unlessStrangers(sources, judgeApart(likelyHosts(sources)));
  },
});

// jump.public-ip: a jump host with a public address is found by everybody who scans the Internet. Advice.

type PublicHostFact = Readonly<
  { is: "noHost" } | { is: "noneIsPublic" } | { is: "arePublic"; hosts: readonly string[] }
>;

const jumpPublicIp = defineCheck({
  id: "jump.public-ip",
  severity: "medium",
  scope: "people",
  impact: "advises",
  source: "https://learn.microsoft.com/azure/security/fundamentals/network-best-practices",
  needs: ["clusterNetwork", "jumpHosts"],
  looksAt: ["peerNetworks"],
  after: ["jump.discovered"],
  skip: unlessPrivate,
  evaluate: ({ jumpHosts, ...data }): Outcome<PublicHostFact | StrangersFact | SharedFact> => {
    const sources = { ...data, jumpHosts: collected(jumpHosts) };
    const hosts = likelyHosts(sources);
    if (hosts.length === 0) return notApplicable({ is: "noHost" });
    const open = hosts.filter(({ hasPublicAddress }) => hasPublicAddress === true);
    const [first] = open;
    if (first === undefined) return pass({ is: "noneIsPublic" });
    const found = { is: "arePublic", hosts: open.map(({ name }) => name) } as const;
    return unlessStrangers(sources, advise(found, { resourceId: first.id }));
  },
});

// jump.ssh-auth: a password is guessed in time, a key is not. Advice.

type SshFact = Readonly<
  | { is: "takesKeys"; hosts: readonly string[] }
  | { is: "takesPasswords"; hosts: readonly string[] }
  /** Windows, and disks that Azure did not make. */
  | { is: "noneSays" }
>;

const namesOf = (hosts: readonly JumpHost[]): readonly string[] => hosts.map(({ name }) => name);

function judgePasswords(hosts: readonly JumpHost[]): Outcome<SshFact | SharedFact> {
  const open = hosts.filter(({ takesPasswords }) => takesPasswords === true);
  const [first] = open;
  if (first !== undefined)
    return advise({ is: "takesPasswords", hosts: namesOf(open) }, { resourceId: first.id });
  const shut = hosts.filter(({ takesPasswords }) => takesPasswords === false);
  const unasked = hosts.map(({ powerState }) => powerState).find(({ status }) => status === "unavailable");
  if (unasked?.status === "unavailable") return unread(unasked);
  return shut.length > 0
    ? pass({ is: "takesKeys", hosts: namesOf(shut) })
    : notApplicable({ is: "noneSays" });
}

const jumpSshAuth = defineCheck({
  id: "jump.ssh-auth",
  severity: "low",
  scope: "people",
  impact: "advises",
  source: "https://learn.microsoft.com/azure/virtual-machines/linux/create-ssh-keys-detailed",
  needs: ["clusterNetwork", "jumpHosts"],
  looksAt: ["peerNetworks"],
  after: ["jump.discovered"],
  skip: unlessPrivate,
  evaluate: ({ jumpHosts, ...data }): Outcome<SshFact | StrangersFact | SharedFact> => {
    const sources = { ...data, jumpHosts: collected(jumpHosts) };
    return unlessStrangers(sources, judgePasswords(likelyHosts(sources)));
  },
});

export const jumpChecks = [
  jumpDiscovered,
  jumpPower,
  jumpHealth,
  jumpPlacement,
  jumpVmss,
  // A machine whose interface names DNS servers of its own asks them, whatever its network's know.
  defineStep({
    id: "jump.dns-servers",
    severity: "high",
    scope: "people",
    impact: "degrades",
    source:
      "https://learn.microsoft.com/azure/virtual-network/virtual-network-network-interface#change-dns-servers",
    of: ["people.api"],
    after: ["jump.power"],
    skip: unlessPrivate,
  }),
  jumpRedundancy,
  jumpPublicIp,
  jumpSshAuth,
  jumpAci,
] as const;
