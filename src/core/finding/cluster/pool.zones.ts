// pool.zones: nodes of one zone go down together, and DNS and the tunnel with them.
import {
  advise,
  notApplicable,
  notAssessed,
  type Outcome,
  pass,
  type SharedFact,
} from "../../outcome/check.ts";
import { columns } from "../../outcome/columns.ts";
import { isHosted, modeOf } from "../../outcome/pool-words.ts";
import { defineCheck } from "../kit/define-check.ts";
import type { NoPools } from "./suspect-sets.ts";

export type ZonesFact = Readonly<
  | { is: "spread"; zones: readonly string[] }
  | { is: "oneZone"; zone: string }
  /** The region may have none. */
  | { is: "noZones"; region: string }
  | { is: "noSystemPool" }
>;

export const poolZones = defineCheck({
  id: "pool.zones",
  severity: "low",
  scope: "nodes",
  impact: "advises",
  shownBy: "azure",
  source: "https://learn.microsoft.com/azure/aks/availability-zones-overview",
  needs: ["managedCluster"],
  after: ["pool.system-ready"],
  evaluate: ({ managedCluster: cluster }): Outcome<ZonesFact | NoPools | SharedFact> => {
    if (cluster.agentPools.length === 0) return notAssessed({ is: "noPools", cluster: cluster.name });
    const system = cluster.agentPools.filter((pool) => modeOf(pool) === "system");
    if (system.length === 0 || system.some(isHosted)) return notApplicable({ is: "noSystemPool" });
    const zones = [...new Set(system.flatMap((pool) => pool.zones ?? []))].toSorted();
    const evidence = system.map((pool) => columns(pool.name, { is: "listed", names: pool.zones ?? [] }));
    const more = { resourceId: cluster.id, evidence };
    const [zone] = zones;
    if (zone === undefined) return advise({ is: "noZones", region: cluster.location }, more);
    return zones.length === 1
      ? advise({ is: "oneZone", zone }, more)
      : pass({ is: "spread", zones }, evidence);
  },
});
