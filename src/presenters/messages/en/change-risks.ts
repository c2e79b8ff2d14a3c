// What whoever approves a change should know of it, a sentence each.
import type { ChangeRisk } from "../../../core/command/change/change-risks.ts";

export const changeRisks: Readonly<Record<ChangeRisk | "production" | "clusterAdmin", string>> = {
  production: "It changes a production cluster.",
  clusterAdmin: "It runs as cluster-admin: this cluster has no Entra integration.",
  drainsNode: "Moves the pods off a node.",
  forced: "Forced: it waits for no grace period and no disruption budget.",
  irreversible: "Cannot be undone: what is gone is not in the cluster any more.",
  deletesNamespace: "Everything in the namespace goes with it.",
  deletesVolume: "What stands on a volume may go with it.",
  severalObjects: "Changes several objects.",
  stops: "Nothing of it runs any more.",
  system: "In a namespace of Kubernetes or AKS: the cluster itself depends on it.",
  widensRights: "Somebody, or a container, may do more than before.",
};

export const changeRiskTexts = { changeRisks };
