// What findings about `jump.*` say.
import type { FindingWords } from "../../finding-words.ts";
import { clientGroupFacts } from "./nsg.ts";

export const jumpFindings: FindingWords<"jump"> = {
  "jump.aci": {
    title: "A container with SSH is running",
    why: "A container with an SSH server in a network near the cluster is a way in while it runs.",
    remediation: "Start the container group.",
    facts: {},
  },
  "jump.discovered": {
    title: "A jump host is there",
    why: "Most ways into a private cluster end on a virtual machine in a network near it.",
    remediation: "Make a small virtual machine in the hub, without a public address.",
    facts: {},
  },
  "jump.health": {
    title: "The jump host is well",
    why: "A machine that runs without its agent may hang, and sign-in with Entra needs the agent.",
    remediation: "Restart the virtual machine.",
    facts: {},
  },
  "jump.placement": {
    title: "A jump host beside the nodes reaches port 443",
    why: "A jump host in the cluster's own network needs no peering, but its own security groups and routes still count.",
    remediation: "Allow TCP 443 to the API server's address before the rule that denies it.",
    facts: { ...clientGroupFacts },
  },
  "jump.power": {
    title: "A jump host is running",
    why: "A virtual machine that is shut down every evening is the usual reason why the way through it is dead.",
    remediation: "Start the virtual machine.",
    facts: {},
  },
};
