// What is asked before something is written, and what stands behind the API server. A new one goes here or beside this, and into the list.
import { advise, fail, notApplicable, notAssessed, type Outcome, pass, warn } from "../../outcome/check.ts";
import { type Columns, columns } from "../../outcome/columns.ts";
import type {
  ApiService,
  Certificate,
  Contents,
  InClusterModel,
  ReadPart,
  RequiredRead,
  Service,
  SigningRequest,
  Slice,
  Webhook,
  WhyNot,
} from "../reads/model.ts";
import { defineFinding, namesOf } from "./define-finding.ts";
import { metricsApi } from "./system.ts";

// k8s.apiservices: an aggregated API that does not answer slows down whatever asks which APIs there are, kubectl first.

type ApiServicesFact = Readonly<
  { is: "allAnswer"; count: number } | { is: "down"; names: readonly string[] }
>;

const lineOf = ({ name, service, reason }: ApiService): Columns =>
  columns(name, [service.namespace, service.name].join("/"), reason);

/** The metrics' own has a finding of its own. */
const apiServices = defineFinding({
  id: "k8s.apiservices",
  severity: "high",
  source: "https://kubernetes.io/docs/concepts/extend-kubernetes/api-extension/apiserver-aggregation/",
  needs: ["apiServices"],
  after: ["k8s.nodes-ready", "k8s.konnectivity", "k8s.tunnel-live"],
  evaluate: ({ apiServices: all }): Outcome<ApiServicesFact> => {
    const others = all.filter(({ name }) => name !== metricsApi);
    const down = others.filter(({ isAvailable }) => !isAvailable);
    return down.length > 0
      ? fail({ is: "down", names: namesOf(down) }, { evidence: down.slice(0, 10).map(lineOf) })
      : pass({ is: "allAnswer", count: others.length });
  },
});

// k8s.certificates: cert-manager's, where it is there. One that is over behind a webhook has every write refused.

type CertificatesFact = Readonly<
  | { is: "allGood"; count: number }
  /** `namespace/name`. `behindWebhook`: in the namespace of one that must answer. */
  | { is: "bad"; certificates: readonly string[]; behindWebhook: boolean }
  | { is: "endSoon"; certificates: readonly string[] }
>;

const soonMs = 14 * 24 * 60 * 60_000;

const keysOf = (certificates: readonly Certificate[]): readonly string[] =>
  certificates.map(({ namespace, name }) => `${namespace}/${name}`);

const namespacesOfWebhooks = (webhooks: ReadPart<Contents["webhooks"]>): readonly string[] =>
  webhooks.status === "read"
    ? webhooks.data.flatMap(({ mustAnswer, service }) =>
        mustAnswer && service !== null ? [service.namespace] : [],
      )
    : [];

const clusterCertificates = defineFinding({
  id: "k8s.certificates",
  severity: "medium",
  source: "https://cert-manager.io/docs/troubleshooting/",
  needs: ["certificates"],
  evaluate: ({ certificates }, { now, model }): Outcome<CertificatesFact> => {
    const bad = certificates.filter(({ isReady, ends }) => !isReady || (ends !== null && ends <= now));
    const namespaces = namespacesOfWebhooks(model.parts.webhooks);
    const needed = bad.filter(({ namespace }) => namespaces.includes(namespace));
    if (needed.length > 0) return fail({ is: "bad", certificates: keysOf(needed), behindWebhook: true });
    if (bad.length > 0) return warn({ is: "bad", certificates: keysOf(bad), behindWebhook: false });
    const ending = certificates.filter(({ ends }) => ends !== null && ends - now < soonMs);
    return ending.length > 0
      ? warn({ is: "endSoon", certificates: keysOf(ending) })
      : pass({ is: "allGood", count: certificates.length });
  },
});

// k8s.csr: a node gets its certificates by asking the cluster for them. Denied, it cannot join or serve its logs.

type SigningRequestsFact = Readonly<
  { is: "allSigned"; count: number } | { is: "denied" | "waiting"; requests: readonly string[] }
>;

const signers = ["kubernetes.io/kube-apiserver-client-kubelet", "kubernetes.io/kubelet-serving"];

const longMs = 10 * 60_000;

const isDenied = ({ conditions }: SigningRequest): boolean =>
  conditions.some((each) => each === "Denied" || each === "Failed");

const nodeSigningRequests = defineFinding({
  id: "k8s.csr",
  severity: "high",
  scope: "nodes",
  source: "https://kubernetes.io/docs/reference/access-authn-authz/certificate-signing-requests/",
  needs: ["signingRequests"],
  evaluate: ({ signingRequests }, { now }): Outcome<SigningRequestsFact> => {
    const ofNodes = signingRequests.filter(({ signer }) => signers.includes(signer));
    const denied = ofNodes.filter(isDenied);
    if (denied.length > 0) return fail({ is: "denied", requests: namesOf(denied) });
    const waiting = ofNodes.filter(
      ({ conditions, created }) => conditions.length === 0 && now - created > longMs,
    );
    return waiting.length > 0
      ? warn({ is: "waiting", requests: namesOf(waiting) })
      : pass({ is: "allSigned", count: ofNodes.length });
  },
});

// k8s.gatekeeper: a constraint that denies also turns down the pods of run commands, unless it leaves them out.

/** `kind/name`. */
type GatekeeperFact = Readonly<
  { is: "noneDenies"; count: number } | { is: "mayDeny"; constraints: readonly string[] }
>;

const gatekeeper = defineFinding({
  id: "k8s.gatekeeper",
  severity: "medium",
  impact: "advises",
  source:
    "https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/connectivity/resolve-az-aks-command-invoke-failures",
  needs: ["constraints"],
  after: ["invoke.policy"],
  evaluate: ({ constraints }): Outcome<GatekeeperFact> => {
    const denying = constraints.filter(({ denies, leavesOutCommands }) => denies && !leavesOutCommands);
    return denying.length > 0
      ? advise({ is: "mayDeny", constraints: denying.map(({ kind, name }) => `${kind}/${name}`) })
      : pass({ is: "noneDenies", count: constraints.length });
  },
});

// k8s.webhook-backends: where nothing stands behind a webhook that must answer, every write that it is asked about fails.

/** `services`: as `namespace/name`. */
type WebhookBackendsFact = Readonly<
  | { is: "allStand"; count: number }
  | { is: "down"; configurations: readonly string[]; services: readonly string[] }
  | { is: "backendUnread"; services: readonly string[]; why: WhyNot; needs: readonly RequiredRead[] }
  | { is: "noneNeeded" }
>;

type Behind = Readonly<{ webhook: Webhook; service: Service; slices: ReadPart<readonly Slice[]> }>;

const keyOf = ({ namespace, name }: Service): string => `${namespace}/${name}`;

const notRead: ReadPart<readonly Slice[]> = { status: "unread", why: "notRun", needs: [] };

/** Endpoints of kube-system were all read at once, those of other services by themselves. */
function slicesOf(service: Service, { parts, backends }: InClusterModel): ReadPart<readonly Slice[]> {
  const { systemSlices } = parts;
  const { namespace, name } = service;
  if (namespace !== "kube-system")
    return Object.hasOwn(backends, keyOf(service)) ? (backends[keyOf(service)] ?? notRead) : notRead;
  return systemSlices.status === "read"
    ? { status: "read", data: systemSlices.data.filter((slice) => slice.service === name) }
    : systemSlices;
}

const isDown = ({ slices }: Behind): boolean =>
  slices.status === "read" && slices.data.every(({ ready }) => ready === 0);

const distinctOf = (behind: readonly Behind[], of: (each: Behind) => string): readonly string[] => [
  ...new Set(behind.map(of)),
];

const webhookBackends = defineFinding({
  id: "k8s.webhook-backends",
  severity: "high",
  source:
    "https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/create-upgrade-delete/webhook-errors",
  needs: ["webhooks"],
  after: ["k8s.nodes-ready", "k8s.certificates"],
  evaluate: ({ webhooks }, { model }): Outcome<WebhookBackendsFact> => {
    const behind = webhooks.flatMap((webhook): readonly Behind[] => {
      const { mustAnswer, service } = webhook;
      return mustAnswer && service !== null ? [{ webhook, service, slices: slicesOf(service, model) }] : [];
    });
    if (behind.length === 0) return notApplicable({ is: "noneNeeded" });
    const down = behind.filter(isDown);
    const services = (some: readonly Behind[]) => distinctOf(some, ({ service }) => keyOf(service));
    if (down.length > 0) {
      const configurations = distinctOf(down, ({ webhook }) => webhook.configuration);
      return fail({ is: "down", configurations, services: services(down) });
    }
    const unread = behind.filter(({ slices }) => slices.status !== "read");
    const [first] = unread.flatMap(({ slices }) => (slices.status === "unread" ? [slices] : []));
    if (unread.length === 0) return pass({ is: "allStand", count: behind.length });
    const { why, needs } = first ?? { why: "refused" as const, needs: [] };
    return notAssessed({ is: "backendUnread", services: services(unread), why, needs });
  },
});

// k8s.webhooks: one that must answer, for what nodes and roles write all the time, can stop a whole cluster.

type WebhooksFact = Readonly<
  { is: "narrow"; count: number } | { is: "wide"; configurations: readonly string[] }
>;

const everyday = ["*", "*/*", "nodes", "nodes/status", "leases", "clusterroles", "clusterrolebindings"];

/** AKS keeps its own, and keeps them answering. */
const isOfAks = ({ configuration }: Webhook): boolean => configuration.startsWith("aks-");

const isWide = (webhook: Webhook): boolean =>
  webhook.mustAnswer && !isOfAks(webhook) && webhook.resources.some((each) => everyday.includes(each));

const wideWebhooks = defineFinding({
  id: "k8s.webhooks",
  severity: "medium",
  impact: "advises",
  source: "https://kubernetes.io/docs/concepts/cluster-administration/admission-webhooks-good-practices/",
  needs: ["webhooks"],
  evaluate: ({ webhooks }): Outcome<WebhooksFact> => {
    const configurations = [...new Set(webhooks.filter(isWide).map(({ configuration }) => configuration))];
    return configurations.length > 0
      ? advise({ is: "wide", configurations })
      : pass({ is: "narrow", count: webhooks.length });
  },
});

export const admissionFindings = [
  webhookBackends,
  wideWebhooks,
  clusterCertificates,
  apiServices,
  nodeSigningRequests,
  gatekeeper,
] as const;
