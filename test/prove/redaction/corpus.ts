// The corpus: what the real kubectl and Helm print of objects with secrets in them, in every form of output.
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { findHelm, findKubectl } from "../../../simulator/kubernetes/kubectl.ts";
import { startTestCluster } from "../../simulator/kubernetes/test-cluster.ts";
import { chanceFrom } from "./chance.ts";
import { configMap, type Form, log, namespace, other, type Sample, workload } from "./objects.ts";
import { release, releaseForms } from "./releases.ts";
import { table } from "./tables.ts";

export type Output = Readonly<{ sample: Sample; argv: readonly string[]; text: string; everyday: boolean }>;

/**
 * Of `count` objects: half workloads, the rest ConfigMaps, others and logs; besides a fifth as many releases of Helm, and
 * half as many whose secrets stand in tables.
 */
export function makeSamples(count: number, seed: number): readonly Sample[] {
  const chance = chanceFrom(seed);
  const objects = Array.from({ length: count }, (_, at) => {
    const round = Math.floor(at / 8);
    const name = `api-${at}`;
    if (at % 8 < 4) return workload(chance, round * 4 + (at % 8), name);
    if (at % 8 < 6) return configMap(chance, round * 2 + (at % 8) - 4, name);
    return at % 8 === 6 ? other(chance, round, name) : log(chance, round, name);
  });
  const releases = Array.from({ length: Math.ceil(count / 5) }, (_, at) => release(chance, at, `shop-${at}`));
  const tables = Array.from({ length: Math.ceil(count / 2) }, (_, at) => table(chance, at, `row-${at}`));
  return [...objects, ...releases, ...tables];
}

const pathToContainers: Readonly<Record<string, string>> = {
  pods: ".spec.containers[*]",
  jobs: ".spec.template.spec.initContainers[*]",
  cronjobs: ".spec.jobTemplate.spec.template.spec.containers[*]",
};

/** The forms that can show the place; the templates read it in the ways that people write. */
export function formsOf(sample: Sample): readonly Form[] {
  const { resource, name, place, everyday } = sample;
  if (sample.forms !== undefined) return sample.forms;
  if (place === "release") return releaseForms(sample);
  const get = (output: string, isEveryday = false): Form => ({
    argv: ["get", resource, name, "-n", namespace, `-o=${output}`],
    everyday: everyday && isEveryday,
  });
  if (place === "log") {
    return [
      { argv: ["logs", name, "-n", namespace], everyday },
      { argv: ["logs", name, "-n", namespace, "--timestamps", "--prefix"], everyday },
    ];
  }
  const whole: readonly Form[] = [
    get("yaml", true),
    get("json", true),
    { argv: ["describe", resource, name, "-n", namespace], everyday },
  ];
  return [...whole, ...templatesOf(sample).map((template, at) => get(template, at === 0))];
}

function templatesOf({ resource, place, field }: Sample): readonly string[] {
  const containers = pathToContainers[resource] ?? ".spec.template.spec.containers[*]";
  if (place === "environment") {
    return [
      `jsonpath={${containers}.env[?(@.name=="${field}")].value}`,
      `jsonpath={${containers}.env}`,
      `jsonpath={range ${containers}.env[*]}{.name}={.value}{"\\n"}{end}`,
      `jsonpath={.metadata.name}{"\\t"}{${containers}.env[*].value}{"\\n"}`,
      `custom-columns=NAME:.metadata.name,VALUES:${containers}.env[*].value,KIND:.kind`,
      `custom-columns=NAME:.metadata.name,ENV:${containers}.env`,
    ];
  }
  if (place === "arguments") {
    return [
      `jsonpath={${containers}.args}`,
      `jsonpath={${containers}.args[*]}`,
      `custom-columns=NAME:.metadata.name,ARGS:${containers}.args`,
      `jsonpath-as-json={${containers}}`,
    ];
  }
  if (place === "data") {
    return [
      `jsonpath={.data.${field.replaceAll(".", "\\.")}}`,
      "jsonpath={.data}",
      'go-template={{range $k,$v := .data}}{{$k}}: {{$v}}{{"\\n"}}{{end}}',
      "custom-columns=NAME:.metadata.name,DATA:.data",
    ];
  }
  return ["jsonpath={@}"];
}

/** Runs every form of every sample that is taken; as many calls of kubectl as outputs. */
export async function collectOutputs(
  samples: readonly Sample[],
  take: (index: number) => boolean = () => true,
): Promise<readonly Output[]> {
  const calls = samples
    .flatMap((sample) => formsOf(sample).map((form) => ({ sample, ...form })))
    .filter((_, index) => take(index));
  const texts = await runAll(
    samples.map(({ object }) => object),
    calls.map(({ argv }) => argv),
  );
  return calls.map((call, at) => ({ ...call, text: texts[at] ?? "" }));
}

/** What the real kubectl prints of these objects, a few calls at a time. */
export async function runAll(
  objects: readonly unknown[],
  commands: readonly (readonly string[])[],
): Promise<readonly string[]> {
  const cluster = await startTestCluster({ objects: [...objects] });
  const [kubectl, helm] = [await findKubectl(), await findHelm()];
  if (kubectl === null || helm === null) throw new Error("these tests need kubectl and Helm");
  const home = await mkdtemp(path.join(tmpdir(), "redaction-"));
  try {
    const run = await createRunner({ kubectl, helm }, home, cluster.cluster.url, cluster.caFile);
    const texts: string[] = [];
    for (let at = 0; at < commands.length; at += 4) {
      texts.push(...(await Promise.all(commands.slice(at, at + 4).map(run))));
    }
    return texts;
  } finally {
    await cluster.close();
    await rm(home, { recursive: true });
  }
}

/** One folder for all calls, so that kubectl keeps what it learns about the API. */
async function createRunner(
  { kubectl, helm }: Readonly<{ kubectl: string; helm: string }>,
  home: string,
  server: string,
  caFile: string,
) {
  const file = path.join(home, "config");
  const config = {
    apiVersion: "v1",
    kind: "Config",
    clusters: [{ name: "c", cluster: { server, "certificate-authority": caFile } }],
    users: [{ name: "u", user: { token: "admin" } }],
    contexts: [{ name: "c", context: { cluster: "c", user: "u" } }],
    "current-context": "c",
  };
  await writeFile(file, JSON.stringify(config));
  return (argv: readonly string[]) =>
    new Promise<string>((resolve, reject) => {
      const [program, args] = argv[0] === "helm" ? [helm, argv.slice(1)] : [kubectl, argv];
      const child = spawn(program, args, { env: { HOME: home, KUBECONFIG: file, PATH: "" } });
      const chunks: Buffer[] = [];
      child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
      child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
      child.once("error", reject);
      child.once("close", () => resolve(Buffer.concat(chunks).toString()));
    });
}

/**
 * What of the secrets can be read in a text: whole, or a half of it (of a line, for a key of several). A text that
 * kubectl folds, escapes or quotes is compared without what it adds.
 */
export function readable(text: string, secrets: readonly string[]): readonly string[] {
  const bare = strip(text);
  return secrets.flatMap((secret) => {
    const whole = strip(secret);
    const half = Math.ceil(whole.length / 2);
    const parts = whole.length >= 12 ? [whole, whole.slice(0, half), whole.slice(half)] : [whole];
    return parts.filter((part) => bare.includes(part));
  });
}

const strip = (text: string): string =>
  text
    .replace(/\\u0026/g, "&")
    .replace(/\\[nt]/g, "")
    .replace(/[\s\\"']+/g, "");
