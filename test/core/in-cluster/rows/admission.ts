// Rows about webhooks, aggregated APIs, certificates and constraints.
import type { Certificate, SigningRequest, Webhook } from "../../../../src/core/in-cluster/reads/model.ts";
import {
  began,
  type InClusterChange,
  inClusterAbsent,
  inClusterUnread,
  inClusterWith,
  minutesAgo,
  read,
} from "../../../fixtures/in-cluster.ts";
import { fail, notApplicable, notAssessed, pass, type Rows, warn } from "./row.ts";

const webhooks = (patch: Partial<Webhook>) =>
  inClusterWith("webhooks", (all) => all.map((each) => ({ ...each, ...patch })));
const backend =
  (
    part: ReturnType<typeof read<readonly []>> | { status: "unread"; why: "forbidden"; needs: readonly [] },
  ): InClusterChange =>
  (model) => ({ ...model, backends: { "shop-guard/guard": part } });
const inKubeSystem = webhooks({ service: { namespace: "kube-system", name: "guard" } });
const certificates = (patch: Partial<Certificate>) =>
  inClusterWith("certificates", (all) => all.map((each) => ({ ...each, ...patch })));
const requests = (patch: Partial<SigningRequest>) =>
  inClusterWith("signingRequests", (all) => all.map((each) => ({ ...each, ...patch })));
const days = (count: number): number => began + count * 86_400_000;

export const admissionRows: Rows = {
  "k8s.webhook-backends": [
    pass("all stand", []),
    fail("nothing stands behind one", backend(read([])), "shop-guard/guard has no ready endpoint"),
    notApplicable("it need not answer", [webhooks({ mustAnswer: false }), backend(read([]))]),
    notApplicable("it is reached by a URL", webhooks({ service: null })),
    fail("one in kube-system has none", inKubeSystem),
    pass("one in kube-system has some", [
      inKubeSystem,
      inClusterWith("systemSlices", [{ service: "guard", addresses: [], ready: 1 }]),
    ]),
    notAssessed("endpoints of kube-system not read", [inKubeSystem, inClusterUnread("systemSlices")]),
    notAssessed("its endpoints not read", backend({ status: "unread", why: "forbidden", needs: [] }), {
      says: "endpoints of shop-guard/guard could not be read",
    }),
    notAssessed("its endpoints not asked for", (model) => ({ ...model, backends: {} })),
    notAssessed("not read", inClusterUnread("webhooks")),
  ],
  "k8s.webhooks": [
    pass("narrow", []),
    warn("must answer for all", webhooks({ resources: ["*"] }), "shop-guard"),
    warn("must answer for leases", webhooks({ resources: ["leases"] })),
    pass("need not answer for all", webhooks({ resources: ["*"], mustAnswer: false })),
    pass("AKS's own", webhooks({ resources: ["*"], configuration: "aks-node-mutating-webhook" })),
    notAssessed("not read", inClusterUnread("webhooks")),
  ],
  "k8s.certificates": [
    pass("good", []),
    fail("over, behind a webhook", certificates({ ends: days(-1) }), "shop-guard/guard-tls"),
    fail("not ready, behind a webhook", certificates({ isReady: false })),
    warn("over, elsewhere", certificates({ ends: days(-1), namespace: "shop" })),
    warn("over soon", certificates({ ends: days(13) }), "two weeks"),
    pass("over later", certificates({ ends: days(15) })),
    notApplicable("no cert-manager", inClusterAbsent("certificates")),
    notAssessed("not read", inClusterUnread("certificates")),
  ],
  "k8s.apiservices": [
    pass("metrics alone", []),
    fail(
      "one is down",
      inClusterWith("apiServices", (all) =>
        all.map((each) => ({ ...each, name: "v1beta1.external.metrics.k8s.io", isAvailable: false })),
      ),
      "v1beta1.external.metrics.k8s.io",
    ),
    pass(
      "only metrics are down",
      inClusterWith("apiServices", (all) => all.map((each) => ({ ...each, isAvailable: false }))),
    ),
    notAssessed("not read", inClusterUnread("apiServices")),
  ],
  "k8s.csr": [
    pass("approved", []),
    fail("denied", requests({ conditions: ["Denied"] }), "csr-1"),
    fail("signing failed", requests({ conditions: ["Approved", "Failed"] })),
    warn("waits", requests({ conditions: [], created: minutesAgo(11) })),
    pass("new", requests({ conditions: [], created: minutesAgo(9) })),
    pass("of somebody else", requests({ conditions: ["Denied"], signer: "example.com/own" })),
    notAssessed("not read", inClusterUnread("signingRequests")),
  ],
  "k8s.gatekeeper": [
    pass("leaves commands out", []),
    warn(
      "denies",
      inClusterWith("constraints", (all) => all.map((each) => ({ ...each, leavesOutCommands: false }))),
      "K8sAzureV2NoPrivilege/no-privilege",
    ),
    pass(
      "only audits",
      inClusterWith("constraints", (all) =>
        all.map((each) => ({ ...each, denies: false, leavesOutCommands: false })),
      ),
    ),
    notApplicable("no Gatekeeper", inClusterAbsent("constraints")),
    notAssessed("not read", inClusterUnread("constraints")),
  ],
};
