// Rows for what people work from beside machines: containers, Cloud Shell in a network, desktops; and just-in-time access.

import { collected } from "../../../../src/core/snapshot/section.ts";
import { noBastion } from "../../../fixtures/entry-changes.ts";
import {
  denyContainers,
  denyDesktops,
  denyJit,
  jitPolicyId,
  setContainers,
  setDesktops,
  setJit,
  setShell,
  shutJump,
} from "../../../fixtures/place-changes.ts";
import { setData, setJumpHosts } from "../../../fixtures/snapshot-changes.ts";
import { deny, hubDenied, publicRanges } from "../../../fixtures/snapshot-variants.ts";
import { unavailable } from "../../../unavailable.ts";
import { fail, notApplicable, notAssessed, notConfigured, pass, type Rows, warn } from "./row.ts";

const isOff = { containerState: collected("Stopped") };
const stateUnread = unavailable("denied", "Whether the containers of ssh-1 run could not be read.");
const allowed: Parameters<typeof shutJump>[number] = ["allow-ssh", 200, "Allow", "10.0.2.0/26", "10.0.1.4"];

export const placeRows: Rows = {
  "jump.aci": [
    pass("running", setContainers({}), "ssh-1 is running"),
    pass("on the usual port", setContainers({ ports: ["22", "80"] })),
    pass("one of two runs", setContainers(isOff, { name: "ssh-2" }), "ssh-2"),
    warn("stopped beside a machine that runs", setContainers(isOff), { fix: "az container start" }),
    fail("stopped, and nothing else runs", [setContainers(isOff), setData("jumpHosts", [])], {
      says: "does not run",
      fix: "az container start",
    }),
    fail("ended", [setContainers({ containerState: collected("Succeeded") }), setData("jumpHosts", [])]),
    warn("being started", setContainers({ containerState: collected("Pending") })),
    notAssessed("a word that nobody knows", setContainers({ containerState: collected("Hibernated") })),
    notAssessed("its state unread", setContainers({ containerState: stateUnread })),
    notConfigured("takes no SSH", setContainers({ ports: ["80"] }), "takes SSH"),
    notConfigured("in another network", setContainers({ subnetId: "/subscriptions/x/subnets/y" })),
    notConfigured("no subnet for containers", [], "No subnet"),
    notAssessed("denied", denyContainers, "containerGroups/read"),
    notAssessed("the hub unread", hubDenied),
    notApplicable("public cluster", publicRanges),
  ],
  "cloudshell.network-profile": [
    pass("set up", setShell(), "containers"),
    warn("its subnet lost the delegation", setShell({}, false), "not delegated"),
    notConfigured("a profile of something else", setShell({ name: "runners" })),
    notConfigured("none", []),
    notAssessed("denied", denyContainers, "networkProfiles/read"),
    notApplicable("public cluster", publicRanges),
  ],
  "avd.session-hosts": [
    pass("takes sessions", setDesktops({}), "avd-0"),
    pass("off, and starts on connect", setDesktops({ status: "Shutdown", startsOnConnect: true })),
    warn("off", setDesktops({ status: "Shutdown" }), "Shutdown"),
    warn("drained", setDesktops({ allowNewSession: false })),
    notConfigured("of another network", setDesktops({ machineId: "/x" })),
    notApplicable("nothing is called like one", []),
    notAssessed("denied", denyDesktops, "hostPools/read"),
    notAssessed("machines unread", deny("jumpHosts")),
  ],
  "jit.active-request": [
    notApplicable("no such rule", []),
    fail("shut, and nobody asked", [shutJump(), setJit()], {
      says: "No window is open",
      fix: `${jitPolicyId}/initiate`,
    }),
    fail("shut, and the window is over", [shutJump(), setJit([{}])], "ended at 2026-11-25T06:00:00.000Z"),
    warn("a rule before it lets Bastion in", [shutJump(allowed), setJit()]),
    pass("a window is open", [shutJump(allowed), setJit([{ endTime: "2026-11-25T09:00:00.000Z" }])], {
      says: "until 2026-11-25T09:00",
    }),
    warn("a window was taken back", [
      shutJump(allowed),
      setJit([{ endTime: "2026-11-25T09:00:00.000Z", status: "Revoked" }]),
    ]),
    fail("no Bastion, and its policy unread", [noBastion, shutJump(), denyJit], "Its policy was not read"),
    notAssessed(
      "no Bastion, somebody near is let in, and its policy unread",
      [noBastion, shutJump(["admins", 200, "Allow", "10.0.0.0/8", "10.0.1.4"]), denyJit],
      "jitNetworkAccessPolicies/read",
    ),
    notApplicable("before another machine", [shutJump(), setJumpHosts({ privateIpAddress: "10.0.1.5" })]),
    notApplicable("public cluster", publicRanges),
  ],
};
