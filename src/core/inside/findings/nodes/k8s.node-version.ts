// k8s.node-version: a kubelet may be up to three minor versions older than the API server, and never newer.
import { minorOf } from "../../../finding/cluster/release-calendar.ts";
import type { Outcome } from "../../../outcome/check.ts";
import { advise, fail, notAssessed, pass } from "../../../outcome/outcomes.ts";
import { defineFinding, namesOf } from "../define-finding.ts";

export type NodeVersionFact = Readonly<
  | { is: "same" }
  | { is: "behind" | "unsupported"; nodes: readonly string[]; server: number; oldest: number }
  | { is: "notSaid" }
>;

const furthest = 3;

export const nodeVersion = defineFinding({
  id: "k8s.node-version",
  severity: "medium",
  scope: "nodes",
  impact: "degrades",
  source: "https://kubernetes.io/releases/version-skew-policy/#kubelet",
  needs: ["nodes", "version"],
  after: ["cluster.version-skew"],
  evaluate: ({ nodes, version: { server } }): Outcome<NodeVersionFact> => {
    const known = nodes.flatMap((node) => {
      const minor = minorOf(node.kubelet);
      return minor === null ? [] : [{ name: node.name, minor }];
    });
    const other = known.filter(({ minor }) => minor !== server);
    if (other.length === 0)
      return known.length > 0 && known.length === nodes.length
        ? pass({ is: "same" })
        : notAssessed({ is: "notSaid" });
    const apart = other.filter(({ minor }) => server - minor > furthest || minor > server);
    const some = apart.length > 0 ? apart : other;
    const fact = { nodes: namesOf(some), server, oldest: Math.min(...some.map(({ minor }) => minor)) };
    return apart.length > 0 ? fail({ is: "unsupported", ...fact }) : advise({ is: "behind", ...fact });
  },
});
