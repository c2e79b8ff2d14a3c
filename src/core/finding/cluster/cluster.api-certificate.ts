// cluster.api-certificate: certificates of clusters from before May 2019 last two years, unless somebody rotated them.

import { aksFix, atCluster } from "../../fix/cluster.ts";
import { advise, fail, notApplicable, type Outcome, pass } from "../../outcome/check.ts";
import { labelled } from "../../outcome/columns.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import { seenNow } from "../../snapshot/snapshot.ts";
import { defineCheck } from "../kit/define-check.ts";
import { lastRotation } from "./release-calendar.ts";

/** Times are ISO 8601. */
export type CertificateFact = Readonly<
  | { is: "ageUnsaid" }
  | { is: "rotated"; at: string }
  | { is: "lasts"; createdAt: string }
  | { is: "old"; createdAt: string }
  | { is: "expired"; cluster: string; createdAt: string }
  /** Only the asker's text says so. */
  | { is: "saidExpired" }
>;

/** https://learn.microsoft.com/azure/aks/certificate-rotation */
const longLivedSince = Date.parse("2019-05-01T00:00:00Z");

const expired = /x509.{0,80}(?:has expired|is not yet valid)/is;

const rotate = (cluster: ManagedCluster) =>
  aksFix(
    cluster,
    { kind: "rotateCertificates", at: atCluster(cluster) },
    { risks: [{ is: "certificatesRotated" }], disruptive: true },
  );

export const clusterApiCertificate = defineCheck({
  id: "cluster.api-certificate",
  severity: "high",
  scope: "cluster",
  impact: "cuts",
  shownBy: "clientTest",
  pathPlace: { on: "apiServer", thing: "apiServer" },
  source: "https://learn.microsoft.com/azure/aks/certificate-rotation",
  needs: ["managedCluster"],
  looksAt: ["recentChanges"],
  after: ["cluster.power-state"],
  evaluate: ({ managedCluster: cluster, recentChanges }, { client }): Outcome<CertificateFact> => {
    const { id, name, createdAt = "" } = cluster;
    const isSaid = expired.test(seenNow(client) ?? "");
    const at = lastRotation(id, recentChanges.items);
    if (at !== null && !isSaid) return pass({ is: "rotated", at });
    const isOld = Date.parse(createdAt) < longLivedSince;
    const more = { resourceId: id, evidence: [labelled("createdAt", createdAt)] };
    if (isSaid && isOld && at === null)
      return fail({ is: "expired", cluster: name, createdAt }, { ...more, fix: rotate(cluster) });
    if (isSaid) return advise({ is: "saidExpired" }, more);
    if (isOld) return advise({ is: "old", createdAt }, more);
    return createdAt === "" ? notApplicable({ is: "ageUnsaid" }) : pass({ is: "lasts", createdAt });
  },
});
