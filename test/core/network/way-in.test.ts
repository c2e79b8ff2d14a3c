// What comes before the gateway's network: the connection, what stands at its other end, and the gateway itself.

import { walk } from "../../../src/core/network/walk/walk.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import { changes, deciding, type From, flowOf, joined, tunnel, withGateway } from "./gateway-topology.ts";
import { type Change, nothing } from "./topology.ts";

const state = (connectionStatus?: string) =>
  changes.tunnel({
    state: collected({ provisioningState: "Succeeded", ...(connectionStatus && { connectionStatus }) }),
  });

/** `end reason component` */
type Row = [string, From, Change, string];
const selecting = (local: string, remote: string) =>
  changes.tunnel({
    selectors: [
      { local: ["10.9.0.0/16"], remote: [remote] },
      { local: [local], remote: [remote] },
    ],
  });

const rows: readonly Row[] = [
  [
    "no selector for Azure's side",
    "office",
    selecting("10.0.0.0/16", "192.168.0.0/16"),
    "stopped selectorsLack office",
  ],
  [
    "no selector for the other side",
    "office",
    selecting("10.1.0.0/16", "192.168.8.0/24"),
    "stopped selectorsLack office",
  ],
  [
    "a selector for a part of it",
    "office",
    selecting("10.1.0.0/16", "192.168.7.0/25"),
    "unknown selectorsUnsure office",
  ],
  ["the tunnel is down", "office", state("NotConnected"), "stopped connectionDown office"],
  ["the tunnel is being set up", "office", state("Connecting"), "stopped connectionDown office"],
  ["Azure does not know", "office", state("Unknown"), "unknown connectionUnsure office"],
  ["Azure does not say", "office", state(), "unknown connectionUnsure office"],
  ["a word of tomorrow", "office", state("Meditating"), "unknown connectionUnsure office"],
  ["a state that was not read", "office", changes.tunnel({ state: nothing }), "unknown unread office"],
  [
    "one of too many connections",
    "office",
    changes.tunnel({ state: { ...nothing, reason: "notReached" } }),
    "unknown connectionSkipped office",
  ],
  ["ranges that were not read", "office", changes.tunnel({ far: nothing }), "unknown unread office"],
  ["an address of nobody", "stranger", changes.gateway({}), "stopped farRangeLacks lgw"],
  [
    "an address that BGP may teach",
    "stranger",
    changes.tunnel({ learns: true }),
    "unknown farRangesLearned lgw",
  ],
  [
    "BGP teaches nothing",
    "unknown",
    changes.gateway({ isUntaught: true, ways: [{ ...tunnel, learns: true }] }),
    "stopped nothingTaught vgw",
  ],
  [
    "BGP teaches nothing, and none is spoken",
    "unknown",
    changes.gateway({ isUntaught: true }),
    "unknown farRangesLearned lgw",
  ],
  ["ranges that nobody told", "unknown", changes.tunnel({}), "unknown farRangesLearned lgw"],
  [
    "a type of tomorrow",
    "office",
    withGateway([{ kind: "strange", id: tunnel.id, name: "office", type: "Quantum" }]),
    "unknown connectionStrange office",
  ],
  [
    "connections that were not listed",
    "office",
    withGateway([{ kind: "unlisted", id: tunnel.id, name: "office", why: nothing }]),
    "unknown unread office",
  ],
  [
    "a way that is not there: answers find no route back",
    "office",
    withGateway([]),
    "stopped routeDrops api",
  ],
  [
    "the gateway failed",
    "home",
    changes.gateway({ provisioningState: "Failed" }),
    "unknown gatewayState vgw",
  ],
  [
    "the gateway is updated",
    "home",
    changes.gateway({ provisioningState: "Updating" }),
    "unknown gatewayState vgw",
  ],
  [
    "the circuit is off",
    "line",
    changes.circuit({ circuitProvisioningState: "Disabled" }),
    "stopped circuitDown er",
  ],
  [
    "the provider has not set it up",
    "line",
    changes.circuit({ serviceProviderProvisioningState: "NotProvisioned" }),
    "stopped circuitDown er",
  ],
  ["no private peering", "line", changes.circuit({ privatePeeringState: null }), "stopped circuitDown er"],
  [
    "a circuit's word of tomorrow",
    "line",
    changes.circuit({ circuitProvisioningState: "Resting" }),
    "unknown circuitUnsure er",
  ],
  [
    "the circuit's connection failed",
    "line",
    changes.line({ provisioningState: "Failed" }),
    "unknown connectionUnsure line",
  ],
  [
    "the circuit's connection is not connected",
    "line",
    changes.line({ connectionStatus: "NotConnected", provisioningState: "Succeeded" }),
    "stopped connectionDown line",
  ],
  [
    "the circuit's connection is provisioned and says no more",
    "line",
    changes.line({ provisioningState: "Succeeded" }),
    "unknown farRangesLearned line",
  ],
];

test.each(rows)("%s: from %s", (_name, place, change, expected) => {
  const trace = walk(joined(change), flowOf(place));
  const step = deciding(trace);
  expect(`${trace.end} ${step?.reason.is} ${step?.component.name}`).toBe(expected);
});

test("a tunnel whose selectors join both sides takes it", () => {
  expect(walk(joined(selecting("10.1.0.0/16", "192.168.0.0/16")), flowOf("office")).end).toBe("delivered");
});
