// Cloud Shell in a network: every check of it. A new one is a file beside this and a line here.

import { pass } from "../../outcome/outcomes.ts";
import { defineCheck } from "../kit/define-check.ts";
import { unlessPrivate } from "../kit/skips.ts";
import { reachFrom } from "../kit/told-by-way-in.ts";
import { cloudshellAciRoles } from "./cloudshell.aci-roles.ts";
import { cloudshellNetworkProfile } from "./cloudshell.network-profile.ts";
import { cloudshellProviders } from "./cloudshell.providers.ts";
import { cloudshellRelay } from "./cloudshell.relay.ts";
import { cloudshellStorage } from "./cloudshell.storage.ts";
import { atShell, shellSections } from "./shell-here.ts";

// cloudshell.reach: a session of Cloud Shell reaches the API server from its subnet, by the same rules as a machine there.

const place = defineCheck({
  id: "cloudshell.reach",
  severity: "medium",
  scope: "people",
  impact: "degrades",
  requesterIssue: "cloudShellSession",
  shownBy: "azure",
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
