// Which way comes first, and which does not fit.
import {
  type AccessPathState,
  type RankingCriteria,
  rankPaths,
  type Traits,
  traitsOf,
} from "../../../src/core/access/access-path.ts";
import { pathSpecs } from "../../../src/core/access/path-registry.ts";
import { isProduction } from "../../../src/core/snapshot/cluster.ts";

const incident: RankingCriteria = { need: "read-once", urgency: "incident", production: true };
const normal: RankingCriteria = { ...incident, urgency: "normal" };

/** `P05?` is probable, `P05!` blocked, `P05-` not configured. */
const states: Readonly<Record<string, AccessPathState>> = {
  "": "available",
  "?": "probable",
  "!": "blocked",
  "-": "notConfigured",
};
const traits = new Map<string, Traits>(pathSpecs.map((spec) => [spec.id, spec.traits]));
const paths = (text: string) =>
  text.split(" ").map((word) => {
    const id = word.slice(0, 3);
    return {
      id,
      state: states[word.slice(3)] ?? "available",
      traits: traits.get(id) ?? traitsOf("other", 1),
    };
  });

test.each<[why: string, wish: RankingCriteria, given: string, ranked: string]>([
  ["the run command first in an incident", incident, "P05 P02 P13", "P13 P02 P05"],
  ["but not while it is unproven", incident, "P05 P13?", "P05 P13"],
  ["nor for a session", { ...incident, need: "interactive" }, "P05 P13", "P05"],
  ["for one change as well", { ...incident, need: "change-once" }, "P02 P13", "P13 P02"],
  ["only by its minutes otherwise", normal, "P05 P07 P13", "P13 P07 P05"],
  ["proven before unproven, whatever else", normal, "P02? P09 P05", "P05 P09 P02"],
  ["what opens nothing before what does", normal, "P01 P05", "P05 P01"],
  ["a preview before what is public for good", normal, "P01 P09", "P09 P01"],
  ["the faster one", normal, "P07 P11 P12", "P12 P11 P07"],
  ["what hangs on one endpoint after what does not", normal, "P08 P02", "P02 P08"],
  [
    "in production, ssh through Bastion before the browser and the host's own address",
    normal,
    "P05 P06 P07 P04",
    "P07 P06 P05 P04",
  ],
  [
    "elsewhere, VS Code before the host's own address",
    { ...normal, production: false },
    "P05 P16 P04",
    "P16 P04 P05",
  ],
  ["blocked and missing ones have no rank", normal, "P05! P06- P07", "P07"],
  ["a VPN only from outside", { ...normal, where: "azure-vm" }, "P11 P05", "P05"],
  ["a VPN from home", { ...normal, where: "internet" }, "P11 P12", "P11"],
  ["ExpressRoute from the office", { ...normal, where: "er" }, "P11 P12", "P12"],
  ["no Cloud Shell for automation", { ...normal, need: "automation" }, "P03 P13 P05", "P05"],
  ["no run command for port-forward", { ...incident, need: "port-forward" }, "P13 P07", "P07"],
  ["nor for editing files", { ...incident, need: "edit-files" }, "P13 P16", "P16"],
])("%s", (_why, wish, given, ranked) => {
  expect(rankPaths(paths(given), wish).join(" ")).toBe(ranked);
});

test.each<[name: string, tags: Readonly<Record<string, string>>, production: boolean]>([
  ["prod-1", {}, true],
  ["shop", {}, true],
  ["shop-dev", {}, false],
  ["aks-test-2", {}, false],
  ["latest", {}, true],
  ["devices", {}, true],
  ["shop-dev", { Environment: "Production" }, true],
  ["shop", { env: "non-prod" }, false],
  ["shop", { stage: "staging" }, false],
  ["shop", { owner: "test team" }, true],
])("%s with %j: production is %s", (name, tags, production) => {
  expect(isProduction({ name, tags })).toBe(production);
});
