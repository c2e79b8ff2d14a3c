// identity.kind: the secret of a service principal ends one day, and then AKS can change nothing; a managed identity has none.

import type { Outcome } from "../../outcome/check.ts";
import { labelled } from "../../outcome/columns.ts";
import { advise, fail, notAssessed, pass } from "../../outcome/outcomes.ts";
import { failedFor } from "../../outcome/refused-operation.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import { seenNow } from "../../snapshot/seen-now.ts";
import type { Client } from "../../snapshot/snapshot.ts";
import { defineCheck } from "../define-check.ts";

/** `application`: its id. */
export type IdentityKindFact = Readonly<
  | { is: "identityUnsaid" }
  | { is: "managedIdentity"; kind: "system" | "user" }
  | { is: "servicePrincipal"; application: string; cluster: string }
  | { is: "secretExpired"; application: string; cluster: string }
  /** The asker's text says so of an application that it does not name. */
  | { is: "secretUnsure"; application: string; cluster: string }
>;

/** Entra's words for a secret that has ended. https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const expired = /AADSTS7000222/i;

/** The application that Entra's sentence is about, in lower case: of the asker's text it may be another one than the cluster's. */
const named = (text: string): string | undefined =>
  /\bapp(?:lication)? '([0-9a-f-]{36})'/i.exec(text)?.[1]?.toLowerCase();

/** Of the cluster's own secret. A text that names no application may as well be about the asker's own sign-in. */
function expiryOf(cluster: ManagedCluster, client: Client, clientId: string): "certain" | "unsure" | null {
  if (failedFor(cluster, expired) !== undefined) return "certain";
  const seen = seenNow(client) ?? "";
  if (!expired.test(seen)) return null;
  const application = named(seen);
  if (application === undefined) return "unsure";
  return application === clientId.toLowerCase() ? "certain" : null;
}

export const identityKind = defineCheck({
  id: "identity.kind",
  severity: "high",
  scope: "cluster",
  impact: "degrades",
  shownBy: "azure",
  source: "https://learn.microsoft.com/azure/aks/update-credentials",
  needs: ["managedCluster"],
  after: ["cluster.exists"],
  evaluate: ({ managedCluster: cluster }, { client }): Outcome<IdentityKindFact> => {
    const { id, name, identity } = cluster;
    if (identity === undefined) return notAssessed({ is: "identityUnsaid" });
    if (identity.kind !== "servicePrincipal") return pass({ is: "managedIdentity", kind: identity.kind });
    const { clientId } = identity;
    const more = { resourceId: id, evidence: [labelled("application", clientId)] };
    const of = { application: clientId, cluster: name };
    const expiry = expiryOf(cluster, client, clientId);
    if (expiry === "unsure") return notAssessed({ is: "secretUnsure", ...of });
    return expiry === "certain"
      ? fail({ is: "secretExpired", ...of }, more)
      : advise({ is: "servicePrincipal", ...of }, more);
  },
});
