// Starts the API server with a certificate of its own and runs the real kubectl against it as one of a few people.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { generate } from "selfsigned";
import type { KubernetesUser } from "../../../simulator/kubernetes/attributes.ts";
import {
  type KubernetesCluster,
  type KubernetesOptions,
  startKubernetes,
} from "../../../simulator/kubernetes/cluster.ts";
import { type CommandOutcome, findKubectl, runKubectl } from "../../../simulator/kubernetes/kubectl.ts";
import { readersGroup, shopObjects } from "./shop-objects.ts";

/** Tokens are names here; the scenario's Entra signs real ones. */
const users = new Map<string, KubernetesUser>([
  ["admin", { username: "admin@contoso.example", groups: ["system:masters"], objectId: "a-1" }],
  ["reader", { username: "meganb@contoso.example", groups: [readersGroup], objectId: "b-2" }],
  ["alex", { username: "alexw@contoso.example", groups: [], objectId: "c-3" }],
]);
export type Person = "admin" | "reader" | "alex" | "stranger";

export type TestCluster = {
  cluster: KubernetesCluster;
  /** PEM of the authority that signed its certificate. */
  caFile: string;
  run(
    person: Person,
    command: string,
    signal?: AbortSignal,
    files?: Readonly<Record<string, Uint8Array>>,
  ): Promise<CommandOutcome>;
  close(): Promise<void>;
};

/** Starts the shop, with further objects where given. */
export async function startTestCluster(
  options: Partial<Pick<KubernetesOptions, "authorize" | "objects">> = {},
): Promise<TestCluster> {
  const kubectl = await findKubectl();
  if (kubectl === null) throw new Error("these tests need kubectl on the PATH or linux-x64");
  const tls = await certificate();
  const folder = await mkdtemp(path.join(tmpdir(), "kubernetes-test-"));
  const caFile = path.join(folder, "ca.pem");
  await writeFile(caFile, tls.ca);
  const objects = [...shopObjects(), ...(options.objects ?? [])];
  const authenticate = async (token: string) => users.get(token) ?? null;
  const cluster = await startKubernetes({ ...options, objects, authenticate, tls });
  return {
    cluster,
    caFile,
    run: (person, command, signal, files = {}) =>
      runKubectl({
        kubectl,
        command,
        url: cluster.url,
        caFile,
        token: person,
        files,
        ...(signal ? { signal } : {}),
      }),
    close: async () => {
      await cluster.close();
      await rm(folder, { recursive: true });
    },
  };
}

async function certificate(): Promise<KubernetesOptions["tls"]> {
  const made = await generate([{ name: "commonName", value: "localhost" }], {
    keyType: "ec",
    algorithm: "sha256",
    extensions: [
      { name: "basicConstraints", cA: true },
      { name: "keyUsage", digitalSignature: true, keyCertSign: true },
      {
        name: "subjectAltName",
        altNames: [
          { type: 2, value: "localhost" },
          { type: 7, ip: "127.0.0.1" },
        ],
      },
    ],
  });
  return { key: made.private, cert: made.cert, ca: made.cert };
}
