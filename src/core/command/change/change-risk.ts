// What people should know of a change before they approve it, each by its name.

export type ChangeRisk =
  /** Pods are moved off a node. */
  | "drainsNode"
  /** Waits for nothing: grace periods or disruption budgets do not count. */
  | "forced"
  /** What is gone is not in the cluster any more, and no command brings it back. */
  | "irreversible"
  /** Everything in a namespace goes with it. */
  | "deletesNamespace"
  /** What stands on a volume may go with it. */
  | "deletesVolume"
  | "severalObjects"
  /** Nothing of it runs any more. */
  | "stops"
  /** In a namespace of Kubernetes or AKS. */
  | "system"
  /** Somebody, or a container, may do more than before. */
  | "widensRights";
