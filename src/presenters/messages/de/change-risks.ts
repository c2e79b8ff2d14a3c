// What whoever approves a change should know of it, a sentence each.
import type { ChangeRisk } from "../../../core/command/change/change-request.ts";
import type { changeRiskTexts as en } from "../en/change-risks.ts";

export const changeRisks: Readonly<Record<ChangeRisk, string>> = {
  drainsNode: "Verschiebt die Pods von einem Node.",
  forced: "Erzwungen: Es wartet keine Frist zum Beenden und kein Disruption-Budget ab.",
  irreversible: "Nicht rückgängig zu machen: Was weg ist, steht nicht mehr im Cluster.",
  deletesNamespace: "Alles im Namespace geht mit.",
  deletesVolume: "Was auf einem Volume liegt, geht vielleicht mit.",
  severalObjects: "Ändert mehrere Objekte.",
  stops: "Danach läuft davon nichts mehr.",
  system: "In einem Namespace von Kubernetes oder AKS: Der Cluster selbst hängt davon ab.",
  widensRights: "Jemand, oder ein Container, darf danach mehr als vorher.",
};

export const changeRiskTexts: typeof en = { changeRisks };
