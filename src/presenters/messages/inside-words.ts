// What each finding inside the cluster says: one without its words, or a fact that nobody says, does not compile.
import type { AnyInside } from "../../core/in-cluster/findings/all.ts";
import type { InsideSharedFact } from "../../core/in-cluster/findings/define-finding.ts";
import type { Says } from "./says.ts";

type FoundBy<Finding extends AnyInside> = ReturnType<Finding["evaluate"]>["facts"][number];

type Words<Finding extends AnyInside> = Readonly<{
  /** What is looked at, as it is where all is well. */
  title: string;
  /** What depends on it. */
  why: string;
  remediation: string;
  facts: Says<Exclude<FoundBy<Finding>, Readonly<{ is: InsideSharedFact["is"] }>>>;
}>;

export type InsideWords = {
  readonly [Id in AnyInside["id"]]: Words<Extract<AnyInside, Readonly<{ id: Id }>>>;
};
