// k8s.certificates: cert-manager's, where it is there. One that is over behind a webhook has every write refused.
import type { Outcome } from "../../../outcome/check.ts";
import { fail, pass, warn } from "../../../outcome/outcomes.ts";
import type { Certificate, Contents, Part } from "../../model.ts";
import { defineFinding } from "../define-finding.ts";

export type CertificatesFact = Readonly<
  | { is: "allGood"; count: number }
  /** `namespace/name`. `behindWebhook`: in the namespace of one that must answer. */
  | { is: "bad"; certificates: readonly string[]; behindWebhook: boolean }
  | { is: "endSoon"; certificates: readonly string[] }
>;

const soonMs = 14 * 24 * 60 * 60_000;

const keysOf = (certificates: readonly Certificate[]): readonly string[] =>
  certificates.map(({ namespace, name }) => `${namespace}/${name}`);

const namespacesOfWebhooks = (webhooks: Part<Contents["webhooks"]>): readonly string[] =>
  webhooks.status === "read"
    ? webhooks.data.flatMap(({ mustAnswer, service }) =>
        mustAnswer && service !== null ? [service.namespace] : [],
      )
    : [];

export const clusterCertificates = defineFinding({
  id: "k8s.certificates",
  severity: "medium",
  scope: "cluster",
  impact: "degrades",
  source: "https://cert-manager.io/docs/troubleshooting/",
  needs: ["certificates"],
  after: [],
  evaluate: ({ certificates }, { now, model }): Outcome<CertificatesFact> => {
    const bad = certificates.filter(({ isReady, ends }) => !isReady || (ends !== null && ends <= now));
    const namespaces = namespacesOfWebhooks(model.parts.webhooks);
    const needed = bad.filter(({ namespace }) => namespaces.includes(namespace));
    if (needed.length > 0) return fail({ is: "bad", certificates: keysOf(needed), behindWebhook: true });
    if (bad.length > 0) return warn({ is: "bad", certificates: keysOf(bad), behindWebhook: false });
    const ending = certificates.filter(({ ends }) => ends !== null && ends - now < soonMs);
    return ending.length > 0
      ? warn({ is: "endSoon", certificates: keysOf(ending) })
      : pass({ is: "allGood", count: certificates.length });
  },
});
