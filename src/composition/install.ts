// What an installation is made of, in its order.
import type { Step } from "../app/ports/install.ts";
import type { AzureEnvironment } from "../azure/entra/cloud.ts";
import { alertRoleStep } from "../azure/install/alert-role.ts";
import { consentStep } from "../azure/install/consent.ts";
import { groupsStep } from "../azure/install/groups.ts";
import { principalStep, registrationStep } from "../azure/install/registration.ts";
import type { Requests } from "../azure/install/requests.ts";
import { botTrustStep, connectionTrustStep } from "../azure/install/trust.ts";

export const installSteps = (requests: Requests, environment: AzureEnvironment): readonly Step[] => [
  groupsStep(requests),
  registrationStep(requests),
  principalStep(requests),
  consentStep(requests, environment),
  connectionTrustStep(requests, environment),
  botTrustStep(requests, environment),
  alertRoleStep(requests),
];
