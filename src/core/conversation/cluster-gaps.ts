// Why a list of clusters may lack some, as data.
import type { WhyUnread } from "../snapshot/section.ts";

/** `said`: of each part that could not be read, why. */
export type ClusterGaps =
  | Readonly<{ is: "notListed"; unlisted: number; subscriptions: number; said: readonly WhyUnread[] }>
  | Readonly<{ is: "unread"; said: WhyUnread }>
  | Readonly<{ is: "noSubscription" }>;
