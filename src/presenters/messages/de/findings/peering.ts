// What findings about `peering.*` say.
import type { Clash } from "../../../../core/outcome/fact.ts";
import { german } from "../../catalogue.ts";
import type { FindingWords } from "../../finding-words.ts";

const { sayClash } = german.speech;

const sayClashes = (clashes: readonly Clash[]): string => clashes.map(sayClash).join("; ");

export const peeringFindings: FindingWords<"peering"> = {
  "peering.address-overlap": {
    title: "Auf dem Weg überschneiden sich keine Bereiche",
    why: "Überschneiden sich zwei Bereiche, gehen Antworten an die falsche Stelle.",
    remediation:
      "Gib einem der beiden einen anderen Bereich; das ist Planungsarbeit, ein einzelner Befehl reicht nicht.",
    facts: {
      noOverlap: () => "Auf dem Weg überschneiden sich keine Bereiche.",
      overlapOnWay: ({ clashes }) =>
        `Bereiche überschneiden sich, deshalb gehen Antworten an die falsche Stelle: ${sayClashes(clashes)}.`,
      overlap: ({ clashes }) => `Bereiche überschneiden sich: ${sayClashes(clashes)}.`,
    },
  },
  "peering.both-sides": {
    title: "Peering ist auf beiden Seiten da",
    why: "Ein Peering, das auf einer Seite fehlt, trägt nichts.",
    remediation: "Entferne, was davon übrig ist, und erstelle das Peering auf beiden Seiten.",
    facts: {},
  },
  "peering.forwarded-traffic": {
    title: "Peering nimmt weitergeleiteten Verkehr an",
    why: "Verkehr über eine Appliance kommt aus einem dritten Netzwerk, und ein Peering verwirft ihn, solange weitergeleiteter Verkehr nicht erlaubt ist.",
    remediation: "Erlaube weitergeleiteten Verkehr auf den Peerings mit dem Netzwerk der Appliance.",
    facts: {},
  },
  "peering.gateway-transit": {
    title: "Das Gateway des Hubs wird geteilt",
    why: "Ohne Gateway-Transit auf der einen Hälfte und seine Nutzung auf der anderen lernt, was hinter dem Gateway liegt, keine Route.",
    remediation: "Biete das Gateway auf der Hälfte des Hubs an, und nutze es dann auf der anderen.",
    facts: {},
  },
  "peering.state": {
    title: "Peering ist Connected",
    why: "Nur ein Peering, das auf beiden Seiten Connected ist, bringt Routen mit.",
    remediation: "Lösch das Peering, und erstelle es auf beiden Seiten neu.",
    facts: {},
  },
  "peering.sync": {
    title: "Peering kennt jeden Bereich beider Netzwerke",
    why: "Ein Bereich, der zu einem Netzwerk hinzukam, wird erst geroutet, wenn dessen Peerings synchronisiert sind; vorher ist nicht erreichbar, was darin liegt.",
    remediation: "Synchronisiere das Peering auf beiden Seiten.",
    facts: {},
  },
  "peering.vnet-access": {
    title: "Peering lässt Verkehr durch",
    why: "Ohne Zugriff ist das Peering zwar Connected, aber der Bereich des anderen Netzwerks gilt nicht als vertraut, und Standardregeln verwerfen ihn.",
    remediation: "Erlaube auf beiden Seiten den Zugriff auf das virtuelle Netzwerk.",
    facts: {},
  },
  "peering.vwan-hub": {
    title: "Der virtuelle Hub verbindet die Netzwerke",
    why: "Netzwerke an einem Hub von Virtual WAN treffen sich nur, solange jedes eine eigene Verbindung hat, die funktioniert.",
    remediation: "Verbinde das Netzwerk wieder mit dem Hub: Das darf, wem der virtuelle Hub gehört.",
    facts: {
      noVirtualHub: () => "Das Netzwerk des Clusters hängt an keinem Hub von Virtual WAN.",
      hubJoins: ({ hub, network }) => `Der virtuelle Hub ${hub} verbindet ${network}.`,
      hubLacks: ({ hub, network }) =>
        `Der virtuelle Hub ${hub} hat keine Verbindung zu ${network}, deshalb führt von dort nichts zu den anderen Netzwerken des Hubs.`,
      hubConnectionFailed: ({ hub, network, state }) =>
        `Die Verbindung des virtuellen Hubs ${hub} zu ${network} funktioniert nicht („${state}“).`,
      hubConnectionUnsure: ({ hub, network, state }) =>
        `Ob der virtuelle Hub ${hub} ${network} verbindet, ist offen: Azure nennt seine Verbindung „${state}“.`,
      hubRoutesFailed: ({ hub, state }) =>
        `Der Router des virtuellen Hubs ${hub} funktioniert nicht („${state}“).`,
      hubRoutesUnsure: ({ hub, state }) =>
        `Ob der Router des virtuellen Hubs ${hub} funktioniert, ist offen: Azure nennt ihn „${state}“.`,
    },
  },
};
