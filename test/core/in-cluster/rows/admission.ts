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
import { type Rows, row } from "./row.ts";

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
    row("all stand", [], "pass"),
    row("nothing stands behind one", [backend(read([]))], "fail", {
      says: "shop-guard/guard has no ready endpoint",
    }),
    row("it need not answer", [webhooks({ mustAnswer: false }), backend(read([]))], "notApplicable"),
    row("it is reached by a URL", [webhooks({ service: null })], "notApplicable"),
    row("one in kube-system has none", [inKubeSystem], "fail"),
    row(
      "one in kube-system has some",
      [inKubeSystem, inClusterWith("systemSlices", [{ service: "guard", addresses: [], ready: 1 }])],
      "pass",
    ),
    row("endpoints of kube-system not read", [inKubeSystem, inClusterUnread("systemSlices")], "notAssessed"),
    row(
      "its endpoints not read",
      [backend({ status: "unread", why: "forbidden", needs: [] })],
      "notAssessed",
      {
        says: "endpoints of shop-guard/guard could not be read",
      },
    ),
    row("its endpoints not asked for", [(model) => ({ ...model, backends: {} })], "notAssessed"),
    row("not read", [inClusterUnread("webhooks")], "notAssessed"),
  ],
  "k8s.webhooks": [
    row("narrow", [], "pass"),
    row("must answer for all", [webhooks({ resources: ["*"] })], "warn", { says: "shop-guard" }),
    row("must answer for leases", [webhooks({ resources: ["leases"] })], "warn"),
    row("need not answer for all", [webhooks({ resources: ["*"], mustAnswer: false })], "pass"),
    row("AKS's own", [webhooks({ resources: ["*"], configuration: "aks-node-mutating-webhook" })], "pass"),
    row("not read", [inClusterUnread("webhooks")], "notAssessed"),
  ],
  "k8s.certificates": [
    row("good", [], "pass"),
    row("over, behind a webhook", [certificates({ ends: days(-1) })], "fail", {
      says: "shop-guard/guard-tls",
    }),
    row("not ready, behind a webhook", [certificates({ isReady: false })], "fail"),
    row("over, elsewhere", [certificates({ ends: days(-1), namespace: "shop" })], "warn"),
    row("over soon", [certificates({ ends: days(13) })], "warn", { says: "two weeks" }),
    row("over later", [certificates({ ends: days(15) })], "pass"),
    row("no cert-manager", [inClusterAbsent("certificates")], "notApplicable"),
    row("not read", [inClusterUnread("certificates")], "notAssessed"),
  ],
  "k8s.apiservices": [
    row("metrics alone", [], "pass"),
    row(
      "one is down",
      [
        inClusterWith("apiServices", (all) =>
          all.map((each) => ({ ...each, name: "v1beta1.external.metrics.k8s.io", isAvailable: false })),
        ),
      ],
      "fail",
      { says: "v1beta1.external.metrics.k8s.io" },
    ),
    row(
      "only metrics are down",
      [inClusterWith("apiServices", (all) => all.map((each) => ({ ...each, isAvailable: false })))],
      "pass",
    ),
    row("not read", [inClusterUnread("apiServices")], "notAssessed"),
  ],
  "k8s.csr": [
    row("approved", [], "pass"),
    row("denied", [requests({ conditions: ["Denied"] })], "fail", { says: "csr-1" }),
    row("signing failed", [requests({ conditions: ["Approved", "Failed"] })], "fail"),
    row("waits", [requests({ conditions: [], created: minutesAgo(11) })], "warn"),
    row("new", [requests({ conditions: [], created: minutesAgo(9) })], "pass"),
    row("of somebody else", [requests({ conditions: ["Denied"], signer: "example.com/own" })], "pass"),
    row("not read", [inClusterUnread("signingRequests")], "notAssessed"),
  ],
  "k8s.gatekeeper": [
    row("leaves commands out", [], "pass"),
    row(
      "denies",
      [inClusterWith("constraints", (all) => all.map((each) => ({ ...each, leavesOutCommands: false })))],
      "warn",
      { says: "K8sAzureV2NoPrivilege/no-privilege" },
    ),
    row(
      "only audits",
      [
        inClusterWith("constraints", (all) =>
          all.map((each) => ({ ...each, denies: false, leavesOutCommands: false })),
        ),
      ],
      "pass",
    ),
    row("no Gatekeeper", [inClusterAbsent("constraints")], "notApplicable"),
    row("not read", [inClusterUnread("constraints")], "notAssessed"),
  ],
};
