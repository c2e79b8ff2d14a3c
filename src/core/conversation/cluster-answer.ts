// Clusters as an answer names them: a list, or a question which one is meant.
import type { WhyUnread } from "../snapshot/section.ts";

export type ClusterSummary = Readonly<{
  id: string;
  name: string;
  resourceGroup: string;
  subscriptionId: string;
  location: string;
  powerState: string;
  private: boolean;
  /** Of Kubernetes, as `1.29.7`; absent where Azure does not say. */
  version?: string;
  /** `AKSLongTermSupport`. */
  supportPlan?: string;
  /** When support of the version ends, or has ended, where that is known: ISO 8601. */
  support?: Readonly<{ is: "until" | "ended"; date: string }>;
  /** The API server's names, as far as Azure says them. */
  apiNames?: readonly string[];
}>;

/** One reading of a command that names no cluster for certain; `command` is what would be asked of it. */
export type ClusterOption = Readonly<{
  cluster: Readonly<{ id: string; name: string }>;
  command: string;
  /** `word`: a word of the sentence is this cluster. `remembered`: the one spoken of before, and no word is a cluster. */
  as: "word" | "remembered";
  /** Tells clusters of one name apart; empty for the remembered one. */
  where: string;
}>;

/** Why a list of clusters may lack some. `said`: of each part that could not be read, why. */
export type ClusterGaps =
  | Readonly<{ is: "notListed"; unlisted: number; subscriptions: number; said: readonly WhyUnread[] }>
  | Readonly<{ is: "unread"; said: WhyUnread }>
  | Readonly<{ is: "noSubscription" }>;

export type ClusterAnswer = Readonly<
  | { kind: "clusters"; clusters: readonly ClusterSummary[]; problem: ClusterGaps | null }
  /**
   * Several clusters may be meant: they have this name, or begin with it, the line names each, what was pasted names
   * the API server of each, or the line names none (`any` that the requester can see, one `followed` by the channel).
   * `pendingId` finds the original question again.
   */
  | {
      kind: "pickCluster";
      wanted: string;
      matches: readonly ClusterSummary[];
      pendingId: string;
      by?: "name" | "beginning" | "line" | "paste" | "any" | "followed";
    }
  /**
   * Words of a command may name the cluster. `unlisted`: why Azure could not tell, else null. `space`: they may be a
   * namespace as well. Nothing was run.
   */
  | {
      kind: "whichCluster";
      asked: string;
      words: readonly string[];
      options: readonly ClusterOption[];
      unlisted: ClusterGaps | null;
      space?: true;
      pendingId: string;
    }
  | { kind: "clusterUnknown"; wanted: string; closest: readonly ClusterSummary[] }
>;
