// A line as the pod of a run command runs it: a real shell, kubectl and Helm on its path, both streams in one.
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { findHelm, findKubectl } from "../../simulator/kubernetes/kubectl.ts";
import type { Person, TestCluster } from "../simulator/kubernetes/test-cluster.ts";

export async function runInShell(
  { cluster, caFile }: TestCluster,
  person: Person,
  line: string,
  files: Readonly<Record<string, string>> = {},
): Promise<string> {
  const tools = [await findKubectl(), await findHelm()].filter((file) => file !== null);
  const home = await mkdtemp(path.join(tmpdir(), "change-lines-"));
  try {
    const config = path.join(home, "config");
    await writeFile(config, JSON.stringify(kubeconfig(cluster.url, caFile, person)), { mode: 0o600 });
    for (const [name, text] of Object.entries(files)) await writeFile(path.join(home, name), text);
    const folders = [...tools.map((file) => path.dirname(file)), "/usr/bin", "/bin"];
    const env = { PATH: folders.join(":"), HOME: home, KUBECONFIG: config };
    const child = spawn("/bin/sh", ["-c", `exec 2>&1; ${line}`], {
      env,
      cwd: home,
      stdio: ["ignore", "pipe", "inherit"],
    });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
    await new Promise((resolve) => child.once("close", resolve));
    return output;
  } finally {
    await rm(home, { recursive: true });
  }
}

const kubeconfig = (server: string, caFile: string, token: string) => ({
  apiVersion: "v1",
  kind: "Config",
  clusters: [{ name: "c", cluster: { server, "certificate-authority": caFile } }],
  users: [{ name: "u", user: { token } }],
  contexts: [{ name: "c", context: { cluster: "c", user: "u" } }],
  "current-context": "c",
});
