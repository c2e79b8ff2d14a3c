// Why a list of clusters may lack some, as data.

/** `said`: of each part that could not be read, why. */
export type ClusterGaps =
  | Readonly<{ is: "notListed"; unlisted: number; subscriptions: number; said: readonly string[] }>
  | Readonly<{ is: "unread"; said: string }>
  | Readonly<{ is: "noSubscription" }>;
