// Cloud Shell in a network: every check of it. A new one goes here or beside this, and into the list.
import { notApplicable, notAssessed, type Outcome, pass } from "../../outcome/check.ts";
import { isProduction } from "../../snapshot/cluster.ts";
import { defineCheck, unlessPrivate } from "../kit/define-check.ts";
import { reachFrom } from "../kit/told-by-way-in.ts";
import { cloudshellAciRoles } from "./cloudshell.aci-roles.ts";
import { cloudshellRelay } from "./cloudshell.relay.ts";
import { cloudshellStorage } from "./cloudshell.storage.ts";
import {
  atShell,
  cloudshellNetworkProfile,
  cloudshellProviders,
  shellSections,
} from "./cloudshell-settings.ts";

// cloudshell.reach: a session of Cloud Shell reaches the API server from its subnet, by the same rules as a machine there.

const place = defineCheck({
  id: "cloudshell.reach",
  severity: "medium",
  scope: "people",
  impact: "degrades",
  requesterIssue: "cloudShellSession",
  source: "https://learn.microsoft.com/azure/aks/private-cluster-connect",
  needs: ["clusterNetwork"],
  looksAt: shellSections,
  after: ["cloudshell.network-profile"],
  skip: unlessPrivate,
  evaluate: (data) => atShell<never>(data, () => pass([])),
});

const cloudshellReach = reachFrom(place, "shell.api");

export const cloudshellChecks = [
  cloudshellProviders,
  cloudshellNetworkProfile,
  cloudshellRelay,
  cloudshellStorage,
  cloudshellAciRoles,
  cloudshellReach,
] as const;

// The requester's own device: every check of it. A new one goes here or beside this, and into the list.

// paw.device: from which device somebody comes to production. Nothing in Azure Resource Manager says it: a reminder.

type DeviceFact = Readonly<{ is: "notProduction" } | { is: "deviceUnseen" }>;

const pawDevice = defineCheck({
  id: "paw.device",
  severity: "info",
  scope: "requester",
  impact: "advises",
  requesterIssue: null,
  source: "https://learn.microsoft.com/security/privileged-access-workstations/privileged-access-devices",
  needs: ["managedCluster"],
  evaluate: ({ managedCluster }): Outcome<DeviceFact> =>
    isProduction(managedCluster)
      ? notAssessed({ is: "deviceUnseen" })
      : notApplicable({ is: "notProduction" }),
});

export const pawChecks = [pawDevice] as const;
