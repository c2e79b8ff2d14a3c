// Whether an address or a range is let in.
import type { AllowedFact } from "../../../core/access/allowed.ts";
import type { Says } from "../says.ts";
import { few, message } from "./words.ts";

const inRanges = message<{ count: number; names: string }>(
  "{count, plural, one {Das liegt im autorisierten IP-Bereich {names}.} other {Die autorisierten IP-Bereiche {names} enthalten das.}}",
);
const inPart = message<{ count: number; names: string }>(
  "Davon {count, plural, one {liegt} other {liegen}} nur {names} in den autorisierten IP-Bereichen.",
);
const perhapsMore = message<{ count: number; names: string }>(
  "Davon {count, plural, one {liegt} other {liegen}} {names} in den autorisierten IP-Bereichen; ob ein Diensttag darunter mehr enthält, ist nicht bekannt.",
);

export const whyAllowed: Says<AllowedFact, [cluster: string]> = {
  openToAll: (_fact, cluster) =>
    `${cluster} hat keine autorisierten IP-Bereiche: Der API-Server nimmt jede Adresse an.`,
  inRanges: ({ ranges }) => inRanges({ count: ranges.length, names: few(ranges) }),
  inNone: () =>
    "Das liegt in keinem der autorisierten IP-Bereiche: Verbindungen von dort laufen ins Timeout.",
  inPart: ({ parts, mayBeMore }) =>
    (mayBeMore ? perhapsMore : inPart)({ count: parts.length, names: few(parts) }),
  perhapsInTag: () =>
    "Das liegt in keinem der autorisierten IP-Bereiche, die Adressen sind; ob ein Diensttag darunter es enthält, ist nicht bekannt.",
  ownOutbound: () => "Das ist eine Ausgangsadresse des Clusters selbst, und die lässt AKS herein.",
  perhapsOwnOutbound: () =>
    "Das liegt in keinem der autorisierten IP-Bereiche; ob es eine Ausgangsadresse des Clusters ist, die AKS hereinlässt, ist nicht bekannt.",
  onlyOwnOutbound: ({ ips }) =>
    `Das liegt in keinem der autorisierten IP-Bereiche. AKS lässt davon nur herein, was der Cluster selbst als Ausgang nutzt: ${few(ips)}.`,
  privateSpace: () =>
    "Das ist privat, und der API-Server sieht die öffentliche Adresse, mit der Verbindungen von dort ankommen: Frag nach dieser.",
  nowhereNear: ({ mayBeLearned }, cluster) =>
    mayBeLearned
      ? `${cluster} ist privat. Kein Netzwerk in der Nähe enthält diese Adresse; ein Gateway führt vielleicht trotzdem dorthin.`
      : `${cluster} ist privat, und kein Netzwerk, von dem aus er erreichbar ist, enthält diese Adresse.`,
  inNoSubnet: ({ network }) =>
    `Das liegt im Bereich von ${network} und in keinem Subnetz davon; dort hat also nichts diese Adresse.`,
  wayThrough: (_fact, cluster) => `Der Weg von dort erreicht den privaten API-Server von ${cluster}.`,
  wayStopped: (_fact, cluster) => `Der Weg von dort endet vor dem privaten API-Server von ${cluster}.`,
  wayOpen: (_fact, cluster) =>
    `Ob der Weg von dort den privaten API-Server von ${cluster} erreicht, ist nicht bekannt.`,
  rangeNotWalked: (_fact, cluster) =>
    `${cluster} ist privat, autorisierte IP-Bereiche wirken dort nicht; der Weg wird von einer einzelnen Adresse aus verfolgt. Frag nach einer aus dem Bereich.`,
  unread: (_fact, cluster) => `${cluster} war nicht zu lesen.`,
};

export const allowedTexts = { whyAllowed };
