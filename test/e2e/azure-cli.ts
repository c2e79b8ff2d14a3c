// The real Azure CLI at a local Azure: configuration and kubeconfig of its own, so that nobody's login is touched.
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { type Person, tenantId } from "../../simulator/people.ts";
import type { Simulator } from "../../simulator/simulator.ts";

const run = promisify(execFile);

export type AzureCli = Awaited<ReturnType<typeof openAzureCli>>;

/** Registers the local Azure as the CLI's cloud; rejects where there is no `az`. */
export async function openAzureCli({ url, caFile }: Pick<Simulator, "url" | "caFile">) {
  const folder = await mkdtemp(path.join(tmpdir(), "az-"));
  const kubeconfig = path.join(folder, "kubeconfig");
  const variables = {
    REQUESTS_CA_BUNDLE: caFile,
    AZURE_CONFIG_DIR: folder,
    AZURE_CORE_INSTANCE_DISCOVERY: "false",
    AZURE_CORE_COLLECT_TELEMETRY: "false",
  };
  const env = { ...process.env, KUBECONFIG: kubeconfig, ...variables };
  /** Runs `az` and reads its JSON; rejects with its stderr where it fails. */
  const az = async (...args: string[]) => {
    const { stdout } = await run("az", [...args, "-o", "json"], { env });
    return stdout.trim() === "" ? null : JSON.parse(stdout);
  };
  await az("cloud", "register", "-n", "local-azure", "--endpoint-resource-manager", url);
  await az("cloud", "set", "-n", "local-azure");
  return {
    az,
    /** With them any process starts the CLI as whoever has signed in. */
    variables,
    /** The file that `az aks get-credentials` writes and kubectl reads. */
    kubeconfig,
    /** As the only account: the CLI would go on using an earlier one for the subscriptions that one saw. */
    logIn: async (person: Person): Promise<void> => {
      await az("account", "clear");
      await az("login", "--service-principal", "-u", person.oid, "-p", "x", "--tenant", tenantId);
    },
    /** Pastes lines into a shell and gives what it prints; rejects with its `stderr` at the first line that fails. */
    paste: async (lines: string): Promise<string> =>
      (await run("bash", ["-e", "-o", "pipefail", "-c", lines], { env })).stdout,
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
