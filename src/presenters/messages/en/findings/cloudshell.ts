// What findings about `cloudshell.*` say.
import type { FindingWords } from "../../finding-words.ts";
import { and } from "../words.ts";

const noShell = (): string => "Cloud Shell is set up in no network near the cluster.";

export const cloudshellFindings: FindingWords<"cloudshell"> = {
  "cloudshell.network-profile": {
    title: "Cloud Shell may start in a network near the cluster",
    why: "Sessions of Cloud Shell in a network start as containers, in a subnet that is delegated to them.",
    remediation:
      "Delegate the subnet to Microsoft.ContainerInstance/containerGroups, or deploy Cloud Shell's template again.",
    facts: {
      mayStart: ({ subnet, profile }) => `Cloud Shell may start in ${subnet}, by ${profile}.`,
      notDelegated: ({ subnet, profile }) =>
        `${profile} names ${subnet}, which is not delegated to containers: Cloud Shell does not start there.`,
      noProfile: () => "No network profile of Cloud Shell names a subnet near the cluster.",
    },
  },
  "cloudshell.providers": {
    title: "Cloud Shell's resource providers are registered",
    why: "Without its three resource providers in the subscription Cloud Shell starts no session in a network.",
    remediation: "Register the resource providers in the subscription of the network profile.",
    facts: {
      noShell,
      registered: () => "All resource providers that Cloud Shell needs in a network are registered.",
      notRegistered: ({ namespaces }) =>
        `Cloud Shell starts in no network of this subscription: ${and(namespaces)} ${namespaces.length === 1 ? "is" : "are"} not registered.`,
      registering: ({ namespaces }) =>
        `${and(namespaces)} ${namespaces.length === 1 ? "is" : "are"} not registered yet.`,
    },
  },
  "cloudshell.relay": {
    title: "Cloud Shell's relay is reached",
    why: "The browser talks to a container of Cloud Shell over Azure Relay; without it a session is made and never opens.",
    remediation:
      "Approve the relay's private endpoint, link its zone to the shell's network, or deploy Cloud Shell's template again.",
    facts: {
      noShell,
      relayReady: ({ relay }) => `The relay ${relay} is ready, its private endpoint and its name with it.`,
      noRelay: ({ group }) => `No relay stands beside ${group}, so no session of Cloud Shell opens.`,
      relayFailed: ({ relay, state }) => `The relay ${relay} is in the state "${state}".`,
      noEndpoint: ({ relay }) => `The relay ${relay} has no private endpoint, by which containers reach it.`,
      endpointShut: ({ relay, endpoint, status }) =>
        `The private endpoint ${endpoint} of the relay ${relay} is ${status}, so no session of Cloud Shell opens.`,
      zoneElsewhere: () => "The zone of the relay's name does not stand beside it, and was not looked at.",
      zoneNotLinked: ({ network }) =>
        `The zone of the relay's name is not linked to ${network}, so containers there do not find it.`,
      noRecord: ({ relay }) => `The zone has no record of the relay ${relay}, so containers do not find it.`,
    },
  },
  "cloudshell.storage": {
    title: "Cloud Shell reaches its file share",
    why: "Cloud Shell mounts its file share from its own subnet, unless its sessions keep nothing.",
    remediation: "Let the containers' subnet in to the storage account, or use sessions that keep nothing.",
    facts: {
      noShell,
      letsIn: ({ account, subnet }) => `The storage account ${account} lets ${subnet} in.`,
      keepsOut: ({ account, subnet }) =>
        `The storage account ${account} keeps ${subnet} out, so Cloud Shell cannot mount its file share there.`,
      takesNoKeys: ({ account }) =>
        `The storage account ${account} takes no keys, by which Cloud Shell mounts its file share.`,
      byEndpoint: ({ account }) =>
        `The storage account ${account} is reached by a private endpoint; whether that is one for file shares is not read.`,
      noAccount: () => "No storage account stands beside the network profile: sessions may keep nothing.",
    },
  },
  "cloudshell.aci-roles": {
    title: "The container service may start Cloud Shell",
    why: "Azure's container service starts the session; for that it needs a role on the network profile and on the relay.",
    remediation:
      "Give Azure Container Instance Service its roles again: Network Contributor on the network profile, Contributor on the relay.",
    facts: {
      noShell,
      holdsRoles: ({ on }) => `An application holds the roles that Cloud Shell needs on ${and(on)}.`,
      lacksRoles: ({ on }) =>
        `Azure's container service has no role on ${and(on)}, so Cloud Shell does not start there.`,
      someoneHolds: ({ on }) =>
        `An application holds a role on ${and(on)}; whether it is Azure's container service, and enough, is not known.`,
    },
  },
  "cloudshell.reach": {
    title: "Cloud Shell reaches the API server from its subnet",
    why: "A session in a network gets as far as its subnet's names, rules, routes and peerings lead.",
    remediation: "Mend what the way from the containers' subnet ends at.",
    facts: {
      noShell,
      reaches: () => "The way from Cloud Shell's subnet leads to the API server.",
    },
  },
};
