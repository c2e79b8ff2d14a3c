// cluster.credential-stale: a kubeconfig outlives the certificates, and the cluster, that it was made for.

import { fetchKubeconfig } from "../../fix/cluster.ts";
import { apiFqdnOf, apiLabel, apiNamesIn, apiPrefix } from "../../network/address/api-server.ts";
import { fail, notApplicable, type Outcome, pass, type SharedFact, unread } from "../../outcome/check.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import type { Listing } from "../../snapshot/section.ts";
import { type ResourceChange, seenNow } from "../../snapshot/snapshot.ts";
import { defineCheck } from "../kit/define-check.ts";
import { isLogOf, lastRotation } from "./release-calendar.ts";

// The name of an API server that an error text is about.

const lower = (name: string): string => name.toLowerCase();

/**
 * The first name in the text that is none of the cluster's own, and begins like them: of an API server that the cluster had
 * before it was made anew. Null where the text names none, and where Azure does not say what the cluster's name is.
 */
export function formerName(
  text: string,
  { fqdn, privateFqdn, portalFqdn }: Pick<ManagedCluster, "fqdn" | "privateFqdn" | "portalFqdn">,
): string | null {
  const own = [fqdn, privateFqdn, portalFqdn].flatMap((name) => name ?? []).map(lower);
  const asked = apiNamesIn(text);
  if (own.length === 0 || asked.some((name) => own.includes(name))) return null;
  return asked.find((name) => own.some((each) => isAlike(each, name))) ?? null;
}

/** The same label is the same API server by another of its names, which may be switched off. */
const isAlike = (one: string, other: string): boolean =>
  apiLabel(one) !== apiLabel(other) && apiPrefix(one) === apiPrefix(other);

type CredentialFact = Readonly<
  | { is: "nothingSaid" }
  | { is: "sameName"; name: string }
  /** The text names an API server that this cluster does not have. */
  | { is: "formerServer"; cluster: string; asked: string; now: string }
  | { is: "rotatedSince"; cluster: string; at: string }
  /** So something on the way may open TLS, or the kubeconfig is older still. */
  | { is: "notRotated" }
>;

const unknownAuthority = /unknown authority/i;
/** What kubectl says of a name that is no longer there, or that leads elsewhere. */
const namesServer = /no such host|NXDOMAIN|could not resolve|name or service not known|x509/i;

/** A rotation that the log would tell of makes the difference, so a log that was not read leaves it open. */
function sinceRotation(
  cluster: ManagedCluster,
  { items, missing }: Listing<ResourceChange>,
): Outcome<CredentialFact | SharedFact> {
  const { id, name, resourceGroup } = cluster;
  const at = lastRotation(id, items);
  const unseen = missing.find((each) => isLogOf(resourceGroup, each));
  if (at !== null)
    return fail({ is: "rotatedSince", cluster: name, at }, { resourceId: id, fix: fetchKubeconfig(cluster) });
  return unseen === undefined ? notApplicable({ is: "notRotated" }) : unread(unseen);
}

export const clusterCredentialStale = defineCheck({
  id: "cluster.credential-stale",
  severity: "high",
  scope: "requester",
  impact: "degrades",
  requesterIssue: "kubeconfig",
  shownBy: "clientTest",
  source: "https://learn.microsoft.com/azure/aks/certificate-rotation",
  needs: ["managedCluster"],
  looksAt: ["recentChanges"],
  after: ["cluster.power-state"],
  evaluate: (
    { managedCluster: cluster, recentChanges },
    { client },
  ): Outcome<CredentialFact | SharedFact> => {
    const text = seenNow(client) ?? "";
    const { id, name } = cluster;
    const now = apiFqdnOf(cluster) ?? "";
    const more = { resourceId: id, fix: fetchKubeconfig(cluster) };
    const asked = namesServer.test(text) ? formerName(text, cluster) : null;
    if (asked !== null && now !== "") return fail({ is: "formerServer", cluster: name, asked, now }, more);
    if (unknownAuthority.test(text)) return sinceRotation(cluster, recentChanges);
    const isNamed = now !== "" && text.toLowerCase().includes(now.toLowerCase());
    return isNamed ? pass({ is: "sameName", name: now }) : notApplicable({ is: "nothingSaid" });
  },
});
