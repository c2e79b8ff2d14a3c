// A finding about what was read inside the cluster: like a check of the Azure side, over parts of another model.
import type { CheckMeta, RequesterIssue } from "../../finding/kit/check-meta.ts";
import type { FindingId } from "../../finding/kit/finding-id.ts";
import { type Fix, fixOf } from "../../fix/write/fix.ts";
import { type Fact, notApplicable, notAssessed, type Outcome } from "../../outcome/check.ts";
import type { Contents, InClusterModel, PartName, RequiredRead, WhyNot } from "../reads/model.ts";

/** What any of them may say. `parts`: what was to be read. */
export type InClusterSharedFact = Readonly<
  | { is: "unread"; parts: readonly PartName[]; why: WhyNot; needs: readonly RequiredRead[] }
  /** The cluster has no such kind of object. */
  | { is: "noSuchKind"; part: PartName }
>;

/** What the Azure side knows of the cluster. */
export type AzureSide = Readonly<{
  /** Where the API server stands, as Azure says; null where it was not read. */
  apiAddresses: readonly string[] | null;
  /** By which name nodes and pods ask for it; "" where they ask for none. */
  apiName: string;
  hasVnetIntegration: boolean;
  /** An operation is running, such as an upgrade, for which nodes are drained. */
  isChanging: boolean;
}>;

/** `now`: milliseconds, as of when the first read began. */
type InClusterContext = Readonly<{ now: number; azure: AzureSide; model: InClusterModel }>;

export type InClusterFinding<Id extends FindingId = FindingId, F extends Fact = Fact> = CheckMeta<Id> &
  Readonly<{ needs: readonly PartName[]; evaluate: (context: InClusterContext) => Outcome<F> }>;

/** What it is, where it does not say otherwise: trouble of the cluster, which goes on all the same. */
const usual = { scope: "cluster", impact: "degrades", after: [] } as const;

type Spec<Id extends FindingId, N extends PartName, F extends Fact> = Omit<
  CheckMeta<Id>,
  "shownBy" | "requesterIssue" | keyof typeof usual
> &
  (Readonly<{ scope?: "nodes" }> | Readonly<{ scope: "requester"; requesterIssue: RequesterIssue }>) &
  Readonly<{
    impact?: "advises";
    after?: readonly FindingId[];
    /** Parts without which it cannot judge. */
    needs: readonly N[];
    evaluate: (data: Pick<Contents, N>, context: InClusterContext) => Outcome<F>;
  }>;

/** Of several that were not read the first says why, and all say what they take. */
export function unreadParts(
  parts: readonly PartName[],
  model: InClusterModel,
): Outcome<InClusterSharedFact> | null {
  const unread = parts.flatMap((name) => {
    const part = model.parts[name];
    return part.status === "unread" ? [{ ...part, name }] : [];
  });
  const [first] = unread;
  if (first === undefined) return null;
  const { why } = first;
  return notAssessed({
    is: "unread",
    parts: unread.map(({ name }) => name),
    why,
    needs: why === "forbidden" || why === "byPolicy" ? unread.flatMap(({ needs }) => needs) : [],
  });
}

/** Reading a part that `needs` does not name is a compile error. */
export function defineFinding<const Id extends FindingId, N extends PartName, F extends Fact>(
  spec: Spec<Id, N, F>,
): InClusterFinding<Id, F | InClusterSharedFact> {
  const { evaluate, ...meta } = spec;
  return {
    ...usual,
    ...meta,
    shownBy: "inCluster",
    evaluate: (context) => {
      const { parts } = context.model;
      const absent = meta.needs.find((name) => parts[name].status === "absent");
      if (absent !== undefined) return notApplicable({ is: "noSuchKind", part: absent });
      const unread = unreadParts(meta.needs, context.model);
      if (unread !== null) return unread;
      const data = meta.needs.map((name) => {
        const part = parts[name];
        return [name, part.status === "read" ? part.data : undefined];
      });
      // The only cast: every needed part was just seen to be read.
      return evaluate(Object.fromEntries(data) as Pick<Contents, N>, context);
    },
  };
}

/** Of a Deployment of kube-system: one pod after the other. */
export const restartFix = (name: string): Fix =>
  fixOf({ kind: "restartDeployment", name, namespace: "kube-system" }, { is: "podsReplaced" });

/** The first names of what anybody may have any number of, and how many were left out. */
export type FirstNames = Readonly<{ names: readonly string[]; left: number }>;

const mostNames = 10;

/** Each once, and in the same order whatever order they came in. */
export function firstNames(all: readonly string[]): FirstNames {
  const names = [...new Set(all)].toSorted();
  return { names: names.slice(0, mostNames), left: names.slice(mostNames).length };
}

/** Names for a sentence: which, and of how many. */
export const namesOf = (things: readonly Readonly<{ name: string }>[]): readonly string[] =>
  things.map(({ name }) => name);
