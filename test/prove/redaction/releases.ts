// Releases as Helm keeps them, with one secret planted in each: in its values, in what it made, in its hooks or its notes.
import { gzipSync } from "node:zlib";
import { stringify } from "yaml";
import type { Chance } from "./chance.ts";
import { configMap, namespace, type Sample, workload } from "./objects.ts";
import { makePlainSecret, makePrivateKey, makeSecret } from "./secrets.ts";

type Part = "values" | "manifest" | "hooks" | "notes";
type Content = Readonly<{
  values?: object;
  manifest?: readonly object[];
  hooks?: readonly object[];
  notes?: string;
}>;
type Planted = Readonly<{
  what: string;
  part: Part;
  content: Content;
  secrets: readonly string[];
  everyday?: true;
}>;

/** The object that Helm keeps of a release: base64 of base64 of zipped JSON. */
export function releaseSecret(
  name: string,
  { values = {}, manifest = [], hooks = [], notes = "" }: Content,
): object {
  const yaml = (objects: readonly object[]) => objects.map((each) => `---\n${stringify(each)}`).join("");
  const kept = {
    name,
    version: 1,
    namespace,
    info: {
      first_deployed: "2026-11-25T03:12:09Z",
      last_deployed: "2026-11-25T03:12:09Z",
      status: "deployed",
      description: "Install complete",
      notes,
    },
    chart: {
      metadata: { name: "api", version: "1.4.2", appVersion: "3.1.0", apiVersion: "v2" },
      templates: [],
      values: { replicaCount: 2, image: { repository: "shop/api", tag: "3.1.0" } },
    },
    config: values,
    manifest: yaml(manifest),
    hooks: hooks.map((hook, at) => ({
      name: `hook-${at}`,
      kind: "Job",
      path: "api/templates/hook.yaml",
      manifest: stringify(hook),
      events: ["pre-upgrade"],
    })),
  };
  const zipped = gzipSync(JSON.stringify(kept)).toString("base64");
  return {
    apiVersion: "v1",
    kind: "Secret",
    type: "helm.sh/release.v1",
    metadata: {
      name: `sh.helm.release.v1.${name}.v1`,
      namespace,
      labels: { name, owner: "helm", status: "deployed", version: "1" },
    },
    data: { release: Buffer.from(zipped).toString("base64") },
  };
}

const ofValues = (what: string, values: object, secret: string, everyday = false): Planted => ({
  what: `values: ${what}`,
  part: "values",
  content: { values },
  secrets: [secret],
  ...(everyday ? { everyday: true } : {}),
});

/** As the charts that everybody uses name them. */
const places: readonly ((chance: Chance, name: string) => Planted)[] = [
  (chance) => {
    const { text } = makeSecret(chance, true);
    return ofValues(
      "auth.password",
      { auth: { username: "app", password: text }, replicaCount: 2 },
      text,
      true,
    );
  },
  (chance) => {
    const { text } = makeSecret(chance, true);
    const auth = { postgresPassword: text, existingSecret: "", database: "orders" };
    return ofValues("global.postgresql.auth", { global: { postgresql: { auth } } }, text, true);
  },
  (chance) => {
    const { text } = makeSecret(chance, false);
    return ofValues("extraEnv", { extraEnv: [{ name: "PARTNER", value: text }] }, text, true);
  },
  (chance) => {
    const { text } = makeSecret(chance, true);
    return ofValues("env as a map", { env: { LOG_LEVEL: "info", API_TOKEN: text } }, text, true);
  },
  (chance) => {
    const { text } = makePlainSecret(chance);
    return ofValues(
      "a connection string",
      { database: { url: `postgres://app:${text}@db:5432/orders` } },
      text,
    );
  },
  (chance) => {
    const { text } = makePlainSecret(chance);
    return ofValues("arguments", { args: ["--port=8080", `--admin-password=${text}`] }, text);
  },
  (chance) => {
    const { text } = makePlainSecret(chance);
    return ofValues("a file of settings", { config: `port=8080\ndb.password=${text}\nlevel=info\n` }, text);
  },
  (chance) => {
    const key = makePrivateKey(chance);
    return {
      what: "values: a private key",
      part: "values",
      content: { values: { ingress: { tls: { crt: "x", key } } } },
      secrets: key.split("\n").slice(1, 7),
    };
  },
  (chance, name) => {
    const { object, secrets } = workload(chance, chance.below(40), name);
    return { what: "manifest: a workload", part: "manifest", content: { manifest: [object] }, secrets };
  },
  (chance, name) => {
    const { object, secrets } = configMap(chance, chance.below(20), name);
    return { what: "manifest: a ConfigMap", part: "manifest", content: { manifest: [object] }, secrets };
  },
  (chance, name) => {
    const { text } = makeSecret(chance, false);
    const data = Buffer.from(text).toString("base64");
    return {
      what: "manifest: a Secret",
      part: "manifest",
      content: {
        manifest: [
          secretObject(name, { data: { setting: data } }),
          { kind: "ServiceAccount", apiVersion: "v1" },
        ],
      },
      secrets: [data],
    };
  },
  (chance, name) => {
    const { text } = makeSecret(chance, true);
    return {
      what: "manifest: a Secret's plain data",
      part: "manifest",
      content: { manifest: [secretObject(name, { stringData: { setting: text } })] },
      secrets: [text],
    };
  },
  (chance, name) => {
    const { object, secrets } = workload(chance, chance.below(40), name);
    return { what: "hooks: a workload", part: "hooks", content: { hooks: [object] }, secrets };
  },
  (chance) => {
    const { text } = makePlainSecret(chance);
    const notes = `1. Get the address:\n  kubectl get svc\n2. Log in with\n  user: admin\n  password: ${text}\n`;
    return { what: "notes: a password", part: "notes", content: { notes }, secrets: [text] };
  },
  (chance) => {
    const { text } = makePlainSecret(chance);
    const notes = `Connect:\n  export DB_PASSWORD="${text}"\n  psql --host db\n`;
    return { what: "notes: a shell line", part: "notes", content: { notes }, secrets: [text] };
  },
];

const secretObject = (name: string, content: object) => ({
  apiVersion: "v1",
  kind: "Secret",
  metadata: { name, namespace },
  type: "Opaque",
  ...content,
});

/** `at` goes around all places. */
export function release(chance: Chance, at: number, name: string): Sample {
  const make = places[at % places.length] ?? chance.pick(places);
  const { what, part, content, secrets, everyday = false } = make(chance, name);
  return {
    title: `a release, ${what}`,
    object: { ...releaseSecret(name, content) },
    resource: "releases",
    name,
    place: "release",
    field: part,
    secrets,
    everyday,
  };
}

/** Everything that prints this part. */
export function releaseForms({
  name,
  field,
  everyday,
}: Sample): readonly Readonly<{ argv: readonly string[]; everyday: boolean }>[] {
  const argv = (...words: readonly string[]) => ["helm", ...words, name, "-n", namespace];
  const json = field === "values" ? [argv("get", field, "-o=json"), argv("get", field, "-a", "-o=yaml")] : [];
  return [argv("get", field), argv("get", "all"), ...json].map((each) => ({ argv: each, everyday }));
}
