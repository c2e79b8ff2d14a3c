// What each finding inside the cluster says: one without its words, or a fact that nobody says, does not compile.
import type { AnyInClusterFinding } from "../../core/in-cluster/findings/all.ts";
import type { InClusterSharedFact } from "../../core/in-cluster/findings/define-finding.ts";
import type { Says } from "./says.ts";

type FoundBy<Finding extends AnyInClusterFinding> = ReturnType<Finding["evaluate"]>["facts"][number];

type Words<Finding extends AnyInClusterFinding> = Readonly<{
  /** What is looked at, as it is where all is well. */
  title: string;
  /** What depends on it. */
  why: string;
  remediation: string;
  facts: Says<Exclude<FoundBy<Finding>, Readonly<{ is: InClusterSharedFact["is"] }>>>;
}>;

export type InsideWords = {
  readonly [Id in AnyInClusterFinding["id"]]: Words<Extract<AnyInClusterFinding, Readonly<{ id: Id }>>>;
};
