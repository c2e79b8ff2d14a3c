// nsg.effective: verdicts about groups come from their rules as they are written; Azure also tells which ones act on an
// interface, while its machine runs. That is not asked here: it is an operation of its own, and takes a right to act.
// https://learn.microsoft.com/azure/network-watcher/effective-security-rules-overview

import { isRunning } from "../../client/client-networks.ts";
import { guardedHosts } from "../../client/likely-hosts.ts";
import { azIn, forResource } from "../../fix/write/az.ts";
import { notApplicable, notAssessed, type Outcome, pass, type SharedFact } from "../../outcome/check.ts";
import { columns } from "../../outcome/columns.ts";
import { nameOf } from "../../snapshot/resource-id.ts";
import { collected } from "../../snapshot/section.ts";
import { defineCheck, unlessPrivate } from "../kit/define-check.ts";

export type EffectiveFact = Readonly<
  | { is: "noHost" }
  /** `groups`: those whose rules were read as they are written. */
  | { is: "provable"; host: string; groups: readonly string[] }
  | { is: "hostOff"; host: string }
>;

export const nsgEffective = defineCheck({
  id: "nsg.effective",
  severity: "info",
  scope: "people",
  impact: "advises",
  shownBy: "azure",
  source: "https://learn.microsoft.com/azure/network-watcher/effective-security-rules-overview",
  needs: ["clusterNetwork", "jumpHosts"],
  looksAt: ["peerNetworks"],
  after: ["jump.discovered"],
  skip: unlessPrivate,
  evaluate: ({ jumpHosts, ...data }): Outcome<EffectiveFact | SharedFact> => {
    const guarded = guardedHosts({ ...data, jumpHosts: collected(jumpHosts) }).filter(
      ({ host, guarded: { groupIds } }) => groupIds.length > 0 && host.scaleSetId === undefined,
    );
    const [first] = guarded;
    if (first === undefined) return notApplicable({ is: "noHost" });
    const found = guarded.find(({ host }) => isRunning(host));
    const nic = found?.host.interfaces[0];
    const line = forResource(nic?.id, (parts) =>
      azIn(parts, "network nic list-effective-nsg", "--name", parts.name),
    );
    if (found === undefined || line === null) return notAssessed({ is: "hostOff", host: first.host.name });
    const groups = found.guarded.groupIds.map(nameOf);
    return pass({ is: "provable", host: found.host.name, groups }, [columns(line)]);
  },
});
