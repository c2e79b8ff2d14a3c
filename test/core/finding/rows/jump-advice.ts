// Rows for advice about jump hosts and what protects them, scale sets as jump hosts, and DNS servers of their own.

import type { JumpHost, JumpScaleSet } from "../../../../src/core/snapshot/hosts.ts";
import { collected } from "../../../../src/core/snapshot/section.ts";
import { ids, jumpHost } from "../../../fixtures/healthy-snapshot.ts";
import {
  type Change,
  databaseHost,
  setCluster,
  setData,
  setJumpHosts,
  setRules,
} from "../../../fixtures/snapshot-changes.ts";
import { deny, hubDenied, publicRanges } from "../../../fixtures/snapshot-variants.ts";
import { unavailable } from "../../../unavailable.ts";
import { fail, notApplicable, notAssessed, pass, type Rows, warn } from "./row.ts";

const machine = (name: string, more: Partial<JumpHost> = {}): Partial<JumpHost> => ({
  id: ids.jump.replace("jump-1", name),
  name,
  ...more,
});
const linksDenied: Change = (snapshot) => ({
  ...snapshot,
  privateDnsLinks: unavailable("denied", "The links of the zone could not be read."),
});
const unasked = unavailable("denied", "The power state of jump-1 could not be read.", [
  { action: "Microsoft.Compute/virtualMachines/read", scope: ids.jump },
]);
const isPublic = setJumpHosts({ hasPublicAddress: true });
const letsInternetIn = {
  ...{ name: "AllowSsh", priority: 300, direction: "Inbound", access: "Allow", protocol: "Tcp" },
  ...{ sourceAddressPrefixes: ["Internet"], destinationPortRanges: ["22"] },
} as const;
const jitRule = {
  ...{ name: "MicrosoftDefenderForCloud-JITRule_1", priority: 4096, direction: "Inbound", access: "Deny" },
  ...{ destinationPortRanges: ["22", "3389"], destinationAddressPrefixes: ["10.0.1.4"] },
} as const;
const noGroups: Change = (snapshot) => ({ ...snapshot, networkSecurityGroups: {} });

const setId = ids.jump.replace("virtualMachines/jump-1", "virtualMachineScaleSets/jump");
const scaleSetOf = (capacity: number): JumpScaleSet => ({
  ...{ id: setId, name: "jump", capacity, virtualNetworkId: ids.hub, subnetId: ids.jumpSubnet },
});
const setJumpSets =
  (...items: readonly JumpScaleSet[]): Change =>
  (snapshot) => ({ ...snapshot, jumpScaleSets: { items, missing: [] } });
const setsDenied: Change = (snapshot) => ({
  ...snapshot,
  jumpScaleSets: {
    items: [],
    missing: [
      unavailable("denied", "The scale sets of rg-hub could not be read.", [
        { action: "Microsoft.Compute/virtualMachineScaleSets/read", scope: ids.hub },
      ]),
    ],
  },
});
const instance = (number: string, state = "running"): Partial<JumpHost> => ({
  ...{ id: `${setId}/virtualMachines/${number}`, name: `jump_${number}`, scaleSetId: setId },
  powerState: collected(state),
});
const noHosts = setData("jumpHosts", []);

const askOwn = (...dnsServers: readonly string[]): Change =>
  setJumpHosts({ interfaces: jumpHost.interfaces.map((each) => ({ ...each, dnsServers })) });

export const jumpAdviceRows: Rows = {
  "jump.public-ip": [
    pass("none", []),
    warn("one", isPublic, "jump-1 has a public address"),
    notAssessed(
      "of a machine that may be anything",
      setJumpHosts(databaseHost, machine("app-1", { hasPublicAddress: true })),
    ),
    notApplicable("no host", noHosts),
    notAssessed("hosts denied", deny("jumpHosts")),
    notApplicable("public cluster", publicRanges),
  ],
  "jump.redundancy": [
    warn("one", [], "jump-1 is the only jump host"),
    pass("two zones", setJumpHosts({ zones: ["1"] }, machine("jump-2", { zones: ["2"] }))),
    warn("two in one zone", setJumpHosts({ zones: ["1"] }, machine("jump-2", { zones: ["1"] })), {
      says: "jump-1 and jump-2",
    }),
    pass(
      "an availability set",
      setJumpHosts({ availabilitySetId: "/a" }, machine("jump-2", { availabilitySetId: "/A" })),
    ),
    pass("two instances", setJumpHosts(instance("0"), instance("1"))),
    notAssessed("one was not asked", setJumpHosts({}, machine("jump-2", { powerState: unasked }))),
    notApplicable("no host", noHosts),
  ],
  "jump.ssh-auth": [
    pass("keys only", setJumpHosts({ takesPasswords: false })),
    warn("passwords", setJumpHosts({ takesPasswords: true }), "take passwords"),
    notApplicable("Windows", []),
    notAssessed("not asked", setJumpHosts({ powerState: unasked }), {
      says: "power state of jump-1 could not be read",
    }),
  ],
  "jump.vmss": [
    notApplicable("none", []),
    pass("two instances", [setJumpSets(scaleSetOf(2)), setJumpHosts(instance("0"), instance("1"))]),
    warn("one instance", [setJumpSets(scaleSetOf(1)), setJumpHosts(instance("0"))]),
    fail("empty", [setJumpSets(scaleSetOf(0)), noHosts], {
      says: "capacity is 0",
      fix: "az vmss scale --subscription",
    }),
    warn("empty, beside a jump host", setJumpSets(scaleSetOf(0))),
    notAssessed("not readable", [setsDenied, noHosts], "virtualMachineScaleSets/read"),
  ],
  "jump.dns-servers": [
    pass("asks Azure by itself", askOwn("168.63.129.16")),
    fail("asks nobody's servers", askOwn("8.8.8.8"), { says: "8.8.8.8", fix: "az network nic update" }),
    fail(
      "asks nobody's servers, and what its network's know was not read",
      [askOwn("8.8.8.8"), linksDenied],
      "whether those of its network do was not read",
    ),
    fail("asks servers that nobody knows", askOwn("10.99.0.4", "10.99.0.5")),
    notAssessed("asks servers in a network that was not read", [askOwn("10.10.9.9"), hubDenied]),
    notApplicable("none of its own", []),
  ],
  "nsg.ssh-internet": [
    pass("shut", []),
    warn("open, no public address", setRules(letsInternetIn), "lets the Internet in to TCP 22 of jump-1."),
    warn("open, with a public address", [setRules(letsInternetIn), isPublic], "which has a public address"),
    notAssessed("group not read", noGroups, "Azure was not asked for the network security group nsg-jump."),
  ],
  "nsg.effective": [
    pass("provable", [], "which act on jump-1"),
    notAssessed("off", setJumpHosts({ powerState: collected("deallocated") })),
    notApplicable("no host", noHosts),
  ],
  "jit.policy": [
    notApplicable("not needed", []),
    pass("covered", [setRules(jitRule), isPublic]),
    warn("a public address", isPublic, "has a public address"),
    warn("the Internet let in", setRules(letsInternetIn), "A rule lets the Internet in"),
    warn("its rule comes too late", setRules(letsInternetIn, jitRule), {
      says: "has no effect on jump-1: the rule AllowSsh (priority 300)",
    }),
    notAssessed("group not read", noGroups),
  ],
  "paw.device": [
    notAssessed("production", [], "privileged access workstation"),
    notApplicable("a trial", setCluster({ tags: { env: "dev" } })),
  ],
};
