// What an installation is made of, in its order.
import { readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { examineTenant } from "../app/doctor/examine.ts";
import { packageStep } from "../app/install/package-step.ts";
import { policyStep } from "../app/install/policy-step.ts";
import { settingsStep } from "../app/install/settings-step.ts";
import type { RequesterCredential } from "../app/ports/azure.ts";
import type { PackageFile, Step, TextFile } from "../app/ports/install.ts";
import { operatorLooks } from "../azure/doctor/operator-looks.ts";
import type { AzureEnvironment } from "../azure/entra/cloud.ts";
import { alertRoleStep } from "../azure/install/alert-role.ts";
import { answerPageStep, answerUri } from "../azure/install/answer-page.ts";
import { consentStep } from "../azure/install/consent.ts";
import { deploymentStep } from "../azure/install/deployment.ts";
import { groupsStep } from "../azure/install/groups.ts";
import { identityStep, resourceGroupStep } from "../azure/install/host-group.ts";
import { imageRightStep } from "../azure/install/image-right.ts";
import { placeStep } from "../azure/install/place.ts";
import { principalStep, registrationStep } from "../azure/install/registration.ts";
import { createRequests, type Requests } from "../azure/install/requests.ts";
import { listSubscriptions, listTenants } from "../azure/install/subscriptions.ts";
import { botTrustStep, connectionTrustStep, credentialStep } from "../azure/install/trust.ts";
import type { DoctorLine } from "../core/doctor/line.ts";
import { redirectUris } from "../core/doctor/registration.ts";
import type { Answers } from "../core/install/answers.ts";
import type { Made } from "../core/install/made.ts";
import { Refused, type RefusedWhy } from "../core/install/refused.ts";
import { azureMonitor, wantedPermissions } from "../core/install/registration.ts";
import { connectionName } from "../core/install/trust.ts";
import { policyProblems } from "./policy-file.ts";

/** What `doctor` says of it afterwards, of all that can be read without the product running. */
export function examineInstalled(
  environment: AzureEnvironment,
  as: RequesterCredential,
  made: Made,
): Promise<readonly DoctorLine[]> {
  const { answers, registration } = made;
  const appId = registration?.appId ?? "";
  const apis = wantedPermissions.map((each) => each.appId);
  const looks = operatorLooks({ environment, as, appId, apis, connection: connectionName });
  return examineTenant(looks, {
    ...{ appId, tenantId: answers.tenantId, connection: connectionName, secretHint: null, now: new Date() },
    ...{ redirectUris: [redirectUris.public, answerUri(made)], permissions: wantedPermissions },
    azureMonitor: { appId, callerAppId: azureMonitor.appId },
  });
}

/** Of this release. */
const template = (): Promise<string> =>
  readFile(new URL("../../deploy/azure/template.json", import.meta.url), "utf8");

export type InstallFiles = Readonly<{ policy: TextFile; settings: TextFile; teamsPackage: PackageFile }>;

/** What `install` asks as whoever has signed in. */
export function installation(environment: AzureEnvironment, as: RequesterCredential) {
  const requests = createRequests({ environment, as });
  return {
    steps: (files: InstallFiles) => installSteps(requests, environment, files),
    tenants: () => orRefused(listTenants(requests)),
    subscriptions: () => orRefused(listSubscriptions(requests)),
    /** Why there is no such region, or no such group; null where there is. */
    problemOf: async (question: "region" | "groups", answers: Answers): Promise<RefusedWhy | null> => {
      const step = question === "region" ? placeStep(requests) : groupsStep(requests);
      const looked = await orRefused(step.look({ answers, open: [] }));
      return looked instanceof Refused ? looked.why : null;
    },
  };
}

const orRefused = <T>(asked: Promise<T>): Promise<T | Refused> =>
  asked.catch((error: unknown) => {
    if (error instanceof Refused) return error;
    throw error;
  });

export const installSteps = (
  requests: Requests,
  environment: AzureEnvironment,
  { policy, settings, teamsPackage }: InstallFiles,
  /** Between two looks at what Azure is still making. */
  wait: (milliseconds: number) => Promise<unknown> = pause,
): readonly Step[] => [
  placeStep(requests),
  groupsStep(requests),
  registrationStep(requests),
  principalStep(requests),
  consentStep(requests, environment),
  connectionTrustStep(requests, environment),
  resourceGroupStep(requests, wait),
  identityStep(requests),
  imageRightStep(requests),
  botTrustStep(requests, environment),
  credentialStep(requests),
  policyStep(policy, (text) => policyProblems(policy.name, text)),
  deploymentStep(requests, { template, policy: policy.read }, wait),
  answerPageStep(requests),
  alertRoleStep(requests),
  settingsStep(settings, policy.name),
  packageStep(teamsPackage),
];
