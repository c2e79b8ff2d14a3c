// What the lines of a fix cost or change besides, a sentence or two each.
import type { FixRisk } from "../../../core/fix/write/risk.ts";
import type { Says } from "../says.ts";
import { counted } from "./words.ts";

const theRules = counted("{it, plural, one {die Regel} other {die Regeln}}");
const deny = counted("{it, plural, one {sperrt} other {sperren}}");
const closed = counted("{it, plural, one {geschlossen hat} other {geschlossen haben}}");

const rulesDeny = (rules: readonly string[]): string =>
  `${theRules(rules.length)} ${rules.join(" und ")} ${deny(rules.length)}`;

export const risks: Says<FixRisk> = {
  addressLetIn: () => "Lässt diese Adresse Sitzungen über Bastion öffnen, und keine andere.",
  apiOpened: () => "Gibt nur TCP 443 zur Adresse des API-Servers frei.",
  bastionNeedsOpened: () => "Gibt frei, was Bastion laut Azures Seite braucht, und sonst nichts.",
  flowOpened: ({ protocol, port, source, destination }) =>
    `Gibt nur ${protocol.toUpperCase()} ${port} von ${source} zu ${destination} frei.`,
  windowOpened: ({ machine, port, source, until }) =>
    `Öffnet TCP ${port} von ${machine} für ${source} bis ${until}.`,
  rulesRemoved: ({ rules, group }) =>
    `Alles, was ${rulesDeny(rules)}, kommt wieder durch. ${group} verwaltet AKS und kann die eigenen Regeln wieder einsetzen.`,

  firewallAllocated: () =>
    "Dauert etwa zehn Minuten und kostet wieder Geld. Die öffentliche Adresse ist eine neue: Nenne stattdessen die alte, wenn jemand sie auf einer Liste hat. Vergleiche danach die private Adresse mit den Routen.",
  firewallReapplied: () =>
    "Wendet die Einstellungen der Firewall noch einmal an; Verbindungen über sie können abbrechen.",
  firewallLetsConnection: ({ sources }) =>
    `Lässt diese eine Verbindung durch die Firewall, nur von ${sources.join(", ")}.`,
  firewallLetsNames: ({ tag, sources }) =>
    `Lässt die Namen von ${tag} durch die Firewall, nur von ${sources.join(", ")}.`,
  sourcesTranslated: () =>
    "Jede Firewall mit dieser Richtlinie setzt dann ihre eigene Adresse vor alles, was zu öffentlichen geht; wer Absender an ihren privaten Adressen unterscheidet, kann das nicht mehr.",
  proxyEnabled: () =>
    "Die Firewall braucht dafür einige Minuten und reicht Fragen an ihre eigenen DNS-Server weiter.",
  proxyEnabledByPolicy: () => "Jede Firewall mit dieser Richtlinie beantwortet dann Namen.",

  routedToGateway: ({ prefix, table }) =>
    `Schickt aus den Subnetzen von ${table} alles für ${prefix} zum Gateway; alle anderen Routen bleiben.`,
  routeRemoved: () =>
    "Verkehr über diese Route nimmt einen anderen Weg; offene Verbindungen darüber können abbrechen.",
  leavesByRoute: () =>
    "Alles, was Nodes nach draußen senden, nimmt ab jetzt diesen Weg; offene Verbindungen brechen ab, und die öffentliche Adresse ändert sich.",
  tableApplies: () => "Pods in diesem Subnetz sind wieder erreichbar; alle Routen der Tabelle gelten für es.",
  interfaceForwards: () =>
    "Azure lässt die Schnittstelle Pakete für andere Adressen annehmen; was mit ihnen geschieht, entscheidet die Appliance.",

  forwardedLetIn: () =>
    "Lässt herein, was die Appliances des anderen Netzwerks weiterschicken, soweit NSGs es erlauben.",
  networksJoined: () => "Lässt die beiden Netzwerke miteinander sprechen, soweit NSGs es erlauben.",
  peeringMade: () =>
    "Verkehr zwischen den beiden Netzwerken steht schon still; das neue Peering bringt ihn zurück.",
  peeringLeftover: ({ network }) =>
    `Hat ${network} noch eine übrige Hälfte, verweigert Azure es, bis die entfernt ist.`,
  networkDecrypted: () =>
    "Was Maschinen dieses Netzwerks einander senden, verschlüsselt Azure nicht mehr; frag, wer das verlangt.",
  rangesSynced: () =>
    "Lässt jedes Netzwerk zu den neuen Bereichen des anderen routen; was jetzt geroutet wird, bleibt.",
  transitOpened: () =>
    "Ergänzt Routen zwischen dem Netzwerk und dem, was hinter dem Gateway liegt; VPN-Clients unter Windows brauchen ein neues Profil.",
  clientsDrop: () =>
    "Wer per Point-to-Site verbunden ist, wird getrennt und muss das Profil neu herunterladen.",
  registeredNamesGone: () => "Entfernt die Namen von Maschinen, die in der Zone registriert waren.",
  privatePeeringOn: () => "Was die Leitung über ihr privates Peering verbindet, ist wieder verbunden.",
  tunnelsDrop: () => "Jeder Tunnel des Gateways bricht für etwa eine Minute ab.",

  leavesByNatGateway: () =>
    "Die Nodes gehen ab jetzt über dieses Gateway hinaus; offene Verbindungen brechen ab, und die öffentliche Adresse ändert sich.",
  natGatewayCosts: () => "Es kostet Geld pro Stunde.",
  natGatewayReaddressed: () =>
    "Gibt dem Gateway eine neue öffentliche Adresse; wer die des Clusters auf einer Liste hat, muss sie ergänzen.",
  natGatewayReapplied: () =>
    "Wendet die Einstellungen des Gateways noch einmal an; offene Verbindungen können abbrechen.",
  portsShared: () =>
    "Verteilt die Ports neu: Offene Verbindungen können abbrechen, und wer die Adressen des Clusters auf einer Liste hat, muss eine neue öffentliche erfahren.",

  linkAdded: () =>
    "Fügt eine Verknüpfung hinzu und entfernt nichts; der Name löst nach etwa einer Minute auf.",
  serversOfNetwork: () =>
    "Die Maschine fragt weiter die alten Server, bis sie neu startet oder ihre Lease erneuert.",
  linkRemade: () => "Namen der Zone lösen in diesem Netzwerk einen Moment lang nicht auf.",
  recordAdded: () => "Fügt einen Eintrag hinzu und entfernt nichts.",
  recordChanged: () =>
    "Ändert einen Eintrag, für jedes Netzwerk, das mit dieser Zone verknüpft ist; Clients behalten die alte Antwort womöglich, bis ihre TTL abgelaufen ist.",
  zoneMade: () =>
    "Erstellt die Zone mit Verknüpfungen zum Netzwerk des Clusters und zu denen, aus denen Menschen kommen; andere Netzwerke brauchen ihre Verknüpfungen neu.",
  zoneAdded: () =>
    "Fügt eine zweite Zone hinzu und lässt die erste, wie sie ist. Der Cluster nennt weiter die erste; das lässt sich nicht ändern.",

  apiAddressMayMove: () =>
    "Rechenkosten fallen wieder an. Der Start kann die Adresse des API-Servers ändern: Diagnostiziere danach noch einmal, und lass zwischen Stoppen und Starten 15 bis 30 Minuten.",
  apiNamePublic: () => "Den Namen kann dann jeder auflösen; er führt zur privaten Adresse.",
  apiOpenedToAddress: () =>
    "Öffnet den API-Server auch für diese Adresse; das dauert bis zu zwei Minuten. Entferne die Adresse, wenn du fertig bist.",
  apiOpenedToEgress: () =>
    "Öffnet den API-Server für die Ausgangsadresse des Clusters selbst; das dauert bis zu zwei Minuten.",
  apiSubnetDelegated: () =>
    "Azure verweigert es, solange im Subnetz etwas anderes steht als API-Server von AKS.",
  certificatesRotated: () =>
    "Erstellt jeden Node neu: Rechne mit bis zu 30 Minuten ohne API-Server, und hol danach die kubeconfig noch einmal.",
  clusterReapplied: () =>
    "Wendet die Einstellungen des Clusters noch einmal an; eine noch ausstehende Änderung kann Nodes neu starten.",
  commandsEnabled: () =>
    "Wer auf diesem Cluster Befehle ausführen darf, kann es wieder: Das entscheidet sein Besitzer.",
  endpointApproved: () =>
    "Lässt diesen Endpunkt Verkehr zum API-Server tragen; vergewissere dich, dass er eurer ist.",
  endpointMoved: () =>
    "Der neue Endpunkt hat eine andere Adresse: Auch der A-Eintrag, der dieses Netzwerk zum alten führt, muss geändert werden.",
  nodeCosts: () => "Der Node kostet Geld, solange er läuft.",
  nodesCost: () => "Die Nodes kosten Geld, solange sie laufen.",
  upgradesOneByOne: () => "Upgrades dieses Pools dauern länger: ein Node nach dem anderen.",

  vaultRecovered: () =>
    "Bringt den Key Vault mit Schlüsseln und Regeln zurück, wie sie waren; der API-Server braucht einige Minuten, um ihn wieder zu lesen.",
  vaultOpened: () =>
    "Öffnet die öffentliche Adresse des Key Vaults für jedes Netzwerk; wer seine Schlüssel nutzen darf, entscheiden wie bisher Rollen.",

  bastionReapplied: () =>
    "Wendet die Einstellungen des Hosts noch einmal an; das dauert etwa zehn Minuten und beendet seine Sitzungen.",
  bastionRouted: () => "Der Verkehr von Bastion nimmt wieder Azures Routen; die Tabelle selbst bleibt.",
  bastionUpdated: () => "Dauert etwa zehn Minuten und kann Sitzungen beenden.",
  bastionStandardCosts: () => "Standard kostet mehr als Basic, und es gibt keinen Weg zurück.",
  containersCost: () => "Die Container kosten Geld, solange sie laufen.",
  machineCosts: () => "Die virtuelle Maschine kostet Geld, solange sie läuft.",
  machineRestarted: () => "Beendet jede Sitzung auf der Maschine.",

  providerRegistered: () => "Ändert nichts, was läuft; es dauert ein, zwei Minuten.",
  relayApproved: () =>
    "Lässt diesen Endpunkt Sitzungen von Cloud Shell tragen; vergewissere dich, dass er eurer ist.",
  subnetLetIn: () => "Lässt dieses Subnetz auf das Speicherkonto, und kein anderes.",
  serviceEndpointAdded: () =>
    "Offene Verbindungen des Subnetzes zum Speicher können abbrechen, wenn es den Dienstendpunkt bekommt.",

  desktopGranted: () => "Lässt dich die Desktops dieser Gruppe öffnen; am Cluster ändert es nichts.",
  serviceGranted: () =>
    "Gibt Azures Containerdienst diese Rollen zurück, und niemandem sonst; sie gelten nach einigen Minuten.",
  adminToo: () =>
    "Die Rolle Cluster Admin gibt auch die kubeconfig des Administrators, solange lokale Konten an sind; eine eigene Rolle mit nur den beiden Aktionen ist enger.",
  identityGranted: ({ role }) =>
    `Gibt der Identität des Clusters dort die Rolle ${role}; Azure braucht dafür womöglich einige Minuten, also warte vor der nächsten Zeile.`,
  kubeconfigGranted: () =>
    "Gibt nur die kubeconfig des Nutzers; was sie im Cluster darf, entscheidet Kubernetes.",
  kubeconfigReplaced: () =>
    "Ersetzt den Eintrag des Clusters in deiner eigenen kubeconfig; in Azure ändert sich nichts.",
  kubernetesReadable: () =>
    "Lässt dich lesen, was in Namespaces steht, ohne Secrets; es dauert bis zu fünf Minuten. Die ID eines Namespace als Bereich ist enger.",
  machineShown: () => "Lässt dich die virtuelle Maschine sehen, nicht ändern.",
  scopesShown: () => "Lässt dich lesen, was dort ist, nicht ändern.",

  nodesTakePods: () =>
    "Neue Pods können wieder auf diese Nodes; vergewissere dich, dass niemand sie mit Absicht cordoned hat.",
  podsReplaced: () => "Ersetzt die Pods einen nach dem anderen.",
  policiesDeleted: ({ policies }) =>
    `Was ${policies.join(" und ")} ${closed(policies.length)}, ist wieder offen: Heb sie vorher mit -o yaml auf, und frag, wer sie erstellt hat.`,
};
