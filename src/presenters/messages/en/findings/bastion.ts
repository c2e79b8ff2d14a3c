// What findings about `bastion.*` say.
import type { BastionGroupFact, Doubt } from "../../../../core/finding/bastion/bastion-group.ts";
import type { OwnSubnetFact } from "../../../../core/finding/bastion/own-subnet.ts";
import { english } from "../../catalogue.ts";
import type { FindingWords } from "../../finding-words.ts";
import type { Says } from "../../says.ts";
import { sayRuleDoubt } from "../undecided.ts";

const ownAddressShown = english.speech.ownAddressShown();

const isOpen = (what: string, because: Doubt): string => `Whether ${what} is open: ${sayRuleDoubt(because)}.`;

const ownSubnetFacts: Says<OwnSubnetFact> = {
  inNoSubnet: ({ bastion }) => `${bastion} is a Developer host, which stands in no subnet.`,
  subnetUnlisted: ({ bastion, network }) => `The subnet of ${bastion} is not among those of ${network}.`,
};

const groupFacts: Says<BastionGroupFact> = {
  ...ownSubnetFacts,
  noGroup: ({ subnet }) => `No security group is on ${subnet}.`,
};

export const bastionFindings: FindingWords<"bastion"> = {
  "bastion.client-address": {
    title: "Bastion lets your address in",
    why: "A security group before Bastion may let in some addresses only, such as the office's.",
    remediation: "Connect from one of those addresses, or have yours added to the rule.",
    facts: {
      ...groupFacts,
      letsIn: ({ group, ip, bastion }) => `${group} lets ${ip} in to ${bastion}.`,
      open: ({ group, ip, bastion, because }) => isOpen(`${group} lets ${ip} in to ${bastion}`, because),
      shutsOut: ({ group, ip, bastion, ranges }) => {
        const only = ranges.length === 0 ? "nobody" : `only ${ranges.join(", ")}`;
        return `${group} lets ${only} in to ${bastion}, and not your address ${ip}.`;
      },
      letsAllIn: ({ group, bastion }) => `${group} lets people in to ${bastion} from anywhere.`,
      namesNobody: ({ group }) => `${group} lets in nobody that its rules name by address.`,
      dependsOnAddress: ({ group, bastion, ranges }) =>
        `It depends on your address: ${group} lets people in to ${bastion} from ${ranges.join(", ")} only. ${ownAddressShown}`,
    },
  },
  "bastion.exists": {
    title: "A Bastion host serves these networks",
    why: "Bastion leads from the Internet to a jump host that has no public address.",
    remediation:
      "Make a Bastion host in the network of the jump host; Standard with tunneling also takes ssh.",
    facts: {
      found: ({ bastion, network }) =>
        `The Bastion host ${bastion}${network === null ? "" : ` stands in ${network}`}.`,
    },
  },
  "bastion.nsg-rules": {
    title: "Security rules let Bastion work",
    why: "A security group on Bastion's subnet needs eight rules; without one of them sessions or the platform's updates break.",
    remediation: "Add the missing rules.",
    facts: {
      ...groupFacts,
      deniesNeeded: ({ group, bastion, rules }) =>
        `${group} denies what the Bastion host ${bastion} needs: ${rules.join(", ")}.`,
      deniesWanted: ({ group, bastion, rules }) =>
        `${group} denies what the Bastion host ${bastion} should have: ${rules.join(", ")}.`,
      open: ({ group, bastion, rule, port, because }) =>
        isOpen(`${group} allows port ${port} of ${rule} for ${bastion}`, because),
      letsThrough: ({ group, bastion }) => `${group} lets through what sessions over ${bastion} need.`,
    },
  },
  "bastion.provisioning": {
    title: "Bastion is provisioned",
    why: "A host whose deployment failed, or that is being changed, takes no sessions.",
    remediation: "Apply the host's settings again; if that fails as well, delete and make it anew.",
    facts: {
      changeFailed: ({ bastion }) =>
        `The last change of the Bastion host ${bastion} failed, so it may take no sessions.`,
      deleting: ({ bastion }) => `The Bastion host ${bastion} is being deleted.`,
      provisioned: ({ bastion }) => `${bastion} is provisioned.`,
    },
  },
  "bastion.public-ip": {
    title: "Bastion's public address fits",
    why: "Bastion needs a static address of the SKU Standard.",
    remediation: "Give the host a static Standard address.",
    facts: {
      hasNone: ({ bastion }) => `${bastion} has no public address of its own.`,
      notLookedAt: ({ bastion }) => `For advice alone the public address of ${bastion} is not read.`,
      fits: ({ address }) => `${address} is static and of the SKU Standard.`,
      ofOldKind: ({ address, sku, allocation }) =>
        `${address} is ${allocation.toLowerCase() || "not static"} and of the SKU ${sku}, which Bastion does not take any more.`,
    },
  },
  "bastion.reach": {
    title: "Bastion reaches the jump host",
    why: "Bastion reaches machines in its own network and in directly peered ones, never over two hops.",
    remediation: "Peer the two networks, or make a Bastion host in the one of the jump host.",
    facts: {},
  },
  "bastion.sku-features": {
    title: "Bastion takes ssh and tunnels",
    why: "One's own ssh, tunnels and editors go through Bastion only with the SKU Standard or Premium and tunneling on.",
    remediation: "Use the browser now, or raise the SKU to Standard and turn tunneling on.",
    facts: {
      browserOnly: ({ bastion }) => `${bastion} is a Developer host, made for the browser only.`,
      takesTools: ({ bastion }) => `${bastion} takes ssh and tunnels as well as the browser.`,
      refusesTools: ({ bastion, lack }) =>
        `The Bastion host ${bastion} ${lack === "sku" ? "has the SKU Basic" : "has tunneling off"}, so it takes the browser but neither ssh nor tunnels.`,
    },
  },
  "bastion.subnet": {
    title: "Bastion's subnet fits",
    why: "A small subnet stops Bastion from scaling and updating, and a route table on it breaks its sessions.",
    remediation: "Take the route table off; for a larger subnet delete the host first, then make both anew.",
    facts: {
      ...ownSubnetFacts,
      sizeUnknown: ({ subnet }) => `The address range of ${subnet} is not known.`,
      fits: ({ subnet }) => `${subnet} is large enough and has no routes of its own.`,
      ofOldSize: ({ subnet, bits }) =>
        `${subnet} is a /${bits}, which only hosts made before November 2021 may keep.`,
      tooSmall: ({ subnet, bits }) => `${subnet} is a /${bits}; Bastion needs a /26 or a larger one.`,
      hasRoutes: ({ subnet, table }) =>
        `The route table ${table} is on ${subnet}, which Bastion does not support.`,
      delegated: ({ subnet, to }) => `${subnet} is delegated to ${to.join(", ")}.`,
    },
  },
  "bastion.user-roles": {
    title: "You may connect through Bastion",
    why: "Without Reader on the virtual machine, its interface, the Bastion host and the networks between, Bastion refuses to connect.",
    remediation: "Ask an owner for Reader on the virtual machine.",
    facts: {
      lacks: ({ action, machine }) =>
        `You lack ${action} on ${machine}, so Bastion does not let you connect to it.`,
      mayRead: ({ bastion, machine }) => `You may read ${bastion}, ${machine} and what lies between.`,
      noMachine: () => "There is no jump host to connect to.",
    },
  },
};
