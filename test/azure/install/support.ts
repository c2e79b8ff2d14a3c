// What the tests of `install` share: a tenant that knows nothing of the bot, and its steps as a person of it.
import { type Person, people, subscriptions, tenantId } from "../../../simulator/people.ts";
import { loadScenario } from "../../../simulator/scenario/load.ts";
import type { Scenario } from "../../../simulator/scenario/schema.ts";
import type { RequesterCredential } from "../../../src/app/ports/azure.ts";
import type { InstallFile, PackageFile, Step, TextFile } from "../../../src/app/ports/install.ts";
import { createRequests, type Requests } from "../../../src/azure/install/requests.ts";
import { installSteps } from "../../../src/composition/install.ts";
import { type Answers, answersSchema } from "../../../src/core/install/answers.ts";
import type { Made, StepName } from "../../../src/core/install/made.ts";
import { buildPackage } from "../../../src/teams-package/build-package.ts";
import type { LocalAzure } from "../local-azure.ts";

export const answers = answersSchema.parse({
  tenantId,
  subscriptionId: subscriptions.prod,
  region: "westeurope",
  groups: ["aks-oncall", "c7a1f684-2e95-4b03-a6d9-18f0e57b3c42"],
  runsAt: "container-apps",
});

/** What Azure makes of it, where only the steps of Entra are tried. */
export const identity = {
  id: "/subscriptions/8a6c2f10-5b3d-4f7e-91c4-2d70e8b9a653/resourceGroups/rg-aks-oncall/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-aks-oncall",
  clientId: "0b9d5a4e-7c1f-4e36-8a52-d94f0c6b3e17",
  principalId: "93c7e1f0-2a4d-4b68-9e05-6f8d1b3a5c72",
};
const identityStep: Step = {
  ...{ name: "identity", needs: [], makes: () => [], undo: () => null },
  look: async (made) => ({ is: "there", made: { ...made, identity } }),
  make: async (made) => made,
};

type Roles = Readonly<Partial<Record<keyof typeof people, readonly string[]>>>;

/** Healthy, and nobody has installed anything; `roles`: of people in Entra. */
export async function emptyTenant(
  roles: Roles,
  unknownApis: readonly string[] = [],
  usersMayRegister = false,
): Promise<Scenario> {
  const scenario = await loadScenario("simulator/scenarios/hub-spoke.json");
  const rolesOf = (oid: string) =>
    Object.entries(roles).flatMap(([name, given]) =>
      people[name as keyof typeof people].oid === oid ? given : [],
    );
  return {
    ...scenario,
    principals: scenario.principals.map((each) => ({ ...each, directoryRoles: rolesOf(each.oid) })),
    registration: {
      ...scenario.registration,
      application: null,
      unknownApis: [...unknownApis],
      usersMayRegister,
    },
    azureBot: { bot: null, connection: null, channel: null },
  };
}

/** As the person of `az login`. */
export const signedInAs = (
  { simulator }: LocalAzure,
  person: Person,
): Pick<RequesterCredential, "exchange"> => ({
  exchange: async (resource) => {
    const audience = { arm: "https://management.azure.com", graph: "https://graph.microsoft.com" }[
      String(resource)
    ];
    return {
      ok: true,
      token: await simulator.tokenFor(person.oid, audience ?? ""),
      expiresOn: Date.now() + 60_000,
    };
  },
});

const atOnce = async () => {};

/** All of them; `through`: what stands between them, Graph and ARM. */
export function allSteps(
  local: LocalAzure,
  person: Person,
  files = memoryFiles(),
  through = (requests: Requests): Requests => requests,
): readonly Step[] {
  const { environment } = local;
  const requests = createRequests({ environment, as: signedInAs(local, person), wait: atOnce });
  return installSteps(through(requests), environment, files, atOnce);
}

/** With where the image is. */
export const hostAnswers: Answers = { ...answers, image: "ghcr.io/contoso/aks-oncall:0.1.0" };

/** The same for somebody who has this role in its subscription. */
export async function emptyTenantFor(person: Person, role: object): Promise<Scenario> {
  const scenario = await emptyTenant({ megan: ["Application Administrator"] });
  const given = { principalId: person.oid, scope: `/subscriptions/${subscriptions.prod}`, ...role };
  const others = scenario.roleAssignments.filter(({ principalId }) => principalId !== person.oid);
  return { ...scenario, roleAssignments: [...others, given as (typeof others)[number]] };
}

/** The steps of Entra alone; `through`: what stands between them and Graph. */
export function stepsOf(
  local: LocalAzure,
  person: Person,
  through = (requests: Requests): Requests => requests,
): readonly Step[] {
  const { environment } = local;
  const requests = createRequests({ environment, as: signedInAs(local, person), wait: atOnce });
  const all = installSteps(through(requests), environment, memoryFiles(), atOnce).filter(({ name }) =>
    ofEntra.includes(name),
  );
  return all.flatMap((step) => (step.name === "botTrust" ? [identityStep, step] : [step]));
}

const ofEntra: readonly StepName[] = [
  ...([
    "groups",
    "registration",
    "principal",
    "consent",
    "connectionTrust",
    "botTrust",
    "alertRole",
  ] as const),
];

export function memoryText(name: string): TextFile & { now(): string | null } {
  let kept: string | null = null;
  return {
    name,
    read: async () => kept,
    write: async (text) => {
      kept = text;
    },
    remove: async () => {
      kept = null;
    },
    now: () => kept,
  };
}

export function memoryPackage(): PackageFile & { now(): Uint8Array | null } {
  let kept: Uint8Array | null = null;
  return {
    name: "teams.zip",
    build: async ({ appId, website }) =>
      buildPackage({
        ...{ MICROSOFT_APP_ID: appId, TEAMS_WEBSITE_URL: website, TEAMS_DEVELOPER_NAME: "Contoso" },
      }),
    read: async () => kept,
    write: async (zip) => {
      kept = zip;
    },
    remove: async () => {
      kept = null;
    },
    now: () => kept,
  };
}

export const memoryFiles = () => ({
  policy: memoryText("policy.yaml"),
  settings: memoryText("aks-oncall.env"),
  teamsPackage: memoryPackage(),
});

/** The file, in memory; `now` is what a run that starts again reads. */
export function memoryFile(): InstallFile & { now(): Made | null } {
  let kept: string | null = null;
  return {
    write: async (made) => {
      kept = JSON.stringify(made);
    },
    remove: async () => {
      kept = null;
    },
    now: () => (kept === null ? null : JSON.parse(kept)),
  };
}
