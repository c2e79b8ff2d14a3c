// Was den Bot selbst betrifft, jedes in ein, zwei Sätzen.
import type { en } from "../en.ts";

const told: typeof en.told = {
  approve: {
    title: "Wie über eine Anfrage entschieden wird",
    text: "Drück Prüfen auf der Karte der Anfrage, im Kanal oder Chat, in dem darum gebeten wurde, oder schreib dort „review R-…“: Die Karte zeigt alles, was sich ändern würde, und die Knöpfe zum Genehmigen oder Ablehnen. Wer darf, ist in den Gruppen ihrer Regel.",
  },
  approvers: {
    title: "Wer genehmigt",
    text: "Die Regel der Richtlinie, nach der um eine Änderung gebeten werden darf, nennt die Gruppen, die sie genehmigen; die Karte der Anfrage nennt sie, und wer davon hier ist. Niemand genehmigt, worum er selbst gebeten hat, außer wo die Regel sagt, dass eine Person genügt.",
  },
  azure: {
    title: "Was ich in Azure ändere",
    text: "Nur die Behebung, die eine Diagnose bewiesen hat und anbietet, mit ihrem Knopf oder mit „fix R-…“. Sonst wird hier kein Cluster gestartet, angehalten, aktualisiert oder vergrößert.",
  },
  emergency: {
    title: "Im Notfall",
    text: "Wo eine Regel der Richtlinie es im Notfall erlaubt, schreib in einem Kanal oder Gruppenchat „emergency: kubectl … on NAME because GRUND“ oder „emergency: fix R-… because GRUND“: Es braucht dann weniger Genehmigungen oder keine, wie die Regel sagt, und alle erfahren sofort davon, mit deinem Grund. „who am i“ zeigt deine Regeln.",
  },
  exec: {
    title: "Keine Sitzung in einem Container",
    text: "Ich öffne keine Shell in einem Container, leite keinen Port weiter und kopiere keine Dateien: Was dort getan wird, könnte niemand vorher sehen. Seine Logs, Events und Beschreibung lese ich.",
  },
  file: {
    title: "Ein neues Objekt",
    text: "Was es noch nicht gibt, lege ich nur aus einer Datei an: Schick mir die Datei in unserem Chat und schreib dann „kubectl apply -f NAME“. Was entstehen würde, siehst du, bevor es jemand freigibt.",
  },
  fix: {
    title: "Wie etwas behoben wird",
    text: "Drück den Knopf auf der Karte der Diagnose, die die Ursache bewiesen hat, oder schreib „fix R-…“ mit ihrer Id: Damit wird um die Behebung gebeten, oder jemand, der sie ausführen darf. Sie wird angesehen und genehmigt wie jede andere Änderung. Ohne so einen Knopf gibt es keine, die ich ausführen kann.",
  },
  impact: {
    title: "Was eine Änderung bewirken würde",
    text: "Schreib die Änderung, wie du sie bestellen würdest, zum Beispiel `restart payments/api`: Bevor etwas geschieht, zeigt eine Karte, welche Objekte sie berührt, wie viele Pods dabei enden und jedes Feld vorher und nachher. Gesendet wird nichts, bevor jemand genau das freigibt, wo die Richtlinie es verlangt, und du kannst es zurückziehen. Was eure Nutzer merken würden, kann ich nicht wissen.",
  },
  job: {
    title: "Ein CronJob von Hand",
    text: "Ich starte keinen Lauf eines CronJobs von Hand: „kubectl create job --from“ ist kein Befehl, den ich annehme. Wer darf, kann seinen Job als Datei schicken, mit kubectl apply.",
  },
  press: {
    title: "Drück den Knopf",
    text: "Ein Ja in Worten startet nichts, denn es könnte einer anderen Karte gelten: Drück den Knopf auf der, die du meinst. Deine Anfragen, und worauf jede wartet, sind einen Klick entfernt.",
  },
  roles: {
    title: "Was du brauchst, und wer es gibt",
    text: "Drei Dinge müssen es erlauben: die Richtlinie hier, nach deinen Gruppen in Entra („who am i“ zeigt sie und was sie erlauben), deine Rolle in Azure auf dem Cluster und deine Rechte in Kubernetes („can i delete pods in payments“ fragt den Cluster). Ich vergebe keine Rechte: Das tut, wem die Gruppe oder das Abonnement gehört. Eine Karte, die etwas ablehnt, nennt die Rolle oder Gruppe, die fehlt. Eine Rolle, die du mit PIM aktiviert hast, zählt oft erst nach einigen Minuten; „sign out“ und neu fragen holt sie.",
  },
  terms: {
    title: "Was ein Begriff bedeutet",
    text: "Ich sage, was eure Cluster tun und warum, nicht was ein Begriff bedeutet: `kubectl explain pod.spec` zeigt, wofür ein Feld da ist, und kubernetes.io/docs und learn.microsoft.com/azure/aks erklären den Rest. Ist etwas von euch in so einem Zustand, schreib `diagnose NAME`.",
  },
  upgrades: {
    title: "Upgrades und Wartung",
    text: "Bis wann die Version eines Clusters unterstützt wird und was sich zuletzt in Azure geändert hat, sagt eine Diagnose. Wartungsfenster, den Kanal der automatischen Upgrades und veraltete APIs lese ich nicht: „az aks maintenanceconfiguration list“ und „az aks show“ sagen die ersten beiden, die letzten zeigt AKS im Portal unter „Diagnose and solve problems“.",
  },
  volume: {
    title: "Wie voll ein Volume ist",
    text: "Kubernetes sagt es nicht: Ein Claim zeigt seine Größe, nicht was belegt ist. Azure Monitor sagt es, wo es den Cluster beobachtet. Ein volles Volume zeigt sich in Logs und Events seiner Pods, und die lese ich.",
  },
  who: {
    title: "Wer es geändert hat",
    text: "Kubernetes führt darüber nichts, was ich lese; was durch mich geändert wurde, steht im Audit-Protokoll. Wer den Cluster in Azure geändert hat, sagt eine Diagnose. Wann sich ein Workload geändert hat, zeigen seine Revisionen und Events.",
  },
  data: {
    title: "Was ich behalte",
    text: "Anfragen mit ihren Ausgaben, Chats und Fragen, dort, wo sie die ablegen, die mich betreiben, so lange, wie sie es eingestellt haben; das Audit-Protokoll so lange, wie es sein muss. Was nach einem Geheimnis aussieht, wird maskiert, bevor es gezeigt oder behalten wird. Nichts geht an eine KI. „forget me“ entfernt, was deins ist, und sagt, was bleibt.",
  },
  identity: {
    title: "Als wer ich frage",
    text: "Als du: Jede Frage geht mit deiner eigenen Anmeldung an Azure, Entra und den Cluster, ich sehe also, was du sehen darfst, und nicht mehr. Eigene Rechte in euren Clustern habe ich nicht. „who am i“ zeigt deine Gruppen und was sie erlauben.",
  },
};

export const toldTexts = { told };
