// k8s.webhook-backends: where nothing stands behind a webhook that must answer, every write that it is asked about fails.
import type { Outcome } from "../../../outcome/check.ts";
import { fail, notApplicable, notAssessed, pass } from "../../../outcome/outcomes.ts";
import type { InsideModel, Need, Part, Service, Slice, Webhook, WhyNot } from "../../model.ts";
import { defineFinding } from "../define-finding.ts";

/** `services`: as `namespace/name`. */
export type WebhookBackendsFact = Readonly<
  | { is: "allStand"; count: number }
  | { is: "down"; configurations: readonly string[]; services: readonly string[] }
  | { is: "backendUnread"; services: readonly string[]; why: WhyNot; needs: readonly Need[] }
  | { is: "noneNeeded" }
>;

type Behind = Readonly<{ webhook: Webhook; service: Service; slices: Part<readonly Slice[]> }>;

const keyOf = ({ namespace, name }: Service): string => `${namespace}/${name}`;

const notRead: Part<readonly Slice[]> = { status: "unread", why: "notRun", needs: [] };

/** Endpoints of kube-system were all read at once, those of other services by themselves. */
function slicesOf(service: Service, { parts, backends }: InsideModel): Part<readonly Slice[]> {
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

export const webhookBackends = defineFinding({
  id: "k8s.webhook-backends",
  severity: "high",
  scope: "cluster",
  impact: "degrades",
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
