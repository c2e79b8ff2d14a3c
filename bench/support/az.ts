// The real Azure CLI on the local Azure, signed in as Alex; null where it is not installed.
import { spawnSync } from "node:child_process";
import { people } from "../../simulator/people.ts";
import type { Simulator } from "../../simulator/simulator.ts";
import { type AzureCli, openAzureCli } from "../../test/e2e/azure-cli.ts";

export const notInstalled = "not measured: az is not installed";

export async function openAz(azure: Simulator): Promise<AzureCli | null> {
  if (spawnSync("az", ["version"], { stdio: "ignore" }).error !== undefined) return null;
  const cli = await openAzureCli(azure);
  await cli.logIn(people.alex);
  return cli;
}
