// The rules that a repair adds: each just before the rule that denies, none wider than asked, no number twice. Where no number
// is left, the rule that denies moves back first.

import { type Blocked, openFlows } from "../../../src/core/fix/security-group.ts";
import type { NsgFlow } from "../../../src/core/network/filter/nsg.ts";
import type { NetworkSecurityGroup, SecurityRule } from "../../../src/core/snapshot/security.ts";
import { defaultRules, ids, rule } from "../../fixtures/healthy-snapshot.ts";

const flow: NsgFlow = {
  direction: "Outbound",
  protocol: "Tcp",
  source: "10.0.1.4",
  destination: "10.10.0.4",
  port: 443,
  virtualNetwork: { holds: ["10.0.0.0/16", "10.10.0.0/16"], mayHold: [] },
};

const blocked = (port: number, ports: readonly string[] = [String(port)]): Blocked => ({
  flow: { ...flow, port },
  opening: {
    name: "allow-it",
    protocol: "Tcp",
    sources: ["VirtualNetwork"],
    destinations: ["10.10.0.4"],
    ports,
    risk: { is: "apiOpened" },
  },
});

const group = (...rules: readonly SecurityRule[]): NetworkSecurityGroup => ({
  id: ids.jumpNsg,
  name: "nsg-jump",
  rules: [...rules, ...defaultRules],
});
const denyAll = (priority: number): SecurityRule => rule("deny-all", priority, "Deny", "*", "*");

/** Name, number and ports of each rule; of one that moves, name and number. */
const steps = (...args: Parameters<typeof openFlows>) =>
  openFlows(...args)?.steps.flatMap((step) => {
    if (step.kind === "moveRule") return [[step.at.names[1], step.priority]];
    return step.kind === "createRule" ? [[step.at.names[1], step.priority, step.ports.join(" ")]] : [];
  });

test.each<[string, NetworkSecurityGroup, readonly Blocked[], unknown]>([
  ["nothing denied", group(), [blocked(443)], undefined],
  ["one flow", group(denyAll(200)), [blocked(443)], [["allow-it", 199, "443"]]],
  [
    "two flows never share a number or a name",
    group(denyAll(200)),
    [blocked(443), blocked(4443)],
    [
      ["allow-it", 199, "443"],
      ["allow-it-2", 198, "4443"],
    ],
  ],
  [
    "one rule that opens both is added once",
    group(denyAll(200)),
    [blocked(443, ["443", "4443"]), blocked(4443, ["443", "4443"])],
    [["allow-it", 199, "443 4443"]],
  ],
  [
    "a number is taken only in its own direction",
    group(denyAll(200), { ...denyAll(199), name: "in", direction: "Inbound" }),
    [blocked(443)],
    [["allow-it", 199, "443"]],
  ],
  [
    "before a rule of Azure's own: the last number that is free to use",
    { ...group(), rules: [denyAll(65500)] },
    [blocked(443)],
    [["allow-it", 4096, "443"]],
  ],
  [
    "no number left before it",
    group(denyAll(100)),
    [blocked(443)],
    [
      ["deny-all", 101],
      ["allow-it", 100, "443"],
    ],
  ],
  [
    "no number left before it for the second",
    group(denyAll(101)),
    [blocked(443), blocked(4443)],
    [
      ["allow-it", 100, "443"],
      ["deny-all", 102],
      ["allow-it-2", 101, "4443"],
    ],
  ],
  [
    "it moves behind others that deny",
    group(denyAll(100), { ...denyAll(101), name: "deny-more", destinationPortRanges: ["22"] }),
    [blocked(443)],
    [
      ["deny-all", 102],
      ["allow-it", 100, "443"],
    ],
  ],
  [
    "it never moves behind one that allows",
    group(denyAll(100), rule("allow-hub", 101, "Allow", "*", "*")),
    [blocked(443)],
    undefined,
  ],
])("%s", (_name, nsg, flows, expected) => {
  expect(steps(nsg, flows)).toEqual(expected);
});
