// identity.kind: the secret of a service principal ends one day, and then AKS can change nothing; a managed identity has none.
import type { Outcome } from "../../outcome/check.ts";
import { advise, fail, notAssessed, pass } from "../../outcome/outcomes.ts";
import { failedFor } from "../../outcome/refused-operation.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import type { Client } from "../../snapshot/snapshot.ts";
import { defineCheck } from "../define-check.ts";

/** `application`: its id. */
export type IdentityKindFact = Readonly<
  | { is: "identityUnsaid" }
  | { is: "managedIdentity"; kind: "system" | "user" }
  | { is: "servicePrincipal"; application: string; cluster: string }
  | { is: "secretExpired"; application: string; cluster: string }
>;

/** Entra's words for a secret that has ended. https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const expired = /AADSTS7000222/i;

/** The application that Entra's sentence is about: of the asker's text it may be another one than the cluster's. */
const named = (text: string): string | undefined => /\bapp(?:lication)? '([0-9a-f-]{36})'/i.exec(text)?.[1];

function isExpired(cluster: ManagedCluster, { symptom = "" }: Client, clientId: string): boolean {
  if (failedFor(cluster, expired) !== undefined) return true;
  return (
    expired.test(symptom) &&
    (named(symptom)?.toLowerCase() ?? clientId.toLowerCase()) === clientId.toLowerCase()
  );
}

export const identityKind = defineCheck({
  id: "identity.kind",
  severity: "high",
  source: "https://learn.microsoft.com/azure/aks/update-credentials",
  needs: ["managedCluster"],
  after: ["cluster.exists"],
  evaluate: ({ managedCluster: cluster }, { client }): Outcome<IdentityKindFact> => {
    const { id, name, identity } = cluster;
    if (identity === undefined) return notAssessed({ is: "identityUnsaid" });
    if (identity.kind !== "servicePrincipal") return pass({ is: "managedIdentity", kind: identity.kind });
    const { clientId } = identity;
    const more = { resourceId: id, evidence: [`application  ${clientId}`] };
    const of = { application: clientId, cluster: name };
    return isExpired(cluster, client, clientId)
      ? fail({ is: "secretExpired", ...of }, more)
      : advise({ is: "servicePrincipal", ...of }, more);
  },
});
