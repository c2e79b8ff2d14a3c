// The API server and who asks it. A new one is a file beside this and a line here.
import { aksCommand } from "./k8s.aks-command.ts";
import { apiEndpoint } from "./k8s.api-endpoint.ts";
import { apiReady } from "./k8s.api-ready.ts";
import { canI } from "./k8s.can-i.ts";
import { kubectlVersion } from "./k8s.version.ts";
import { whoAmI } from "./k8s.whoami.ts";

export const controlPlaneFindings = [
  apiReady,
  kubectlVersion,
  whoAmI,
  canI,
  apiEndpoint,
  aksCommand,
] as const;
