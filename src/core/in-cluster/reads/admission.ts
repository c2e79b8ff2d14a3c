// What stands behind the API server and before what is written to it: aggregated APIs, webhooks, constraints,
// certificates, and requests for them.

import {
  dnsLabel,
  fieldsOf,
  kubectl,
  listCellsIn,
  listRead,
  name,
  type ReadCell,
  type ReadSpec,
  text,
  texts,
  time,
  wholeList,
  word,
  words,
} from "./define-read.ts";
import type {
  ApiService,
  Certificate,
  Constraint,
  Service,
  SigningRequest,
  Webhook,
  WebhookKind,
} from "./model.ts";

const serviceOf = (namespace: ReadCell, own: ReadCell): Service | null => {
  const [inNamespace, called] = [dnsLabel(namespace), dnsLabel(own)];
  return inNamespace === null || called === null ? null : { namespace: inNamespace, name: called };
};

/** Those that a service of the cluster serves. */
export const apiServices = listRead("apiServices", {
  get: ["apiservices"],
  fields: [
    ".metadata.name",
    ".spec.service.namespace",
    ".spec.service.name",
    '.status.conditions[?(@.type=="Available")].status',
    '.status.conditions[?(@.type=="Available")].reason',
  ],
  every: [".items[?(@.spec.service)]"],
  item: (own = [], namespace = [], service = [], status = [], reason = []): ApiService | null => {
    const [called, behind] = [name(own), serviceOf(namespace, service)];
    return called === null || behind === null
      ? null
      : { name: called, service: behind, isAvailable: text(status) === "True", reason: word(text(reason)) };
  },
});

const webhookFields = [
  ".name",
  ".failurePolicy",
  ".clientConfig.service.namespace",
  ".clientConfig.service.name",
  ".rules[*].resources[*]",
];

type Configuration = Readonly<{ configuration: string; kind: WebhookKind }>;

/** Lists within lists: words of the template tell what the cells behind them are. */
const webhookTemplate = (["validating", "mutating"] as const)
  .map((kind) => {
    const list = `.items[?(@.kind=="${kind === "validating" ? "Validating" : "Mutating"}WebhookConfiguration")]`;
    return `{range ${list}}{"${kind}"}{.metadata.name}{range .webhooks[*]}{"webhook"}${fieldsOf(webhookFields)}{end}{end}`;
  })
  .join("");

function webhookOf(of: Configuration, cells: readonly ReadCell[]): Webhook | null {
  const [own = [], policy = [], namespace = [], service = [], resources = []] = cells;
  const [called, behind] = [name(own), serviceOf(namespace, service)];
  if (called === null || (behind === null && namespace.length + service.length > 0)) return null;
  const mustAnswer = text(policy) !== "Ignore";
  return { ...of, name: called, mustAnswer, service: behind, resources: texts(resources) };
}

function webhooksIn(cells: readonly ReadCell[]): readonly Webhook[] | null {
  const webhooks: Webhook[] = [];
  let of: Configuration | null = null;
  for (let at = 0; at < cells.length; ) {
    const tag = text(cells[at] ?? []);
    if (tag === "webhook") {
      const webhook = of === null ? null : webhookOf(of, cells.slice(at + 1, at + 1 + webhookFields.length));
      if (webhook === null || at + webhookFields.length >= cells.length) return null;
      webhooks.push(webhook);
      at += 1 + webhookFields.length;
    } else {
      const configuration = name(cells[at + 1] ?? []);
      if (configuration === null || (tag !== "validating" && tag !== "mutating")) return null;
      of = { configuration, kind: `${tag}webhookconfiguration` };
      at += 2;
    }
  }
  return webhooks;
}

export const webhooks: ReadSpec<"webhooks", readonly Webhook[]> = {
  id: "webhooks",
  argv: kubectl(
    ...["get", "validatingwebhookconfigurations,mutatingwebhookconfigurations"],
    wholeList(webhookTemplate),
  ),
  read: (output) => {
    const cells = listCellsIn(output);
    return cells === null ? null : webhooksIn(cells);
  },
};

export const signingRequests = listRead("signingRequests", {
  get: ["certificatesigningrequests"],
  fields: [".metadata.name", ".metadata.creationTimestamp", ".spec.signerName", ".status.conditions[*].type"],
  item: (own = [], createdAt = [], signer = [], conditions = []): SigningRequest | null => {
    const [called, created] = [name(own), time(createdAt)];
    return called === null || created === null
      ? null
      : { name: called, created, signer: word(text(signer)), conditions: words(conditions) };
  },
});

/** Of cert-manager. */
export const certificates = listRead("certificates", {
  get: ["certificates.cert-manager.io", "--all-namespaces"],
  ownReads: [{ resource: "certificates.cert-manager.io", scope: { kind: "allNamespaces" }, also: false }],
  mayBeAbsent: true,
  fields: [
    ".metadata.namespace",
    ".metadata.name",
    ".status.notAfter",
    '.status.conditions[?(@.type=="Ready")].status',
  ],
  item: (namespace = [], own = [], ends = [], status = []): Certificate | null => {
    const [inNamespace, called] = [name(namespace), name(own)];
    return inNamespace === null || called === null
      ? null
      : { namespace: inNamespace, name: called, ends: time(ends), isReady: text(status) === "True" };
  },
});

/** Of Gatekeeper: all of its kinds at once, by the category that they share. */
export const constraints = listRead("constraints", {
  get: ["constraints"],
  ownReads: [{ resource: "constraints.constraints.gatekeeper.sh", scope: { kind: "cluster" }, also: false }],
  mayBeAbsent: true,
  fields: [".kind", ".metadata.name", ".spec.enforcementAction", ".spec.match.excludedNamespaces[*]"],
  item: (kind = [], own = [], action = [], excluded = []): Constraint | null => {
    const called = name(own);
    if (called === null) return null;
    // Where none is said, Gatekeeper denies; `scoped` may.
    const denies = !["dryrun", "warn"].includes(text(action));
    const leavesOutCommands = texts(excluded).some((each) => ["aks-command", "aks-*", "*"].includes(each));
    return { kind: word(text(kind)), name: called, denies, leavesOutCommands };
  },
});
