// What is printed as a fix, made as typed writes: diagnosed as Alex, written as Megan, taken back again.
import type { z } from "zod";
import { type Person, people, tenantId } from "../../simulator/people.ts";
import { loadScenario } from "../../simulator/scenario/load.ts";
import type { Scenario } from "../../simulator/scenario/schema.ts";
import type { AzureState } from "../../simulator/simulator.ts";
import type { Applied } from "../../src/app/ports/arm-writer.ts";
import type { RequesterCredential } from "../../src/app/ports/azure.ts";
import { createArmWriter } from "../../src/azure/arm/arm-writer.ts";
import { createClusterReader } from "../../src/azure/collect/cluster-reader.ts";
import { diagnose } from "../../src/core/diagnosis/diagnose.ts";
import type { ArmWrite } from "../../src/core/fix/write/arm-write.ts";
import type { Fix } from "../../src/core/fix/write/fix.ts";
import type { Client } from "../../src/core/snapshot/snapshot.ts";
import { type LocalAzure, startLocalAzure } from "../azure/local-azure.ts";
import { diagnosisDocument } from "../doors/cli/documents.ts";
import { runAlone } from "../doors/cli/terminal.ts";
import { clientOf, questionOf, type ScenarioRow, scenarioRows } from "../scenarios.ts";
import { scenarioFile } from "../simulator/support.ts";
import { withChanges } from "./changes.ts";
import { deniedBesideRepair, faults, runCommandOff } from "./faults.ts";
import { faultsElsewhere } from "./faults-elsewhere.ts";

export type Diagnosis = z.infer<typeof diagnosisDocument>;

/** A fault whose fix is printed. `asked`: flags of `diagnose`; `question`: the same, as it is typed in chat. */
export type FixRow = Readonly<{
  what: string;
  cause: string;
  cluster: string;
  asked: readonly string[];
  question: string;
  client: Client;
  load: () => Promise<Scenario>;
}>;

const askedOf = ({ from, symptom }: ScenarioRow): readonly string[] => [
  ...(from === undefined ? [] : ["--client-ip", from]),
  ...(symptom === undefined ? [] : ["--symptom", symptom]),
];

const healthy = () => loadScenario(scenarioFile("hub-spoke"));

/** The rows of the tables whose lines are pasted with the real `az` elsewhere. */
export const fixRows: readonly FixRow[] = [
  ...scenarioRows.flatMap((row): FixRow[] =>
    row.cause === null || row.mendedBy !== undefined
      ? []
      : [
          {
            ...{ what: `${row.name} ${row.symptom?.slice(0, 40) ?? ""}`.trim(), cause: row.cause },
            ...{ cluster: row.id ?? row.cluster, asked: askedOf(row) },
            ...{ question: questionOf(row), client: clientOf(row) },
            load: () => loadScenario(scenarioFile(row.name)),
          },
        ],
  ),
  ...faults.map(([what, cause, changes]) => ({
    ...{ what, cause, cluster: "prod-1", asked: [], question: "diagnose prod-1", client: {} },
    load: async () => withChanges(await healthy(), changes),
  })),
  ...faultsElsewhere.map(([what, cause, name, cluster, changes]) => ({
    ...{ what, cause, cluster, asked: [], question: `diagnose ${cluster}`, client: {} },
    load: async () => withChanges(await loadScenario(scenarioFile(name)), changes),
  })),
  {
    ...{ what: "run command off", cause: "invoke.enabled", cluster: "prod-1" },
    asked: ["--symptom", "run command is disabled"],
    question: 'diagnose prod-1 with "run command is disabled"',
    client: { symptom: "run command is disabled" },
    load: async () => withChanges(await healthy(), runCommandOff),
  },
  {
    ...{ what: "denied beside an earlier repair", cause: "nsg.client-443", cluster: "prod-1", asked: [] },
    ...{ question: "diagnose prod-1", client: {} },
    load: async () => withChanges(await healthy(), deniedBesideRepair),
  },
];

/** Why no write is made of a fix's lines. */
export const onlyShown: Readonly<Record<string, string>> = {
  "access.kubernetes-role": "gives a right",
  "cloudshell.aci-roles": "gives a right",
  "identity.dns-role": "gives a right",
  "identity.subnet-role": "gives a right",
  "invoke.permission": "gives a right",
  "cloudshell.relay": "no SDK for Microsoft.Relay",
  "cluster.kms-key": "no SDK for Microsoft.KeyVault",
  "jit.active-request": "no SDK for Microsoft.Security",
  "jump.aci": "no SDK for Microsoft.ContainerInstance",
  "route.kubenet-table": "the line looks its table up in another command",
  "pe.extra-endpoint": "the line looks its place up in another command",
};

export type Writing = Awaited<ReturnType<typeof openWriting>>;

const allowed = async () => null;

export async function openWriting() {
  const azure: LocalAzure = await startLocalAzure(await healthy());
  const writer = createArmWriter(azure.options);
  const environment = {
    ...azure.simulator.environment,
    AZURE_CLIENT_ID: people.alex.oid,
    AZURE_CLIENT_SECRET: "any",
    AZURE_TENANT_ID: tenantId,
  };
  const seen = async (as: RequesterCredential, writes: readonly ArmWrite[]) => {
    const preview = await writer.preview(as, writes);
    if (!preview.ok) throw new Error(JSON.stringify(preview.failure));
    return preview;
  };
  return {
    azure: azure.simulator,
    writer,
    seen,
    as: (person: Person) => azure.signIn(person),
    diagnose: async ({ cluster, asked }: Pick<FixRow, "cluster" | "asked">): Promise<Diagnosis> => {
      const { out } = await runAlone(
        ["diagnose", cluster, "--no-inside", ...asked, "-o", "json"],
        environment,
      );
      return diagnosisDocument.parse(JSON.parse(out));
    },
    /** The fix of its cause, as steps. Null where there is none. */
    fixFor: async ({ cluster, client }: Pick<FixRow, "cluster" | "client">): Promise<Fix | null> => {
      const listed = azure.simulator.scenario.resources.find(({ id }) =>
        id.toLowerCase().endsWith(`/managedclusters/${cluster}`),
      );
      const alex = await azure.signIn(people.alex);
      const reader = createClusterReader(azure.options);
      return diagnose(await reader.collect(alex, listed?.id ?? cluster, client)).rootCause?.fix ?? null;
    },
    /** All of them, in order, as they were seen just before. */
    make: async (person: Person, writes: readonly ArmWrite[]): Promise<readonly Applied[]> => {
      const as = await azure.signIn(person);
      const { objects } = await seen(as, writes);
      const outcomes: Applied[] = [];
      for (const [at, write] of writes.entries())
        outcomes.push(await writer.apply(as, write, objects[at]?.version ?? null, allowed));
      return outcomes;
    },
    close: () => azure.simulator.close(),
  };
}

/** What `az` spells out of a new pool, as Azure takes it where nothing is said. */
const spelledOut: Readonly<Record<string, unknown>> = {
  enableEncryptionAtHost: false,
  enableFIPS: false,
  enableNodePublicIP: false,
  enableUltraSSD: false,
  scaleDownMode: "Delete",
  scaleSetEvictionPolicy: "Delete",
  scaleSetPriority: "Regular",
  spotMaxPrice: -1,
  undrainableNodeBehavior: "Schedule",
};

const isTime = (value: unknown): boolean => typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value);

const isEmpty = (value: unknown): boolean =>
  typeof value === "object" && value !== null && Object.keys(value).length === 0;

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value)
    .map(([name, each]) => [name, plain(each)] as const)
    .filter(([, each]) => each !== undefined && !isEmpty(each) && !isTime(each))
    .filter(([name, each]) => !Object.hasOwn(spelledOut, name) || spelledOut[name] !== each);
  return Object.fromEntries(fields);
}

/** `az resource create` says a place even of what has none of its own. */
const placeless = /\/ruleCollectionGroups$/i;

/** Every resource by its id, whatever the case, as far as it says anything that is not the time or Azure's own default. */
export const resourcesIn = ({ resources }: AzureState): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    resources.map(({ id, type, location, ...each }) => {
      const where = placeless.test(type) ? {} : { location };
      return [id.toLowerCase(), plain({ ...each, ...where, type: type.toLowerCase() })];
    }),
  );
