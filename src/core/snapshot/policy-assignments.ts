// Azure Policy as far as it may turn down a pod: what is assigned to the cluster or above it.
import type { Section } from "./section.ts";

export type PolicyAssignment = Readonly<{
  id: string;
  /** As people call it. */
  name: string;
  /** False: it reports, and turns nothing down. */
  isEnforced: boolean;
  /** Absent where it leaves that to its definition, like the next. */
  effect?: string;
  excludedNamespaces?: readonly string[];
  definition: Section<PolicyDefinition>;
}>;

/** A policy, or a set of them. */
export type PolicyDefinition = Readonly<{
  /** `Kubernetes`, …; empty where it names none. */
  category: string;
  /** What holds where an assignment says nothing; the effect is empty where it names none. */
  effect: string;
  excludedNamespaces: readonly string[];
}>;
