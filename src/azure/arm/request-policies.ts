// Where Azure's budget meets the SDKs: each request waits for its turn, and a read that is refused for asking too
// fast waits as told and is asked again, as long as its piece of work has time.
import {
  createHttpHeaders,
  isRestError,
  type PipelinePolicy,
  type PipelineRequest,
  type PipelineResponse,
  RestError,
} from "@azure/core-rest-pipeline";
import type { Telemetry } from "../../app/ports/telemetry.ts";
import type { AttributesOf } from "../../core/incident/instruments.ts";
import { type AzureSaid, parseErrorBody } from "../../core/outcome/error-text.ts";
import { tellingCode } from "../../core/outcome/refusal.ts";
import {
  type ArmBudget,
  type BudgetClock,
  createArmBudget,
  type Errand,
  type RequestKind,
  ThrottledError,
} from "./budget.ts";

const systemClock: BudgetClock = {
  now: () => performance.now(),
  after: (milliseconds, call) => {
    const timer = setTimeout(call, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** One for the whole process: whoever reads ARM here draws on the same buckets. */
export const processBudget: ArmBudget = createArmBudget(systemClock);

const kindOf = ({ method }: PipelineRequest): RequestKind =>
  method === "GET" || method === "HEAD" ? "reads" : method === "DELETE" ? "deletes" : "writes";

const subscriptionIn = ({ url }: PipelineRequest): string | null =>
  /^\/subscriptions\/([^/]+)/i.exec(new URL(url).pathname)?.[1] ?? null;

/** Where Azure refuses without saying for how long, or says "at once": doubled each time. */
const firstWaitMs = 1_000;
const longestWaitMs = 8_000;

const toldWaitMs = (response: PipelineResponse): number | null => {
  const told = response.headers.get("retry-after");
  if (told === undefined) return null;
  const ms = Number.isNaN(Number(told)) ? Date.parse(told) - Date.now() : Number(told) * 1000;
  return ms > 0 ? ms : null;
};

/** How long to wait before asking again; null where that is not what Azure says. */
const waitMs = (response: PipelineResponse, refusals: number): number | null => {
  const told = toldWaitMs(response);
  if (response.status === 429) return told ?? Math.min(firstWaitMs * 2 ** refusals, longestWaitMs);
  return response.status === 503 ? told : null;
};

const leftIn = (response: PipelineResponse, { subscription, kind }: Errand): number | null => {
  const scope = subscription === null ? "tenant" : "subscription";
  const left = response.headers.get(`x-ms-ratelimit-remaining-${scope}-${kind}`);
  return left === undefined || !/^-?\d+$/.test(left) ? null : Number(left);
};

/** `person`: whose bucket it is. The piece of work begins now and ends at `deadline`, in milliseconds of `performance.now`. */
export const budgetPolicy = (budget: ArmBudget, person: string, deadline: number): PipelinePolicy => {
  const since = performance.now();
  return {
    name: "aksOncallBudget",
    sendRequest: async (request, next) => {
      const errand: Errand = {
        person,
        subscription: subscriptionIn(request),
        kind: kindOf(request),
        since,
        deadline,
      };
      for (let refusals = 0; ; refusals += 1) {
        const response = await budget.send(
          errand,
          () => next(request),
          (answer) => ({ left: leftIn(answer, errand), holdMs: waitMs(answer, refusals) ?? 0 }),
        );
        const wait = waitMs(response, refusals);
        // What changes something is sent once, whatever Azure says.
        if (wait === null || errand.kind !== "reads") return response;
        if (performance.now() + wait > deadline) throw new ThrottledError(Math.ceil(wait / 1000));
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    },
  };
};

// What is told of each request.

/** Who reads: somebody who asked, or the bot's own read-only identity. */
export type Principal = AttributesOf<"arm_throttles_total">["principal"];
type Method = AttributesOf<"arm_call_duration_seconds">["method"];

/** Next to the wire: how long Azure takes, without the wait for a turn. */
export const watchPolicy = (telemetry: Telemetry, principal: Principal): PipelinePolicy => ({
  name: "aksOncallWatch",
  sendRequest: (request, next) =>
    telemetry.during(
      { name: "arm_call_duration_seconds" },
      async () => {
        const response = await next(request);
        if (response.status === 429) telemetry.count("arm_throttles_total", { principal, by: "azure" });
        return response;
      },
      (ended) => ({
        ...{ principal, method: request.method as Method },
        status: ended.ok ? String(ended.value.status) : "none",
      }),
    ),
});

/** What was not sent, or not sent again, since Azure asks for a longer wait than there is time. */
export const throttlePolicy = (telemetry: Telemetry, principal: Principal): PipelinePolicy => ({
  name: "aksOncallThrottled",
  sendRequest: async (request, next) => {
    try {
      return await next(request);
    } catch (error) {
      if (error instanceof ThrottledError)
        telemetry.count("arm_throttles_total", { principal, by: "budget" });
      throw error;
    }
  },
});

// An SDK takes a page of a list as a whole or not at all, and hands on neither its text nor the deserialiser of an item.
// So a list call may say in a header of our own which page it wants, or bring an item along to have it parsed alone.

const pageHeader = "x-aks-oncall-page";
const itemHeader = "x-aks-oncall-item";

type Heard = Readonly<{ bodyAsText?: string | null | undefined }>;

/** Every list call of an SDK takes these. */
export type ListOptions = Readonly<{
  requestOptions: { headers: Record<string, string> };
  onResponse: (response: Heard) => void;
}>;

/** `link`: of a further page. `hear` is told the text of the answer. */
export const pageOptions = (link: string | undefined, hear: (text: string) => void): ListOptions => ({
  requestOptions: { headers: link === undefined ? {} : { [pageHeader]: link } },
  onResponse: ({ bodyAsText }) => hear(bodyAsText ?? ""),
});

export const itemOptions = (item: unknown): ListOptions => ({
  requestOptions: { headers: { [itemHeader]: Buffer.from(JSON.stringify(item)).toString("base64") } },
  onResponse: () => undefined,
});

/** Nothing is sent: the answer is the item, in a list of its own. */
const answerWith = (request: PipelineRequest, item: string): PipelineResponse => ({
  request,
  status: 200,
  headers: createHttpHeaders({ "content-type": "application/json" }),
  bodyAsText: `{"value":[${Buffer.from(item, "base64").toString()}]}`,
});

const versionName = "api-version";

/** Some services leave the version out of their links. */
const pageUrl = (link: string, firstPage: string): string => {
  const url = new URL(link, firstPage);
  const version = new URL(firstPage).searchParams.get(versionName);
  if (version !== null && !url.searchParams.has(versionName)) url.searchParams.set(versionName, version);
  return url.toString();
};

/** Before anything else: no header of these leaves the process. */
export const listPolicy: PipelinePolicy = {
  name: "aksOncallList",
  sendRequest: (request, next) => {
    const [page, item] = [request.headers.get(pageHeader), request.headers.get(itemHeader)];
    request.headers.delete(pageHeader);
    request.headers.delete(itemHeader);
    if (item !== undefined) return Promise.resolve(answerWith(request, item));
    if (page !== undefined) request.url = pageUrl(page, request.url);
    return next(request);
  },
};

// Reads that are asked again in a client that repeats nothing by itself: how an operation goes is asked many times, and
// what began it is sent once.

const firstReadAgainMs = 250;

/** No answer at all, or one of a service that has trouble. */
const mayPass = (error: unknown): boolean =>
  isRestError(error) && (error.statusCode === undefined || error.statusCode >= 500);

/** Stands outside of what makes an error of a refusal. */
export const readAgainPolicy = (times: number): PipelinePolicy => ({
  name: "aksOncallReadAgain",
  sendRequest: async (request, next) => {
    for (let failures = 0; ; failures += 1) {
      try {
        return await next(request);
      } catch (error) {
        if (request.method !== "GET" || failures >= times || !mayPass(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, firstReadAgainMs * 2 ** failures));
      }
    }
  },
});

// Whatever ARM refuses is read here, once for all SDKs: each of them drops another part of what the body says.

const oneLine = (said: AzureSaid): AzureSaid =>
  typeof said === "string" ? said.replace(/\s+/g, " ") : { policy: said.policy.replace(/\s+/g, " ") };

/** Stands outside of retries and challenges: what arrives here is refused for good. Sentences stand one on a line. */
export const refusalPolicy: PipelinePolicy = {
  name: "aksOncallRefusal",
  sendRequest: async (request, next) => {
    const response = await next(request);
    if (response.status < 400) return response;
    const { codes, said } = parseErrorBody(response.bodyAsText);
    const lines = said.map(oneLine);
    const error = new RestError(lines.filter((line) => typeof line === "string").join("\n"), {
      statusCode: response.status,
      code: tellingCode(codes, response.status),
      request,
      response,
    });
    throw Object.assign(error, { said: lines });
  },
};

/** What the body said, in its own order; of an error that an SDK made by itself, its text. */
export const saidBy = (error: RestError & Readonly<{ said?: readonly AzureSaid[] }>): readonly AzureSaid[] =>
  error.said ?? error.message.split("\n");
