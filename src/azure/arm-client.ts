// The SDK clients of one piece of work, as one person: same token, same time budget, same bound on parallel requests.
import { ComputeManagementClient } from "@azure/arm-compute";
import { ContainerServiceClient } from "@azure/arm-containerservice";
import { NetworkManagementClient } from "@azure/arm-network";
import { PrivateDnsManagementClient } from "@azure/arm-privatedns";
import { type PipelinePolicy, RestError } from "@azure/core-rest-pipeline";
import type { RequesterCredential } from "../app/ports.ts";
import { type ArmJson, createArmJson } from "./arm-json.ts";
import type { AzureEnvironment } from "./cloud.ts";
import { type Limiter, limiterOf } from "./request-limit.ts";
import { ThrottledError } from "./throttled-error.ts";
import { asTokenCredential } from "./token-credential.ts";

export type ArmOptions = Readonly<{
  environment: AzureEnvironment;
  /** Version of this product, for the user agent. */
  version: string;
}>;

export type ArmSession = Readonly<{
  clusters(subscriptionId: string): ContainerServiceClient;
  networks(subscriptionId: string): NetworkManagementClient;
  privateDns(subscriptionId: string): PrivateDnsManagementClient;
  machines(subscriptionId: string): ComputeManagementClient;
  json: ArmJson;
  /** Requests that went out so far, retries included. */
  requests(): number;
}>;

/**
 * `ms` is the time that everything may take together. `maxRetries` counts for what the SDK repeats by itself:
 * 429 with `Retry-After`, 5xx, broken connections.
 */
export type Budget = Readonly<{ ms: number; maxRetries: number }>;

/** Pages after the first are fetched by the SDKs without the caller's signal, so the budget is set here for all. */
const budgetPolicy = (signal: AbortSignal): PipelinePolicy => ({
  name: "aksOncallBudget",
  sendRequest: (request, next) => {
    request.abortSignal = signal;
    return next(request);
  },
});

/** The last thing before the wire: the token goes to ARM and nowhere else, whatever a `nextLink` says. */
const sendPolicy = (endpoint: string, limiter: Limiter, onSend: () => void): PipelinePolicy => ({
  name: "aksOncallSend",
  sendRequest: (request, next) => {
    if (new URL(request.url).origin !== new URL(endpoint).origin)
      throw new RestError("A link in Azure's answer leads to another host; it was not followed.", {
        code: "ForeignLink",
      });
    return limiter(() => {
      if (request.abortSignal?.aborted !== true) onSend();
      return next(request);
    });
  },
});

/** Waits that fit are the SDK's business; one that does not is said at once. */
const throttlePolicy = (deadline: number): PipelinePolicy => ({
  name: "aksOncallThrottle",
  sendRequest: async (request, next) => {
    const response = await next(request);
    const seconds = response.status === 429 ? Number(response.headers.get("retry-after")) : 0;
    if (seconds > 0 && performance.now() + seconds * 1000 > deadline) throw new ThrottledError(seconds);
    return response;
  },
});

const clientOptions = (options: ArmOptions, budget: Budget, limiter: Limiter, onSend: () => void) => {
  const { armEndpoint, armScope } = options.environment;
  return {
    endpoint: armEndpoint,
    credentials: { scopes: [armScope] },
    userAgentOptions: { userAgentPrefix: `aks-oncall/${options.version}` },
    retryOptions: { maxRetries: budget.maxRetries, retryDelayInMs: 250 },
    additionalPolicies: [
      { policy: budgetPolicy(AbortSignal.timeout(budget.ms)), position: "perCall" as const },
      { policy: throttlePolicy(performance.now() + budget.ms), position: "perRetry" as const },
      { policy: sendPolicy(armEndpoint, limiter, onSend), position: "perRetry" as const },
    ],
  };
};

/** One client for each subscription. */
const memoize = <T>(make: (subscriptionId: string) => T): ((subscriptionId: string) => T) => {
  const made = new Map<string, T>();
  return (subscriptionId) => {
    const client = made.get(subscriptionId) ?? make(subscriptionId);
    made.set(subscriptionId, client);
    return client;
  };
};

export const openArmSession = (options: ArmOptions, as: RequesterCredential, budget: Budget): ArmSession => {
  const credential = asTokenCredential(as, "arm");
  let sent = 0;
  const settings = clientOptions(options, budget, limiterOf(as.requester), () => {
    sent += 1;
  });
  // JSON reads name their subscription in the path or need none, so this client needs none either.
  const { pipeline } = new ContainerServiceClient(credential, settings);
  return {
    clusters: memoize((id) => new ContainerServiceClient(credential, id, settings)),
    networks: memoize((id) => new NetworkManagementClient(credential, id, settings)),
    privateDns: memoize((id) => new PrivateDnsManagementClient(credential, id, settings)),
    machines: memoize((id) => new ComputeManagementClient(credential, id, settings)),
    json: createArmJson(pipeline, options.environment.armEndpoint),
    requests: () => sent,
  };
};
