// cloudshell.reach: a session of Cloud Shell reaches the API server from its subnet, by the same rules as a machine there.
import { pass } from "../../outcome/outcomes.ts";
import { defineCheck } from "../define-check.ts";
import { unlessPrivate } from "../skips.ts";
import { reachFrom } from "../told-by-way-in.ts";
import { atShell, shellSections } from "./shell-here.ts";

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

export const cloudshellReach = reachFrom(place, "shell.api");
