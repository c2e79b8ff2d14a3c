// k8s.version: kubectl is made for the API server's own minor version and its two neighbours.
import type { Outcome } from "../../../outcome/check.ts";
import { advise, pass } from "../../../outcome/outcomes.ts";
import type { Versions } from "../../model.ts";
import { defineFinding } from "../define-finding.ts";

export type KubectlVersionFact = Readonly<{ is: "fits" | "apart" } & Versions>;

export const kubectlVersion = defineFinding({
  id: "k8s.version",
  severity: "info",
  scope: "cluster",
  impact: "advises",
  source: "https://kubernetes.io/releases/version-skew-policy/#kubectl",
  needs: ["version"],
  after: [],
  evaluate: ({ version }): Outcome<KubectlVersionFact> =>
    Math.abs(version.server - version.kubectl) <= 1
      ? pass({ is: "fits", ...version })
      : advise({ is: "apart", ...version }),
});
