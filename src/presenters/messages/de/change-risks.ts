// What whoever approves a change should know of it, a sentence each.
import type { changeRiskTexts as en } from "../en/change-risks.ts";

export const changeRisks: typeof en.changeRisks = {
  production: "Sie ändert einen produktiven Cluster.",
  clusterAdmin: "Sie läuft als cluster-admin: Dieser Cluster hat keine Entra-Integration.",
  drainsNode: "Verlegt die Pods eines Nodes.",
  forced: "Erzwungen: Wartet weder Schonfristen noch Disruption Budgets ab.",
  irreversible: "Nicht umkehrbar: Was weg ist, steht nicht mehr im Cluster.",
  deletesNamespace: "Alles im Namespace verschwindet mit.",
  deletesVolume: "Was auf einem Volume steht, kann mit verschwinden.",
  severalObjects: "Ändert mehrere Objekte.",
  stops: "Danach läuft nichts mehr davon.",
  system: "In einem Namespace von Kubernetes oder AKS: Der Cluster selbst hängt davon ab.",
  widensRights: "Jemand oder ein Container darf danach mehr als vorher.",
};

export const changeRiskTexts: typeof en = { changeRisks };
