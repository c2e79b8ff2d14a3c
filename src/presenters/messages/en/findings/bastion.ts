// What findings about `bastion.*` say.
import type { FindingWords } from "../../finding-words.ts";

export const bastionFindings: FindingWords<"bastion"> = {
  "bastion.client-address": {
    title: "Bastion lets your address in",
    why: "A security group before Bastion may let in some addresses only, such as the office's.",
    remediation: "Connect from one of those addresses, or have yours added to the rule.",
    facts: {},
  },
  "bastion.exists": {
    title: "A Bastion host serves these networks",
    why: "Bastion leads from the Internet to a jump host that has no public address.",
    remediation:
      "Make a Bastion host in the network of the jump host; Standard with tunneling also takes ssh.",
    facts: {},
  },
  "bastion.nsg-rules": {
    title: "Security rules let Bastion work",
    why: "A security group on Bastion's subnet needs eight rules; without one of them sessions or the platform's updates break.",
    remediation: "Add the missing rules.",
    facts: {},
  },
  "bastion.provisioning": {
    title: "Bastion is provisioned",
    why: "A host whose deployment failed, or that is being changed, takes no sessions.",
    remediation: "Apply the host's settings again; if that fails as well, delete and make it anew.",
    facts: {},
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
    facts: {},
  },
  "bastion.subnet": {
    title: "Bastion's subnet fits",
    why: "A small subnet stops Bastion from scaling and updating, and a route table on it breaks its sessions.",
    remediation: "Take the route table off; for a larger subnet delete the host first, then make both anew.",
    facts: {},
  },
  "bastion.user-roles": {
    title: "You may connect through Bastion",
    why: "Without Reader on the virtual machine, its interface, the Bastion host and the networks between, Bastion refuses to connect.",
    remediation: "Ask an owner for Reader on the virtual machine.",
    facts: {},
  },
};
