// What each finding inside the cluster says: one without its words, or a fact that nobody says, does not compile.
import type { AnyInside } from "../../core/inside/findings/all.ts";
import type { InsideSharedFact } from "../../core/inside/findings/define-finding.ts";
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

/** Of one group: of the findings that it lists. */
export type InsideWords<Finding extends AnyInside = AnyInside> = {
  readonly [Id in Finding["id"]]: Words<Extract<Finding, Readonly<{ id: Id }>>>;
};
