// avd.reach: whoever has a desktop reaches the API server from its session host, by the same rules as from a jump host.
import { pass } from "../../outcome/outcomes.ts";
import { defineCheck } from "../define-check.ts";
import { unlessPrivate } from "../skips.ts";
import { reachFrom } from "../told-by-way-in.ts";
import { atDesktops, desktopSections } from "./desktops-here.ts";

const place = defineCheck({
  id: "avd.reach",
  severity: "medium",
  scope: "people",
  impact: "degrades",
  requesterIssue: "desktop",
  shownBy: "azure",
  source: "https://learn.microsoft.com/azure/virtual-desktop/network-connectivity",
  needs: ["clusterNetwork", "jumpHosts"],
  looksAt: desktopSections,
  after: ["avd.session-hosts"],
  skip: unlessPrivate,
  evaluate: (data) => atDesktops<never>(data, () => pass([])),
});

export const avdReach = reachFrom(place, "desktop.api");
