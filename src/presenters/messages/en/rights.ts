// Who may do what: the two locks, and how a missing right is given.

import { english } from "../catalogue.ts";
import { list, or } from "./words.ts";

const { calledCluster } = english.speech;

export const rightsTexts = {
  /** What a right is held on. */
  scopes: {
    subscription: (id: string) => `subscription ${id}`,
    resourceGroup: (name: string) => `resource group ${name}`,
  },
  /** How a missing right is given. */
  grant: {
    line: "An owner of the scope can give it with",
    /** It looks the cluster up by its name. */
    lineByName: "An owner of the cluster can give it with (in the cluster's subscription)",
    noLine: (role: string, cluster: string) => `An owner of ${cluster} can give you ${role} on it.`,
  },
  denied: {
    title: (cluster: string) => `✖ Not allowed on ${calledCluster(cluster)}`,
    subtitle: "The policy of this bot refused it. Nothing was run.",
    why: "Why",
    wouldAllow: "Who may",
    /** `known`: whoever reads it is in none of them; else that could not be found out. */
    whoMay: (names: readonly string[], known: boolean) => {
      if (names.length === 0) return "Nobody: whoever keeps the policy of this bot would have to change it.";
      const members = `Members of ${or(names)}`;
      return known ? `${members}: ask one of them, or an owner of the group to add you.` : `${members}.`;
    },
  },
  azureDenied: {
    title: (cluster: string) => `✖ Azure refused: ${cluster}`,
    subtitle: "The policy of this bot allows it, your rights in Azure do not. Nothing was run.",
    action: "Missing",
    scope: "On",
    /** Where Azure shows no cluster at all. */
    anyScope: (cluster: string) => `the cluster ${cluster} or its subscription (Azure shows you no cluster)`,
    role: "Role",
    /** Stands where the object id of the person would be. */
    someone: "OBJECT_ID",
  },
  whoAmI: {
    title: (name: string) => `You are ${name}`,
    objectId: "Object id",
    tenant: "Tenant",
    groups: "Groups",
    noGroups: "None that the policy knows",
    groupsUnknown: (reason: string) => `? Could not be read. ${reason}`,
    diagnose: "May diagnose",
    lookInside: "May look inside",
    watch: "May watch",
    run: "May run",
    change: "May change",
    fix: "May have fixes made",
    nothing: "Nothing",
    rest: "Azure's and the cluster's own access control decide as well.",
  },
  canI: {
    /** Who has to agree. */
    approval: "Approval",
    yes: (cluster: string) => `✔ Yes, on ${cluster}`,
    no: (cluster: string) => `✖ No, not on ${cluster}`,
    maybe: (cluster: string) => `? Not certain on ${cluster}`,
    bothOpen: "The policy and Azure both allow it. Nothing was run.",
    onlyReads: "Nothing was run.",
    modeShut: "The mode in force does not allow it. Nothing was run.",
    mode: "Mode",
    policyShut: "The policy of this bot does not allow it. Nothing was run.",
    azureShut: "The policy allows it, but your rights in Azure do not. Nothing was run.",
    azureUnknown: "The policy allows it, but your rights in Azure could not be read. Nothing was run.",
    policy: "Bot policy",
    policyAllows: (rule: string) => `✔ Rule ${rule} allows it`,
    policyPersonal: "The output comes to you alone",
    output: "Output",
    outputThread: "Shown in the thread",
    azure: "Azure",
    azureAllows: "✔ Allowed",
    azureMissing: (action: string, scope: string) => `✖ ${action} on ${scope} is missing`,
    need: (action: string, scope: string) => `${action} on ${scope}`,
    azureOpen: (needs: readonly string[]) =>
      needs.length === 0 ? "? Could not be read" : `? Could not be read: ${list(needs)}`,
    role: "Role",
  },
};
