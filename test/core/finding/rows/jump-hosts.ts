// Rows for jump.discovered and jump.power: which machines are jump hosts, and whether one of them runs.

import type { JumpHost } from "../../../../src/core/snapshot/hosts.ts";
import { collected } from "../../../../src/core/snapshot/section.ts";
import { ids } from "../../../fixtures/healthy-snapshot.ts";
import {
  type Change,
  databaseHost,
  mapData,
  setAccess,
  setData,
  setJumpHosts,
  setSpoke,
} from "../../../fixtures/snapshot-changes.ts";
import { addCrowd, deny, hubDenied, publicRanges } from "../../../fixtures/snapshot-variants.ts";
import { unavailable } from "../../../unavailable.ts";
import { fail, notApplicable, notAssessed, notConfigured, pass, type Rows, warn } from "./row.ts";

const power = (...states: readonly string[]) =>
  setJumpHosts(
    ...states.map((each, index) => ({
      id: ids.jump.replace("jump-1", `jump-${index + 1}`),
      name: `jump-${index + 1}`,
      powerState: collected(each),
    })),
  );
const machine = (name: string, state = "running"): Partial<JumpHost> => ({
  id: ids.jump.replace("jump-1", name),
  name,
  powerState: collected(state),
});
const asksDns = setSpoke({ dnsServers: ["10.0.1.4"] });
const forwarding = { id: `${ids.jumpNic}-2`, privateIpAddresses: ["10.0.1.9"], enableIpForwarding: true };
const leaveUnasked =
  (name: string): Change =>
  (snapshot) => ({
    ...snapshot,
    jumpHosts: mapData(snapshot.jumpHosts, (hosts) =>
      hosts.map((host) =>
        host.name === name
          ? { ...host, powerState: unavailable("notReached", "Only some are asked.") }
          : host,
      ),
    ),
  });
const powerUnknown = setJumpHosts({
  powerState: unavailable("denied", "The power state of jump-1 could not be read."),
});

export const jumpHostRows: Rows = {
  "jump.discovered": [
    pass("one", []),
    notConfigured("none", setData("jumpHosts", [])),
    pass("machines of other names", setJumpHosts(machine("app-1"), machine("app-2")), {
      says: "which of them is a jump host is not known",
    }),
    notConfigured("a DNS server only", [asksDns, setJumpHosts(machine("vm-dns"))], "DNS servers"),
    notAssessed("none, but many networks were not read", [addCrowd, setData("jumpHosts", [])], {
      says: "293 were not",
    }),
    notAssessed("none, but the hub is out of sight", [hubDenied, setData("jumpHosts", [])]),
    notAssessed("denied", deny("jumpHosts")),
    notApplicable("public cluster", publicRanges),
  ],
  "jump.power": [
    pass("running", []),
    fail("deallocated", power("deallocated"), { fix: "az vm start" }),
    fail("on its way down", power("deallocating"), { fix: "PowerState/deallocated" }),
    pass("one of two runs", power("deallocated", "running")),
    fail("none of two runs", power("stopped", "deallocated"), "every other"),
    warn("starting", power("starting")),
    fail(
      "a running database is no jump host",
      setJumpHosts({ powerState: collected("deallocated") }, { ...databaseHost, virtualNetworkId: ids.hub }),
    ),
    fail("the only machine, whatever it is called", setJumpHosts(machine("vm-1", "stopped"))),
    notAssessed(
      "of two machines nobody knows which is a jump host",
      setJumpHosts(machine("app-1", "stopped"), machine("app-2", "deallocated")),
      "No machine near the cluster is called like a jump host",
    ),
    notAssessed("the only one that is known, while a network was not read", [
      hubDenied,
      setJumpHosts({ ...machine("vm-1", "stopped"), virtualNetworkId: ids.spoke }),
    ]),
    notApplicable("a stopped DNS server is none", [asksDns, setJumpHosts(machine("vm-dns", "stopped"))]),
    pass(
      "a stopped appliance is none",
      setJumpHosts({ ...machine("vm-fw", "stopped"), interfaces: [forwarding] }, machine("vm-1", "running")),
      "vm-1",
    ),
    notAssessed("two are off and a third was not asked", [
      power("stopped", "stopped", "stopped"),
      leaveUnasked("jump-3"),
    ]),
    notAssessed("unknown", powerUnknown),
    notAssessed("denied", deny("jumpHosts")),
    notApplicable("no jump host", setData("jumpHosts", [])),
    notApplicable("public cluster", setAccess({ enablePrivateCluster: false })),
  ],
};
