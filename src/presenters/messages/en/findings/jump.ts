// What findings about `jump.*` say.
import type { StrangersFact } from "../../../../core/client/likely-hosts.ts";
import { english } from "../../catalogue.ts";
import type { FindingWords } from "../../finding-words.ts";
import type { Says } from "../../says.ts";
import { and as listed } from "../words.ts";
import { clientGroupFacts } from "./nsg.ts";

const { withNeeds } = english.speech;

const amongStrangers: Says<StrangersFact> = {
  strangers: () =>
    "No machine near the cluster is called like a jump host, so what is wrong with one of them may concern nobody's way in.",
};

export const jumpFindings: FindingWords<"jump"> = {
  "jump.aci": {
    title: "A container with SSH is running",
    why: "A container with an SSH server in a network near the cluster is a way in while it runs.",
    remediation: "Start the container group.",
    facts: {
      running: ({ container }) => `${container} is running and takes SSH.`,
      starting: ({ container }) => `${container} is being started.`,
      off: ({ container }) => `The container ${container}, which takes SSH, does not run.`,
      noContainer: () =>
        "No container that takes SSH stands in these networks, as far as their resource groups tell.",
      noSubnet: () => "No subnet near the cluster is made for containers.",
    },
  },
  "jump.discovered": {
    title: "A jump host is there",
    why: "Most ways into a private cluster end on a virtual machine in a network near it.",
    remediation: "Make a small virtual machine in the hub, without a public address.",
    facts: {
      found: ({ count }) => `${count === 1 ? "One jump host was" : `${count} jump hosts were`} found.`,
      machinesFound: () => "Machines were found; which of them is a jump host is not known.",
      setsFound: ({ sets }) => `The scale set ${listed(sets)} is called or tagged like a jump host.`,
      noMachine: () => "No virtual machine stands in the cluster's network or one peered with it.",
      serversOnly: () =>
        "The virtual machines in the cluster's network and those peered with it are appliances and DNS servers.",
    },
  },
  "jump.dns-servers": {
    title: "The jump host asks servers that know the name",
    why: "DNS servers on a machine's own interface come in place of its network's, and the private zone is linked for those.",
    remediation: "Take the servers off the interface, then restart the machine or renew its lease.",
    facts: {},
  },
  "jump.health": {
    title: "The jump host is well",
    why: "A machine that runs without its agent may hang, and sign-in with Entra needs the agent.",
    remediation: "Restart the virtual machine.",
    facts: {
      notRunning: ({ host }) => `${host} is not running.`,
      noAgent: ({ host }) => `${host} has no agent that reports to Azure; ssh needs none.`,
      ready: ({ host }) => `The agent of ${host} is ready.`,
      silent: ({ host, state }) => `${host} is running, but its agent is "${state}": the machine may hang.`,
      noHost: () => "There is no jump host.",
      ...amongStrangers,
    },
  },
  "jump.placement": {
    title: "A jump host beside the nodes reaches port 443",
    why: "A jump host in the cluster's own network needs no peering, but its own security groups and routes still count.",
    remediation: "Allow TCP 443 to the API server's address before the rule that denies it.",
    facts: {
      noTable: ({ place }) => `No route table stands before ${place}.`,
      tableUnread: ({ table, needs }) => withNeeds(`${table} was not read.`, needs),
      leadsStraight: ({ place, to }) => `The routes of ${place} lead straight to ${to}.`,
      leadsElsewhere: ({ table, place, to, nextHop }) =>
        `${table} sends traffic from ${place} to ${to} by "${nextHop}", which is not judged here.`,
      noHostHere: () => "No jump host on this way stands in the cluster's own network.",
      ...clientGroupFacts,
      ...amongStrangers,
    },
  },
  "jump.public-ip": {
    title: "The jump host has no public address",
    why: "A machine with a public address is found and tried by everybody who scans the Internet; Bastion and a VPN need none.",
    remediation: "Come in by Bastion or a VPN, then take the public address off the interface.",
    facts: {
      noHost: () => "There is no jump host.",
      noneIsPublic: () => "No jump host has a public address on its interface.",
      arePublic: ({ hosts }) => `${listed(hosts)} ${hosts.length === 1 ? "has" : "have"} a public address.`,
      ...amongStrangers,
    },
  },
  "jump.redundancy": {
    title: "Jump hosts survive one failure",
    why: "With one machine, or several that may fail together, a fault in one zone takes the way in from everybody.",
    remediation: "Add a second jump host in another zone, or use a scale set with two instances.",
    facts: {
      noHost: () => "There is no jump host.",
      onlyOne: ({ host }) => `${host} is the only jump host.`,
      sideBySide: ({ hosts }) =>
        `${listed(hosts)} stand in no different zones and in no availability set, so they may fail together.`,
      apart: ({ hosts }) => `${listed(hosts)} do not fail together.`,
      ...amongStrangers,
    },
  },
  "jump.ssh-auth": {
    title: "The jump host takes keys only",
    why: "A password is guessed in time, a key is not.",
    remediation: "Put a key on the machine, then turn password sign-in off in its SSH server.",
    facts: {
      takesKeys: ({ hosts }) => `${listed(hosts)} ${hosts.length === 1 ? "was" : "were"} made for keys only.`,
      takesPasswords: ({ hosts }) =>
        `${listed(hosts)} ${hosts.length === 1 ? "was" : "were"} made to take passwords over SSH.`,
      noneSays: () => "No jump host runs Linux with settings that Azure made.",
      ...amongStrangers,
    },
  },
  "jump.vmss": {
    title: "The scale set of jump hosts has instances",
    why: "A scale set that is scaled to zero is no jump host.",
    remediation: "Scale it to two instances, and look whether a schedule scales it down.",
    facts: {
      noSet: () => "No scale set near the cluster is called or tagged like a jump host.",
      empty: ({ set }) => `The scale set ${set} has no instance: its capacity is 0.`,
      single: ({ set }) => `The scale set ${set} has one instance.`,
      filled: ({ set, count }) => `The scale set ${set} has ${count} instances.`,
    },
  },
  "jump.power": {
    title: "A jump host is running",
    why: "A virtual machine that is shut down every evening is the usual reason why the way through it is dead.",
    remediation: "Start the virtual machine.",
    facts: {
      running: ({ host }) => `${host} is running.`,
      changing: ({ host, state }) => `${host} is in the power state "${state}".`,
      noneKnown: () => "No jump host's power state is known.",
      off: ({ host, state, others }) =>
        `The jump host ${host} is ${state}${others === 0 ? "" : ", and so is every other jump host"}.`,
      noHost: () => "No jump host is on this way.",
      ...amongStrangers,
    },
  },
};
