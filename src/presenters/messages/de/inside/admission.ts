// What findings about webhooks, aggregated APIs and certificates say.
import type { admissionFindings } from "../../../../core/inside/findings/admission.ts";
import type { InsideWords } from "../../inside-words.ts";
import { counted, few } from "../words.ts";
import { sayWhyNot } from "./shared.ts";

const webhooksStand = counted(
  "{it, plural, =0 {Kein Webhook muss antworten} one {# Webhook muss antworten, und dahinter steht etwas} other {# Webhooks müssen antworten, und hinter jedem steht etwas}}.",
);
const webhooksNarrow = counted(
  "{it, plural, =0 {Kein Webhook} one {# Webhook, und er muss nicht für alles antworten} other {# Webhooks, und keiner muss für alles antworten}}.",
);
const apisAnswer = counted(
  "{it, plural, =0 {Der Cluster hat keine weitere aggregierte API} one {# aggregierte API, und sie antwortet} other {# aggregierte APIs, und alle antworten}}.",
);
const certificatesGood = counted(
  "{it, plural, =0 {Kein Zertifikat von cert-manager} one {# Zertifikat von cert-manager, gültig} other {# Zertifikate von cert-manager, alle gültig}}.",
);
const requestsSigned = counted(
  "{it, plural, =0 {Keine Anforderung von Nodes} one {# Anforderung von Nodes, weder abgelehnt noch wartend} other {# Anforderungen von Nodes, keine abgelehnt und keine wartend}}.",
);
const constraintsPass = counted(
  "{it, plural, =0 {Kein Constraint} one {# Constraint, und es lehnt keine Pods von Run-Commands ab} other {# Constraints, und keines lehnt Pods von Run-Commands ab}}.",
);

export const admissionWords: InsideWords<(typeof admissionFindings)[number]> = {
  "k8s.webhook-backends": {
    title: "Hinter jedem nötigen Webhook steht etwas",
    why: "Antwortet dort niemand, lehnt der API-Server jedes Schreiben ab, zu dem der Webhook gefragt wird.",
    remediation:
      "Bring die Pods des Services zurück. Dauert das lange, entferne die Konfiguration des Webhooks, als genehmigte Änderung.",
    facts: {
      allStand: ({ count }) => webhooksStand(count),
      down: ({ configurations, services }) =>
        `Hinter dem Webhook ${few(configurations)} steht nichts, und er muss antworten: ${few(services)} hat keinen bereiten Endpunkt, deshalb wird Schreiben abgelehnt.`,
      backendUnread: ({ services, why, needs }) => sayWhyNot(`Endpunkte von ${few(services)}`, why, needs),
      noneNeeded: () => "Kein Webhook, der antworten muss, wird im Cluster bedient.",
    },
  },
  "k8s.webhooks": {
    title: "Nötige Webhooks gelten nur für wenig",
    why: "Einer, der für Nodes, Leases oder alles antworten muss, kann den ganzen Cluster anhalten, und auch dessen Stoppen.",
    remediation: "Enge seine Regeln ein, nimm kube-system aus, oder setze seine failurePolicy auf Ignore.",
    facts: {
      narrow: ({ count }) => webhooksNarrow(count),
      wide: ({ configurations }) =>
        `Muss für das antworten, was der Cluster selbst ständig schreibt: ${few(configurations)}.`,
    },
  },
  "k8s.certificates": {
    title: "Zertifikate von cert-manager sind gültig",
    why: "Ist das Zertifikat eines Webhooks abgelaufen, vertraut der API-Server ihm nicht mehr und lehnt Schreiben ab.",
    remediation:
      "Erneuere das Zertifikat, und sieh nach, was sein Aussteller sagt: kubectl describe certificate.",
    facts: {
      allGood: ({ count }) => certificatesGood(count),
      bad: ({ certificates: names, behindWebhook }) =>
        behindWebhook
          ? `Abgelaufen oder nicht bereit, hinter einem Webhook, der antworten muss: ${few(names)}.`
          : `Abgelaufen oder nicht bereit: ${few(names)}.`,
      endSoon: ({ certificates: names }) => `Läuft in den nächsten zwei Wochen ab: ${few(names)}.`,
    },
  },
  "k8s.apiservices": {
    title: "Aggregierte APIs antworten",
    why: "Eine, die nicht antwortet, bremst alles, was nach den vorhandenen APIs fragt, allen voran kubectl.",
    remediation: "Bring den Service dahinter zurück, oder entferne den APIService, wenn ihn niemand braucht.",
    facts: {
      allAnswer: ({ count }) => apisAnswer(count),
      down: ({ names }) => `Aggregierte APIs antworten nicht: ${few(names)}.`,
    },
  },
  "k8s.csr": {
    title: "Nodes bekommen ihre Zertifikate",
    why: "Ein Node, dessen Anforderung abgelehnt wird, kann nicht beitreten oder seine Logs nicht liefern.",
    remediation: "Sieh dir die Anforderung an, und wer sie abgelehnt hat: kubectl describe csr.",
    facts: {
      allSigned: ({ count }) => requestsSigned(count),
      denied: ({ requests: names }) =>
        `Zertifikatsanforderungen von Nodes wurden abgelehnt oder sind fehlgeschlagen: ${few(names)}.`,
      waiting: ({ requests: names }) =>
        `Zertifikatsanforderungen von Nodes warten seit mehr als zehn Minuten: ${few(names)}.`,
    },
  },
  "k8s.gatekeeper": {
    title: "Kein Constraint lehnt Pods von Run-Commands ab",
    why: "Constraints für Pods lehnen auch die Pods von Befehlen ab, wenn sie deren Namespace nicht ausnehmen.",
    remediation:
      "Füg aks-command zu den ausgenommenen Namespaces des Constraints hinzu, oder der Richtlinie dahinter.",
    facts: {
      noneDenies: ({ count }) => constraintsPass(count),
      mayDeny: ({ constraints: names }) => `Lehnt womöglich Pods von Run-Commands ab: ${few(names)}.`,
    },
  },
};
