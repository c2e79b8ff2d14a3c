// What findings about webhooks, aggregated APIs and certificates say.
import type { admissionFindings } from "../../../../core/inside/findings/admission.ts";
import type { InsideWords } from "../../inside-words.ts";
import { counted, few } from "../words.ts";
import { sayWhyNot } from "./shared.ts";

const webhooks = counted("{it, plural, =0 {No webhook} one {# webhook} other {# webhooks}}");
const apis = counted("{it, plural, =0 {No aggregated API} one {# aggregated API} other {# aggregated APIs}}");
const certificates = counted("{it, plural, =0 {No certificate} one {# certificate} other {# certificates}}");
const requests = counted("{it, plural, =0 {No request} one {# request} other {# requests}}");
const constraints = counted("{it, plural, =0 {No constraint} one {# constraint} other {# constraints}}");

export const admissionWords: InsideWords<(typeof admissionFindings)[number]> = {
  "k8s.webhook-backends": {
    title: "Something stands behind every webhook that must answer",
    why: "Where nobody answers, the API server refuses every write that the webhook is asked about.",
    remediation:
      "Bring the pods of the service back. If that takes long, remove the webhook's configuration, as an approved change.",
    facts: {
      allStand: ({ count }) => `${webhooks(count)} must answer, and something stands behind each.`,
      down: ({ configurations, services }) =>
        `Nothing stands behind the webhook ${few(configurations)}, which must answer: ${few(services)} has no ready endpoint, so writes are refused.`,
      backendUnread: ({ services, why, needs }) => sayWhyNot(`The endpoints of ${few(services)}`, why, needs),
      noneNeeded: () => "No webhook that must answer is served in the cluster.",
    },
  },
  "k8s.webhooks": {
    title: "Webhooks that must answer are asked about little",
    why: "One that must answer for nodes, leases or everything can stop the whole cluster, and its stopping too.",
    remediation: "Narrow its rules, leave kube-system out, or set its failure policy to Ignore.",
    facts: {
      narrow: ({ count }) => `${webhooks(count)}, and none is asked about everything and must answer.`,
      wide: ({ configurations }) =>
        `${few(configurations)} must answer for what the cluster itself writes all the time.`,
    },
  },
  "k8s.certificates": {
    title: "Certificates of cert-manager are good",
    why: "Where the certificate of a webhook is over, the API server trusts it no more and refuses writes.",
    remediation: "Renew the certificate, and look at what its issuer says: kubectl describe certificate.",
    facts: {
      allGood: ({ count }) => `${certificates(count)} of cert-manager, all good.`,
      bad: ({ certificates: names, behindWebhook }) =>
        behindWebhook
          ? `Over or not ready, where a webhook that must answer is served: ${few(names)}.`
          : `Over or not ready: ${few(names)}.`,
      endSoon: ({ certificates: names }) => `Over within two weeks: ${few(names)}.`,
    },
  },
  "k8s.apiservices": {
    title: "Aggregated APIs answer",
    why: "One that does not answer slows down whatever asks which APIs there are, kubectl first of all.",
    remediation: "Bring the service behind it back, or remove the APIService if nobody needs it.",
    facts: {
      allAnswer: ({ count }) =>
        count === 0 ? "The cluster has no further aggregated API." : `${apis(count)}, and all answer.`,
      down: ({ names }) => `Aggregated APIs do not answer: ${few(names)}.`,
    },
  },
  "k8s.csr": {
    title: "Nodes get their certificates",
    why: "A node whose request is denied cannot join, or cannot serve its logs.",
    remediation: "Look at the request, and at who denied it: kubectl describe csr.",
    facts: {
      allSigned: ({ count }) => `${requests(count)} of nodes, none denied and none waiting.`,
      denied: ({ requests: names }) =>
        `Requests of nodes for certificates were denied or failed: ${few(names)}.`,
      waiting: ({ requests: names }) =>
        `Requests of nodes for certificates wait for more than ten minutes: ${few(names)}.`,
    },
  },
  "k8s.gatekeeper": {
    title: "No constraint turns down pods of run commands",
    why: "Constraints for pods turn down the pods of commands too, unless they leave their namespace out.",
    remediation: "Add aks-command to the excluded namespaces of the constraint, or of the policy behind it.",
    facts: {
      noneDenies: ({ count }) => `${constraints(count)}, and none denies pods of run commands.`,
      mayDeny: ({ constraints: names }) => `${few(names)} may turn down pods of run commands.`,
    },
  },
};
