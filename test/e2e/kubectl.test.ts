// The kubectl of the PATH against the local Azure's cluster: through `az aks command invoke`, and through the bot.
import { execFile } from "node:child_process";
import { realpath } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { findKubectl } from "../../simulator/kubernetes/kubectl.ts";
import { people, subscriptions } from "../../simulator/people.ts";
import { chatOf, type Harness, startHarness, wordsOf } from "../flow/harness.ts";
import { type AzureCli, openAzureCli } from "./azure-cli.ts";

const run = promisify(execFile);
const cluster = ["-g", "rg-prod", "-n", "prod-1", "--subscription", subscriptions.prod];

/** Version of the kubectl of the PATH; rejects where there is none. */
async function installedVersion(): Promise<string> {
  const { stdout } = await run("kubectl", ["version", "--client", "-o", "json"]);
  return JSON.parse(stdout).clientVersion.gitVersion;
}

test("Run Command uses the kubectl of the PATH, of which this machine has one", async () => {
  expect(await installedVersion()).toMatch(/^v1\.\d+\.\d+/);
  const { stdout } = await run("bash", ["-c", "command -v kubectl"]);
  const used = (await findKubectl()) ?? "";
  expect(path.isAbsolute(used)).toBe(true);
  expect(await realpath(used)).toBe(await realpath(stdout.trim()));
});

describe("as Alex", () => {
  let chain: Harness;
  let cli: AzureCli;
  beforeAll(async () => {
    chain = await startHarness();
    cli = await openAzureCli(chain.azure);
    await cli.logIn(people.alex);
  });
  afterAll(async () => {
    await cli?.close();
    await chain?.close();
  });

  const invoke = (command: string) => cli.az("aks", "command", "invoke", ...cluster, "-c", command);
  /** As text, whatever the card makes of it. */
  const ask = async (command: string) => {
    const answered = /Exit \d+|Kubernetes refused this/;
    const shown = await chain.ask(people.alex, `run \`${command}\` on prod-1`, answered);
    const run = /R-[0-9A-Z]{10}/.exec(wordsOf(shown.activity))?.[0];
    const data = { v: 1, verb: "run.page", run, page: 1 };
    const pressed = await chain.press(people.alex, chatOf(people.alex), data);
    return wordsOf(pressed.value);
  };

  test("its version and the server's", async () => {
    const version = await installedVersion();
    for (const output of [(await invoke("kubectl version")).logs, await ask("kubectl version")]) {
      expect(output).toContain(`Client Version: ${version}`);
      expect(output).toMatch(/^Server Version: v1\./m);
    }
  });

  test.each([
    [
      "kubectl get pods -A",
      0,
      [
        /^NAMESPACE +NAME +READY +STATUS +RESTARTS +AGE$/m,
        /^payments +settlement-\S+ +0\/1 +CrashLoopBackOff +37 \(/m,
        /^kube-system +coredns-\S+ +1\/1 +Running/m,
      ],
    ],
    [
      "kubectl get nodes -o wide",
      0,
      [
        /^NAME +STATUS +ROLES +AGE +VERSION +INTERNAL-IP +EXTERNAL-IP +OS-IMAGE +KERNEL-VERSION +CONTAINER-RUNTIME$/m,
        /^aks-system-31846275-vmss000000 +Ready +\S+ +\S+ +v1\.36\.1 +10\.20\.0\.5 .*containerd:/m,
      ],
    ],
    [
      "kubectl logs deployment/settlement -n payments --tail=2",
      0,
      [/FATAL: password authentication failed for user "settlement"\n.*exiting with code 1$/m],
    ],
    [
      "kubectl get clusterroles",
      1,
      [
        /^Error from server \(Forbidden\): clusterroles\.rbac\.authorization\.k8s\.io is forbidden: User "alexw@contoso\.example" cannot list resource "clusterroles"/m,
      ],
    ],
  ])("%s → %i", async (command, exitCode, outputs) => {
    const result = await invoke(command);
    expect(result.exitCode).toBe(exitCode);
    const words = await ask(command);
    expect(words).toContain(`Exit ${exitCode} on prod-1`);
    for (const output of outputs) {
      expect(result.logs).toMatch(output);
      expect(words).toMatch(output);
    }
  });
});
