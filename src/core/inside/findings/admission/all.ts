// What is asked before something is written, and what stands behind the API server. A new one is a file and a line here.
import { apiServices } from "./k8s.apiservices.ts";
import { clusterCertificates } from "./k8s.certificates.ts";
import { nodeSigningRequests } from "./k8s.csr.ts";
import { gatekeeper } from "./k8s.gatekeeper.ts";
import { webhookBackends } from "./k8s.webhook-backends.ts";
import { wideWebhooks } from "./k8s.webhooks.ts";

export const admissionFindings = [
  webhookBackends,
  wideWebhooks,
  clusterCertificates,
  apiServices,
  nodeSigningRequests,
  gatekeeper,
] as const;
