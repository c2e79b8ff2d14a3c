// k8s.csr: a node gets its certificates by asking the cluster for them. Denied, it cannot join or serve its logs.
import type { Outcome } from "../../../outcome/check.ts";
import { fail, pass, warn } from "../../../outcome/outcomes.ts";
import type { SigningRequest } from "../../model.ts";
import { defineFinding, namesOf } from "../define-finding.ts";

export type SigningRequestsFact = Readonly<
  { is: "allSigned"; count: number } | { is: "denied" | "waiting"; requests: readonly string[] }
>;

const signers = ["kubernetes.io/kube-apiserver-client-kubelet", "kubernetes.io/kubelet-serving"];

const longMs = 10 * 60_000;

const isDenied = ({ conditions }: SigningRequest): boolean =>
  conditions.some((each) => each === "Denied" || each === "Failed");

export const nodeSigningRequests = defineFinding({
  id: "k8s.csr",
  severity: "high",
  scope: "nodes",
  impact: "degrades",
  source: "https://kubernetes.io/docs/reference/access-authn-authz/certificate-signing-requests/",
  needs: ["signingRequests"],
  after: [],
  evaluate: ({ signingRequests }, { now }): Outcome<SigningRequestsFact> => {
    const ofNodes = signingRequests.filter(({ signer }) => signers.includes(signer));
    const denied = ofNodes.filter(isDenied);
    if (denied.length > 0) return fail({ is: "denied", requests: namesOf(denied) });
    const waiting = ofNodes.filter(
      ({ conditions, created }) => conditions.length === 0 && now - created > longMs,
    );
    return waiting.length > 0
      ? warn({ is: "waiting", requests: namesOf(waiting) })
      : pass({ is: "allSigned", count: ofNodes.length });
  },
});
