// Objects with one secret planted in each, as they stand in clusters.
import type { Chance } from "./chance.ts";
import { makePlainSecret, makePrivateKey, makeSecret } from "./secrets.ts";

/** Which values of the object the secret is among; the forms of output that fit follow from it. */
export type Place = "environment" | "arguments" | "data" | "object" | "log" | "release" | "table";

export type Sample = Readonly<{
  title: string;
  object: Readonly<Record<string, unknown>>;
  /** As kubectl takes it: `deployments`. */
  resource: string;
  name: string;
  place: Place;
  /** The field below the container that holds it, or the key of the data. */
  field: string;
  /** None of these may be readable. */
  secrets: readonly string[];
  /** One of the five forms that everybody meets: not one may fail. */
  everyday: boolean;
  /** Where the place alone does not say what shows it. */
  forms?: readonly Form[];
}>;

/** Without the tool, where that is kubectl. */
export type Form = Readonly<{ argv: readonly string[]; everyday: boolean }>;

export const namespace = "shop";

const tellingNames =
  "DB_PASSWORD REDIS_AUTH SMTP_PASS API_TOKEN CLIENT_SECRET STRIPE_KEY JWT_SIGNING_KEY DATABASE_PWD AZURE_CLIENT_SECRET MYSQL_ROOT_PASSWORD apiKey dbPassword SA_CREDENTIALS SESSION_SECRET ENCRYPTION_KEY WEBHOOK_SECRET ADMIN_PASSPHRASE STORAGE_ACCOUNT_KEY".split(
    " ",
  );
const neutralNames = "FOO UPSTREAM LEGACY_OPTS X1 SETTING DB_CONN PARTNER SEED_DATA BACKOFFICE MAGIC".split(
  " ",
);
const tellingKeys =
  "password db.password api-key token client_secret redis-password smtp.pass jwtSecret secretKey connection-string basic-auth DB_PASSWORD".split(
    " ",
  );
const tellingFlags =
  "--password --db-password --token --api-key --client-secret --redis-pass --auth-token --secret --storage-key --admin-password".split(
    " ",
  );
const neutralFlags = "--upstream --seed --config-line --x --partner".split(" ");

/** What stands beside a secret in every container. */
const neighbours = [
  { name: "LOG_LEVEL", value: "info" },
  { name: "PORT", value: "8080" },
  { name: "POD_NAME", valueFrom: { fieldRef: { apiVersion: "v1", fieldPath: "metadata.name" } } },
];

type Made = Omit<Sample, "title" | "object" | "resource" | "name"> & { what: string; container: object };

/** Where in a container a secret can be. */
const containers: readonly ((chance: Chance) => Made)[] = [
  (chance) => {
    const { kind, text } = makeSecret(chance, true);
    const name = chance.pick(tellingNames);
    return environment(`${kind} as ${name}`, name, text, [text], true);
  },
  (chance) => {
    const { kind, text } = makeSecret(chance, false);
    const name = chance.pick(neutralNames);
    return environment(`${kind} as ${name}`, name, text, [text], true);
  },
  (chance) => {
    const { kind, text } = makePlainSecret(chance);
    const value = chance.pick(connectionStrings)(text);
    return environment(
      `${kind} in a connection string`,
      chance.pick(["DATABASE_URL", "DB_CONN", "ConnectionStrings__Default", "BROKER"]),
      value,
      [text],
      true,
    );
  },
  (chance) => {
    const key = makePrivateKey(chance);
    return environment(
      "a private key",
      chance.pick(["TLS_KEY", "SIGNER", "ID_RSA"]),
      key,
      key.split("\n").slice(1, 7),
      false,
    );
  },
  (chance) => {
    const [first, second] = [makeSecret(chance, false).text, makeSecret(chance, false).text];
    const value = `first ${first}\nsecond ${second}\n`;
    return environment("a value of two lines", chance.pick(neutralNames), value, [first, second], false);
  },
  (chance) => {
    const { kind, text } = makePlainSecret(chance);
    const value = JSON.stringify({
      auths: {
        "registry.contoso.example": {
          username: "ci",
          password: text,
          auth: Buffer.from(`ci:${text}`).toString("base64"),
        },
      },
    });
    return environment(
      `${kind} in a dockerconfigjson`,
      "DOCKER_AUTH_CONFIG",
      value,
      [text, Buffer.from(`ci:${text}`).toString("base64")],
      false,
    );
  },
  (chance) => {
    const { kind, text } = makeSecret(chance, true);
    const flag = chance.pick(tellingFlags);
    return argument(
      `${kind} as ${flag}=`,
      ["serve", "--port=8080", `${flag}=${text}`, "--v=2"],
      [text],
      true,
    );
  },
  (chance) => {
    const { kind, text } = makeSecret(chance, true);
    const flag = chance.pick(tellingFlags);
    return argument(`${kind} behind ${flag}`, ["serve", flag, text, "--v=2"], [text], false);
  },
  (chance) => {
    const { kind, text } = makeSecret(chance, false);
    return argument(`${kind} as an unknown flag`, [`${chance.pick(neutralFlags)}=${text}`], [text], false);
  },
  (chance) => {
    const { kind, text } = makePlainSecret(chance);
    const script = chance.pick(scripts)(text);
    return argument(`${kind} in a script`, ["sh", "-c", script], [text], false);
  },
  (chance) => {
    const { kind, text } = makePlainSecret(chance);
    const probe = { exec: { command: ["curl", "-u", `probe:${text}`, "http://localhost:8080/healthz"] } };
    return {
      ...environment(`${kind} in a probe`, "MODE", "live", [text], false),
      place: "object",
      container: { livenessProbe: probe },
    };
  },
  (chance) => {
    const { kind, text } = makePlainSecret(chance);
    const httpGet = {
      path: "/healthz",
      port: 8080,
      httpHeaders: [{ name: "Authorization", value: `Basic ${text}` }],
    };
    return {
      ...environment(`${kind} in a probe's header`, "MODE", "live", [text], false),
      place: "object",
      container: { readinessProbe: { httpGet } },
    };
  },
];

const environment = (
  what: string,
  name: string,
  value: string,
  secrets: readonly string[],
  everyday: boolean,
): Made => ({
  what,
  place: "environment",
  field: name,
  secrets,
  everyday,
  container: { env: [...neighbours.slice(0, 1), { name, value }, ...neighbours.slice(1)] },
});
const argument = (
  what: string,
  args: readonly string[],
  secrets: readonly string[],
  everyday: boolean,
): Made => ({
  what,
  place: "arguments",
  field: "args",
  secrets,
  everyday,
  container: { args, env: neighbours },
});

const connectionStrings: readonly ((secret: string) => string)[] = [
  (secret) => `postgres://app:${secret}@db.shop.svc.cluster.local:5432/orders?sslmode=require`,
  (secret) =>
    `Server=tcp:sql.contoso.example,1433;Initial Catalog=orders;User ID=app;Password=${secret};Encrypt=True;`,
  (secret) => `amqps://worker:${secret}@broker:5671/%2f`,
  (secret) => `redis://:${secret}@cache:6379/0`,
  (secret) => `mongodb+srv://app:${secret}@cluster0.example.net/?retryWrites=true`,
  (secret) => `app:${secret}@tcp(mysql:3306)/orders?parseTime=true`,
  (secret) => `host=db port=5432 user=app password=${secret} dbname=orders`,
  (secret) => `cache.redis.cache.windows.net:6380,password=${secret},ssl=True,abortConnect=False`,
  (secret) => `jdbc:sqlserver://sql:1433;databaseName=orders;user=app;password=${secret};encrypt=true`,
  (secret) =>
    `DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=${secret};EndpointSuffix=core.windows.net`,
  (secret) => `Endpoint=sb://shop.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=${secret}`,
];

const scripts: readonly ((secret: string) => string)[] = [
  (secret) => `export DB_PASSWORD=${secret}; exec /app/server`,
  (secret) => `mysql -h db -u root -p${secret} -e 'select 1'`,
  (secret) => `curl -s -u ci:${secret} https://nexus.contoso.example/artifact > /tmp/a`,
  (secret) => `curl -H "Authorization: Bearer ${secret}" https://api.contoso.example/v1/sync`,
  (secret) => `redis-cli -h cache -a ${secret} ping\nsleep 5`,
  (secret) => `PGPASSWORD=${secret} psql -h db -U app -c 'select 1'`,
  (secret) => `wget --header='X-Api-Key: ${secret}' -qO- http://inventory:8080/`,
  (secret) => `echo ${secret} | docker login --username ci --password-stdin registry.contoso.example`,
];

type Kind = Readonly<{
  resource: string;
  wrap: (name: string, container: object, chance: Chance) => Record<string, unknown>;
}>;

const podSpec = (container: object) => ({
  containers: [{ name: "main", image: "registry.contoso.example/shop/api:1.4.2", ...container }],
});
const template = (container: object) => ({ metadata: { labels: { app: "api" } }, spec: podSpec(container) });
const head = (apiVersion: string, kind: string, name: string, annotations: Record<string, string> = {}) => ({
  apiVersion,
  kind,
  metadata: {
    name,
    namespace,
    labels: { app: "api" },
    ...(Object.keys(annotations).length > 0 ? { annotations } : {}),
  },
});

const selector = { matchLabels: { app: "api" } };
const workloads: readonly Kind[] = [
  {
    resource: "pods",
    wrap: (name, container) => ({
      ...head("v1", "Pod", name),
      spec: podSpec(container),
      status: { phase: "Running" },
    }),
  },
  {
    resource: "deployments",
    wrap: (name, container) => ({
      ...head("apps/v1", "Deployment", name),
      spec: { replicas: 1, selector, template: template(container) },
    }),
  },
  {
    resource: "statefulsets",
    wrap: (name, container) => ({
      ...head("apps/v1", "StatefulSet", name),
      spec: { replicas: 1, serviceName: "api", selector, template: template(container) },
    }),
  },
  {
    resource: "cronjobs",
    wrap: (name, container) => ({
      ...head("batch/v1", "CronJob", name),
      spec: { schedule: "*/5 * * * *", jobTemplate: { spec: { template: template(container) } } },
    }),
  },
  {
    resource: "daemonsets",
    wrap: (name, container) => ({
      ...head("apps/v1", "DaemonSet", name),
      spec: { selector, template: template(container) },
    }),
  },
  {
    resource: "jobs",
    wrap: (name, container) => ({
      ...head("batch/v1", "Job", name),
      spec: {
        template: {
          spec: { initContainers: [{ name: "init", image: "busybox:1.36", ...container }], ...podSpec({}) },
        },
      },
    }),
  },
  {
    // As `kubectl apply` leaves it: the whole object once more, in an annotation.
    resource: "deployments",
    wrap(name, container) {
      const object = {
        ...head("apps/v1", "Deployment", name),
        spec: { replicas: 1, selector, template: template(container) },
      };
      const annotations = {
        "kubectl.kubernetes.io/last-applied-configuration": `${JSON.stringify(object)}\n`,
      };
      return { ...object, ...head("apps/v1", "Deployment", name, annotations) };
    },
  },
];

export function workload(chance: Chance, at: number, name: string): Sample {
  const make = containers[at % containers.length] ?? chance.pick(containers);
  const { what, container, ...made } = make(chance);
  const { resource, wrap } = chance.pick(workloads);
  return { ...made, title: `${what} in ${resource}`, resource, name, object: wrap(name, container, chance) };
}

type File = Readonly<{ key: string; text: (secret: string) => string }>;

const files: readonly File[] = [
  {
    key: "application.properties",
    text: (secret) =>
      `server.port=8080\nspring.datasource.username=app\nspring.datasource.password=${secret}\nlogging.level.root=INFO\n`,
  },
  {
    key: "application.yaml",
    text: (secret) =>
      `server:\n  port: 8080\nspring:\n  datasource:\n    username: app\n    password: ${secret}\n`,
  },
  { key: ".env", text: (secret) => `NODE_ENV=production\nAPI_TOKEN=${secret}\nPORT=3000\n` },
  {
    key: "config.json",
    text: (secret) =>
      `{\n  "port": 8080,\n  "database": {\n    "user": "app",\n    "password": "${secret}"\n  }\n}\n`,
  },
  {
    key: "nginx.conf",
    text: (secret) =>
      `location / {\n  proxy_set_header Authorization "Bearer ${secret}";\n  proxy_pass http://api:8080;\n}\n`,
  },
  { key: "settings.ini", text: (secret) => `[smtp]\nhost = smtp.contoso.example\npassword = ${secret}\n` },
  {
    key: "web.config",
    text: (secret) =>
      `<configuration>\n  <add key="ApiPassword" value="${secret}" />\n  <password>${secret}</password>\n</configuration>\n`,
  },
  {
    key: "prometheus.yml",
    text: (secret) =>
      `scrape_configs:\n- job_name: api\n  basic_auth:\n    username: prom\n    password: ${secret}\n  static_configs:\n  - targets: ['api:8080']\n`,
  },
  {
    key: "init.sql",
    text: (secret) => `CREATE USER app IDENTIFIED BY '${secret}';\nGRANT ALL ON orders.* TO app;\n`,
  },
  { key: "run.sh", text: (secret) => `#!/bin/sh\nset -e\nsshpass -p ${secret} ssh deploy@bastion uptime\n` },
];

export function configMap(chance: Chance, at: number, name: string): Sample {
  const make = (
    key: string,
    value: string,
    secrets: readonly string[],
    title: string,
    everyday: boolean,
  ): Sample => ({
    title: `${title} in a ConfigMap`,
    resource: "configmaps",
    name,
    place: "data",
    field: key,
    secrets,
    everyday,
    object: {
      ...head("v1", "ConfigMap", name),
      data: { LOG_LEVEL: "info", [key]: value, REGION: "westeurope" },
    },
  });
  if (at % 3 === 0) {
    const { kind, text } = makeSecret(chance, true);
    const key = chance.pick(tellingKeys);
    return make(key, text, [text], `${kind} as ${key}`, true);
  }
  if (at % 9 === 1) {
    const key = makePrivateKey(chance);
    return make("tls.key", key, key.split("\n").slice(1, 7), "a private key", false);
  }
  if (at % 9 === 4) {
    const { kind, text } = makePlainSecret(chance);
    return make("db", chance.pick(connectionStrings)(text), [text], `${kind} in a connection string`, true);
  }
  const { kind, text } = makePlainSecret(chance);
  const file = chance.pick(files);
  return make(file.key, file.text(text), [text], `${kind} in ${file.key}`, false);
}

type Other = (secret: string, name: string) => Pick<Sample, "resource" | "object">;

const others: readonly Other[] = [
  (secret, name) => ({
    resource: "ingresses",
    object: {
      ...head("networking.k8s.io/v1", "Ingress", name, {
        "nginx.ingress.kubernetes.io/configuration-snippet": `proxy_set_header Authorization "Basic ${secret}";\nproxy_set_header X-Scope-OrgID shop;`,
      }),
      spec: {
        rules: [
          {
            host: "shop.contoso.example",
            http: {
              paths: [
                {
                  path: "/",
                  pathType: "Prefix",
                  backend: { service: { name: "api", port: { number: 80 } } },
                },
              ],
            },
          },
        ],
      },
    },
  }),
  (secret, name) => ({
    resource: "validatingwebhookconfigurations",
    object: {
      apiVersion: "admissionregistration.k8s.io/v1",
      kind: "ValidatingWebhookConfiguration",
      metadata: { name },
      webhooks: [
        {
          name: "check.contoso.example",
          clientConfig: { url: `https://hook:${secret}@check.contoso.example/validate` },
          sideEffects: "None",
          admissionReviewVersions: ["v1"],
        },
      ],
    },
  }),
  (secret, name) => ({
    resource: "externalsecrets",
    object: {
      ...head("external-secrets.io/v1", "ExternalSecret", name),
      spec: {
        refreshInterval: "1h",
        secretStoreRef: { name: "vault" },
        target: { name: "db", template: { data: { password: secret } } },
      },
    },
  }),
  (secret, name) => ({
    resource: "helmreleases",
    object: {
      ...head("helm.toolkit.fluxcd.io/v2", "HelmRelease", name),
      spec: {
        interval: "5m",
        chart: { spec: { chart: "redis" } },
        values: { auth: { enabled: true, password: secret }, replica: { replicaCount: 2 } },
      },
    },
  }),
  (secret, name) => ({
    resource: "helmreleases",
    object: {
      ...head("helm.toolkit.fluxcd.io/v2", "HelmRelease", name),
      spec: { values: { extraEnv: [{ name: "SETTING", value: secret }], image: { tag: "1.2.3" } } },
    },
  }),
  (secret, name) => ({
    resource: "serviceaccounts",
    object: head("v1", "ServiceAccount", name, { "contoso.example/registry-token": secret }),
  }),
  (secret, name) => ({
    resource: "services",
    object: {
      ...head("v1", "Service", name, {
        "getambassador.io/config": `apiVersion: v3\nkind: Mapping\nadd_request_headers:\n  x-api-key: ${secret}\n`,
      }),
      spec: { type: "ClusterIP", clusterIP: "10.0.12.7", ports: [{ port: 80 }] },
    },
  }),
];

export function other(chance: Chance, at: number, name: string): Sample {
  const { kind, text } = makePlainSecret(chance);
  const make = others[at % others.length] ?? chance.pick(others);
  const made = make(text, name);
  return {
    ...made,
    title: `${kind} in ${made.resource}`,
    name,
    place: "object",
    field: "",
    secrets: [text],
    everyday: false,
  };
}

const logLines: readonly ((secret: string) => string)[] = [
  (secret) => `2026-11-25T03:12:09.114Z INFO  http > GET /v1/orders Authorization: Bearer ${secret}`,
  (secret) => `2026-11-25T03:12:09Z DEBUG connecting with password=${secret} to db:5432`,
  (secret) =>
    `{"level":"debug","ts":"2026-11-25T03:12:09Z","msg":"login","user":"app","password":"${secret}"}`,
  (secret) =>
    `W1125 03:12:09.114203       1 client.go:55] retry, headers: map[Accept:[*/*] Authorization:[Basic ${secret}]]`,
  (secret) => `panic: dial postgres://app:${secret}@db:5432/orders: connection refused`,
  (secret) => `time="2026-11-25T03:12:09Z" level=info msg="starting" db.password="${secret}" port=8080`,
  (secret) => `+ curl -u ci:${secret} https://nexus.contoso.example/`,
  (secret) => `request headers: {'X-Api-Key': '${secret}', 'Accept': 'application/json'}`,
  (secret) => `Error: failed to log in, password: ${secret} for user app`,
  (secret) => `api_key = ${secret}`,
  (secret) => `login ok; token=${secret}, expires in 3600s`,
  (secret) => `Set-Cookie: session=${secret}; Path=/; HttpOnly`,
];

export function log(chance: Chance, at: number, name: string): Sample {
  const { kind, text } = makePlainSecret(chance);
  const line = (logLines[at % logLines.length] ?? chance.pick(logLines))(text);
  const noise = "2026-11-25T03:12:08Z INFO started in 2.3 s\n";
  return {
    title: `${kind} in the log line ${line.replace(text, "…")}`,
    resource: "pods",
    name,
    place: "log",
    field: "",
    secrets: [text],
    everyday: at % logLines.length < 2,
    object: {
      ...head("v1", "Pod", name, { "simulator/log": `${noise}${line}\n${noise}` }),
      spec: podSpec({}),
    },
  };
}
