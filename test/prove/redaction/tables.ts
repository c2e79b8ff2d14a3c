// Objects whose secrets stand in what kubectl prints as a table: messages of events, labels, images, columns of one's own.
import type { Chance } from "./chance.ts";
import { namespace, type Sample } from "./objects.ts";
import { makePlainSecret, makeSecret } from "./secrets.ts";

type Made = Pick<Sample, "title" | "resource" | "object" | "secrets" | "forms">;

/** As Kubernetes and controllers write them. */
const messages: readonly ((secret: string) => string)[] = [
  (secret) =>
    `Failed to pull image "https://ci:${secret}@registry.contoso.example/shop/api:1.4.2": rpc error: code = Unknown desc = 401`,
  (secret) =>
    `Readiness probe failed: Get "http://probe:${secret}@10.244.0.9:8080/healthz": dial tcp 10.244.0.9:8080: connect: connection refused`,
  (secret) =>
    `MountVolume.MountDevice failed for volume "share" : rpc error: mount failed: exit status 32 Mounting arguments: -t cifs -o vers=3.0,username=shop,password=${secret} //shop.file.core.windows.net/orders /var/lib/kubelet/x`,
  (secret) =>
    `Error creating: Internal error occurred: failed calling webhook "check.contoso.example": failed to call webhook: Post "https://hook:${secret}@check.contoso.example/validate?timeout=10s": context deadline exceeded`,
  (secret) =>
    `Exec lifecycle hook ([/bin/sh -c curl -s -u ci:${secret} https://nexus.contoso.example/ready]) for Container "main" in Pod "api" failed - error: command exited with 22`,
  (secret) =>
    `Liveness probe failed: FATAL: could not connect: postgres://app:${secret}@db.shop.svc:5432/orders`,
  (secret) =>
    `error processing spec.data[0]: could not log in to the vault: {"client_id":"shop","client_secret":"${secret}"}`,
  (secret) => `Error: failed to start container "main": env API_TOKEN=${secret}: argument list too long`,
  (secret) => `Startup probe failed: < Authorization: Bearer ${secret}`,
  (secret) =>
    `Helm install failed for release shop/api with chart api@1.4.2: failed post-install: job failed: --admin-password=${secret}`,
];

const event = (name: string, message: string) => ({
  apiVersion: "v1",
  kind: "Event",
  metadata: { name, namespace, creationTimestamp: "2026-11-25T03:00:00Z" },
  involvedObject: { apiVersion: "v1", kind: "Pod", namespace, name },
  type: "Warning",
  reason: "Failed",
  message,
  source: { component: "kubelet" },
  count: 3,
  firstTimestamp: "2026-11-25T03:00:00Z",
  lastTimestamp: "2026-11-25T03:12:00Z",
});

/** `everyday`: not where a message was cut before anybody here saw it. */
function ofEvent(what: string, name: string, message: string, secret: string, everyday = true): Made {
  const one = `--field-selector=metadata.name=${name}`;
  const forms = [
    ["get", "events", "-n", namespace, one],
    ["get", "events", "-n", namespace, one, "-o=wide"],
    ["get", "events", "-A", one],
    ["events", "-n", namespace, `--for=pod/${name}`],
  ].map((argv) => ({ argv, everyday }));
  return {
    title: `an event ${what}`,
    resource: "events",
    object: event(name, message),
    secrets: [secret],
    forms,
  };
}

/** Kubernetes takes no longer message of an event, so that its writers cut it there. */
const longestMessage = 1_024;

/** Where a card cuts a fact of a row, all of them, and a line beside the table. */
const cuts = [200, 500, 600];

/** The message with its secret around that place. */
function around(place: number, message: string, secret: string): string {
  const ahead = place - message.indexOf(secret) - Math.ceil(secret.length / 2);
  return `${"Back-off restarting failed container main in pod api. ".repeat(40).slice(0, Math.max(0, ahead - 1))} ${message}`;
}

const labelled = (secret: string): boolean =>
  /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/.test(secret);

function labelSecret(chance: Chance): string {
  for (;;) {
    const { text } = makeSecret(chance, true);
    if (labelled(text) && text.length > 9) return text;
  }
}

const head = (apiVersion: string, kind: string, name: string, more: object = {}) => ({
  apiVersion,
  kind,
  metadata: { name, namespace, labels: { app: "api" }, ...more },
});

function ofLabel(chance: Chance, name: string): Made {
  const secret = labelSecret(chance);
  const key = chance.pick(["api-token", "db-password", "contoso.example/client-secret"]);
  const labels = { app: "api", [key]: secret };
  const object = { ...head("v1", "Pod", name, { labels }), spec: {}, status: { phase: "Running" } };
  const get = ["get", "pods", name, "-n", namespace];
  const forms = [
    [...get, "--show-labels"],
    [...get, `-L=${key}`],
    [...get, "-o=wide", `-L=app,${key}`],
  ];
  const title = `the label ${key}`;
  return {
    title,
    resource: "pods",
    object,
    secrets: [secret],
    forms: forms.map((argv) => ({ argv, everyday: true })),
  };
}

const templated: readonly (readonly [resource: string, apiVersion: string, kind: string])[] = [
  ["deployments", "apps/v1", "Deployment"],
  ["statefulsets", "apps/v1", "StatefulSet"],
  ["daemonsets", "apps/v1", "DaemonSet"],
  ["replicasets", "apps/v1", "ReplicaSet"],
  ["jobs", "batch/v1", "Job"],
];

/** An image with the credentials of its registry, and a selector with a token in it. */
function ofImage(chance: Chance, name: string): Made {
  const [resource, apiVersion, kind] = chance.pick(templated);
  const { text } = makePlainSecret(chance);
  const token = labelSecret(chance);
  const image = `https://ci:${text}@registry.contoso.example/shop/api:1.4.2`;
  const matchLabels = { "api-token": token };
  const template = { metadata: { labels: matchLabels }, spec: { containers: [{ name: "main", image }] } };
  const object = { ...head(apiVersion, kind, name), spec: { selector: { matchLabels }, template } };
  const argv = ["get", resource, name, "-n", namespace, "-o=wide"];
  const images = ["get", resource, name, "-n", namespace];
  const forms = [
    { argv, everyday: true },
    {
      argv: [
        ...images,
        "-o=custom-columns=NAME:.metadata.name,IMAGES:.spec.template.spec.containers[*].image",
      ],
      everyday: false,
    },
  ];
  return { title: `images and selectors of ${resource}`, resource, object, secrets: [text, token], forms };
}

/** A custom resource whose columns its type names: here a sentence. */
function ofStatus(chance: Chance, at: number, name: string): Made {
  const { text } = makePlainSecret(chance);
  const message = (messages[at % messages.length] ?? chance.pick(messages))(text);
  const status = { conditions: [{ type: "Ready", status: "False", reason: "InstallFailed", message }] };
  const object = { ...head("helm.toolkit.fluxcd.io/v2", "HelmRelease", name), spec: {}, status };
  const forms = [{ argv: ["get", "helmreleases", name, "-n", namespace], everyday: false }];
  return {
    title: "the status of a custom resource",
    resource: "helmreleases",
    object,
    secrets: [text],
    forms,
  };
}

/** What people ask for in columns of their own. */
function ofColumns(chance: Chance, at: number, name: string): Made {
  const { text } = makePlainSecret(chance);
  const said = (messages[at % messages.length] ?? chance.pick(messages))(text);
  const annotations = { "contoso.example/registry-token": text, "contoso.example/owner": "shop" };
  const container = { name: "main", image: "shop/api:1.4.2", args: ["serve", `--api-key=${text}`, "--v=2"] };
  const waiting = { reason: "CreateContainerError", message: said };
  const object = {
    ...head("v1", "Pod", name, { annotations }),
    spec: { containers: [{ ...container, command: ["sh", "-c", `PGPASSWORD=${text} psql -h db`] }] },
    status: {
      phase: "Running",
      message: said,
      containerStatuses: [{ name: "main", state: { waiting }, lastState: { terminated: { message: said } } }],
    },
  };
  const statuses = ".status.containerStatuses[*]";
  const columns = [
    "ANNOTATIONS:.metadata.annotations",
    String.raw`TOKEN:.metadata.annotations.contoso\.example/registry-token,PHASE:.status.phase`,
    "ARGS:.spec.containers[*].args,PHASE:.status.phase",
    "COMMAND:.spec.containers[*].command,PHASE:.status.phase",
    `WHY:${statuses}.state.waiting.reason,SAID:${statuses}.state.waiting.message`,
    `LAST:${statuses}.lastState.terminated.message,PHASE:.status.phase`,
    "MESSAGE:.status.message",
  ];
  const get = (column: string) => [
    "get",
    "pods",
    name,
    "-n",
    namespace,
    `-o=custom-columns=NAME:.metadata.name,${column}`,
  ];
  const forms = columns.map((column) => ({ argv: get(column), everyday: false }));
  return { title: "columns of one's own", resource: "pods", object, secrets: [text], forms };
}

export function table(chance: Chance, at: number, name: string): Sample {
  return { ...made(chance, at, name), name, place: "table", field: "", everyday: false };
}

function made(chance: Chance, at: number, name: string): Made {
  const round = Math.floor(at / 8);
  const { text } = makePlainSecret(chance);
  const message = (messages[round % messages.length] ?? chance.pick(messages))(text);
  const place = cuts[round % cuts.length] ?? 200;
  switch (at % 8) {
    case 0:
      return ofEvent("that says it", name, message, text);
    case 1:
      return ofEvent(`that is cut at ${place} on a card`, name, around(place, message, text), text);
    case 2:
      return ofEvent(
        "that its writer cut",
        name,
        around(longestMessage, message, text).slice(0, longestMessage),
        text,
        false,
      );
    case 3:
      return ofLabel(chance, name);
    case 4:
    case 5:
      return ofImage(chance, name);
    case 6:
      return ofStatus(chance, round, name);
    default:
      return ofColumns(chance, round, name);
  }
}
