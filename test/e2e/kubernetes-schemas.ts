// What Kubernetes would not take of an object: by its own OpenAPI, as the package kubernetes-models compiled it, and no
// field that the schemas do not know. The API server warns of such a field and leaves it out; here it is a fault.

export type KubernetesObject = Readonly<{ apiVersion: string; kind: string }> &
  Readonly<Record<string, unknown>>;

type Validate = ((value: unknown) => boolean) & {
  errors?: readonly { instancePath: string; message?: string }[];
};

export async function faultsOf(object: KubernetesObject): Promise<readonly string[]> {
  const name = schemaName(object);
  const { validate }: { validate: Validate } = await import(`kubernetes-models/_schemas/${name}`);
  const asked = new Set<string>();
  const valid = validate(watched(object, "", asked));
  const errors = valid ? [] : (validate.errors ?? []);
  return [
    ...errors.map(({ instancePath, message }) => `${instancePath} ${message ?? "is not valid"}`),
    ...pathsIn(object, "")
      .filter((path) => !asked.has(path))
      .map((path) => `${path} is no field`),
  ];
}

/** `networking.k8s.io/v1`, `NetworkPolicy`: `IoK8sApiNetworkingV1NetworkPolicy`. */
function schemaName({ apiVersion, kind }: KubernetesObject): string {
  const [version = "", group = "core"] = apiVersion.split("/").toReversed();
  const upper = (word: string) => `${word[0]?.toUpperCase()}${word.slice(1)}`;
  return `IoK8sApi${upper(group.split(".")[0] ?? "")}${upper(version)}${kind}`;
}

/** The same value; `asked` learns the path of every field that is looked at. A schema looks at the fields that it knows. */
function watched(value: unknown, path: string, asked: Set<string>): unknown {
  if (typeof value !== "object" || value === null) return value;
  return new Proxy(value, {
    get: (target, key) => {
      const below = `${path}/${String(key)}`;
      asked.add(below);
      return watched(Reflect.get(target, key), below, asked);
    },
  });
}

function pathsIn(value: unknown, path: string): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, below]) => [
    `${path}/${key}`,
    ...pathsIn(below, `${path}/${key}`),
  ]);
}
