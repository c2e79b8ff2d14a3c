// The SDK clients of one piece of work, as one person: same token, same time, same budget.
import { ComputeManagementClient } from "@azure/arm-compute";
import { ContainerServiceClient } from "@azure/arm-containerservice";
import { NetworkManagementClient } from "@azure/arm-network";
import { PrivateDnsManagementClient } from "@azure/arm-privatedns";
import {
  createDefaultHttpClient,
  createPipelineRequest,
  type Pipeline,
  type PipelinePolicy,
  type PipelineResponse,
  RestError,
} from "@azure/core-rest-pipeline";
import { z } from "zod";
import { type AzureReader, whoReads } from "../../app/ports/azure.ts";
import type { Telemetry } from "../../app/ports/telemetry.ts";
import type { RunFailure } from "../../core/run/failure.ts";
import type { AzureEnvironment } from "../entra/cloud.ts";
import { asTokenCredential } from "../entra/token-credential.ts";
import type { ArmBudget } from "./budget.ts";
import {
  budgetPolicy,
  listPolicy,
  type Principal,
  processBudget,
  readAgainPolicy,
  refusalPolicy,
  throttlePolicy,
  watchPolicy,
} from "./request-policies.ts";

// Reads of ARM for which no SDK package is installed, through an SDK's pipeline: same token, retries and limits.

export type ArmJson = Readonly<{
  /** All items of a list, each parsed by `item`. Follows `nextLink`; `query` is encoded here. */
  list<T>(
    path: string,
    apiVersion: string,
    item: z.ZodType<T>,
    query?: Readonly<Record<string, string>>,
  ): Promise<readonly T[]>;
  /** The first page of a list that may be endless; `query` is encoded here. */
  firstPage<T>(
    path: string,
    apiVersion: string,
    item: z.ZodType<T>,
    query: Readonly<Record<string, string>>,
  ): Promise<readonly T[]>;
  /** A list that is asked for by POST although nothing is changed; further pages by the token of the last. */
  listByPost<T>(path: string, apiVersion: string, item: z.ZodType<T>): Promise<readonly T[]>;
  get<T>(path: string, apiVersion: string, schema: z.ZodType<T>): Promise<T>;
}>;

const pageWithToken = z.object({ value: z.array(z.unknown()).nullish(), skipToken: z.string().nullish() });
const page = z.object({ value: z.array(z.unknown()), nextLink: z.string().nullish() });
const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** What ARM refuses, the pipeline throws; other answers than 200 are none to a read. */
const unexpected = (response: PipelineResponse): RestError =>
  new RestError(`Unexpected status code: ${response.status}`, {
    statusCode: response.status,
    response,
    request: response.request,
  });

/** Throws what an SDK client would throw: a RestError, or an error where the body is nothing that was expected. */
const createArmJson = (pipeline: Pipeline, endpoint: string): ArmJson => {
  const http = createDefaultHttpClient();
  // An id in a path stays in its path, whatever it holds.
  const urlOf = (path: string) => `${endpoint}${path.split("/").map(encodeURIComponent).join("/")}`;
  const send = async (url: string, posted?: object): Promise<unknown> => {
    const request = createPipelineRequest({ url });
    if (posted !== undefined) {
      request.method = "POST";
      request.headers.set("content-type", "application/json");
      request.body = JSON.stringify(posted);
    }
    const response = await pipeline.sendRequest(http, request);
    const body = parseJson(response.bodyAsText ?? "");
    if (response.status !== 200) throw unexpected(response);
    return body;
  };
  return {
    async list(path, apiVersion, item, query = {}) {
      const items: unknown[] = [];
      const parameters = new URLSearchParams({ "api-version": apiVersion, ...query });
      let url: string | null | undefined = `${urlOf(path)}?${parameters}`;
      while (url) {
        const { value, nextLink } = page.parse(await send(url));
        items.push(...value);
        url = nextLink;
      }
      return items.map((each) => item.parse(each));
    },
    async firstPage(path, apiVersion, item, query) {
      const parameters = new URLSearchParams({ "api-version": apiVersion, ...query });
      const { value } = page.parse(await send(`${urlOf(path)}?${parameters}`));
      return value.map((each) => item.parse(each));
    },
    async listByPost(path, apiVersion, item) {
      const items: unknown[] = [];
      let token: string | null | undefined = "";
      while (token !== null && token !== undefined) {
        const query = token === "" ? {} : { skipToken: token };
        const answer = pageWithToken.parse(await send(`${urlOf(path)}?api-version=${apiVersion}`, query));
        items.push(...(answer.value ?? []));
        token = answer.skipToken === "" ? null : answer.skipToken;
      }
      return items.map((each) => item.parse(each));
    },
    async get(path, apiVersion, schema) {
      return schema.parse(await send(`${urlOf(path)}?api-version=${apiVersion}`));
    },
  };
};

export type ArmOptions = Readonly<{
  environment: AzureEnvironment;
  /** Version of this product, for the user agent. */
  version: string;
  /** Left out: nobody is told of requests. */
  telemetry?: Telemetry | undefined;
  /** Left out: the one that the whole process shares. */
  budget?: ArmBudget;
}>;

/** Thrown where `whyNotNow` gave a reason: nothing left this process. No RestError, so that no SDK retries it. */
export class WithheldError extends Error {
  readonly failure: RunFailure;
  constructor(failure: RunFailure) {
    super(failure.code);
    this.failure = failure;
  }
}

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
 * `ms` is the time that everything may take together. `maxRetries` counts for what the SDK repeats by itself: 5xx,
 * broken connections; `readsAgain` for reads alone, beside what is sent once. `whyNotNow` has the last word, asked when nothing is left to wait for.
 */
type Terms = Readonly<{
  ms: number;
  maxRetries: number;
  readsAgain?: number;
  whyNotNow?: () => Promise<RunFailure | null>;
}>;

/** Pages after the first are fetched by the SDKs without the caller's signal, so the time is set here for all. */
const deadlinePolicy = (signal: AbortSignal): PipelinePolicy => ({
  name: "aksOncallDeadline",
  sendRequest: (request, next) => {
    request.abortSignal = signal;
    return next(request);
  },
});

/** The last thing before the wire: the token goes to ARM and nowhere else, whatever a `nextLink` says. */
const sendPolicy = (endpoint: string, { whyNotNow }: Terms, onSend: () => void): PipelinePolicy => ({
  name: "aksOncallSend",
  sendRequest: async (request, next) => {
    if (new URL(request.url).origin !== new URL(endpoint).origin)
      throw new RestError("A link in Azure's answer leads to another host; it was not followed.", {
        code: "ForeignLink",
      });
    const refusal = (await whyNotNow?.()) ?? null;
    if (refusal !== null) throw new WithheldError(refusal);
    if (request.abortSignal?.aborted !== true) onSend();
    return next(request);
  },
});

const clientOptions = (options: ArmOptions, as: AzureReader, terms: Terms, onSend: () => void) => {
  const { telemetry } = options;
  const { armEndpoint, armScope } = options.environment;
  const { tenantId, objectId } = whoReads(as);
  const person = `${armEndpoint}/${tenantId}/${objectId}`.toLowerCase();
  const budget = budgetPolicy(options.budget ?? processBudget, person, performance.now() + terms.ms);
  const told = (policy: (telemetry: Telemetry, principal: Principal) => PipelinePolicy) =>
    telemetry === undefined
      ? []
      : [
          {
            policy: policy(telemetry, "reader" in as ? "identity" : "person"),
            position: "perRetry" as const,
          },
        ];
  return {
    endpoint: armEndpoint,
    credentials: { scopes: [armScope] },
    userAgentOptions: { userAgentPrefix: `aks-oncall/${options.version}` },
    retryOptions: { maxRetries: terms.maxRetries, retryDelayInMs: 250 },
    additionalPolicies: [
      { policy: listPolicy, position: "perCall" as const },
      { policy: readAgainPolicy(terms.readsAgain ?? 0), position: "perCall" as const },
      { policy: refusalPolicy, position: "perCall" as const },
      { policy: deadlinePolicy(AbortSignal.timeout(terms.ms)), position: "perCall" as const },
      ...told(throttlePolicy),
      { policy: budget, position: "perRetry" as const },
      { policy: sendPolicy(armEndpoint, terms, onSend), position: "perRetry" as const },
      ...told(watchPolicy),
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

export const openArmSession = (options: ArmOptions, as: AzureReader, terms: Terms): ArmSession => {
  const credential = asTokenCredential(as, "arm");
  let sent = 0;
  const settings = clientOptions(options, as, terms, () => {
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
