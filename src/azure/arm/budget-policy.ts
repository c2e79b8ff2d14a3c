// Where Azure's budget meets the SDKs: each request waits for its turn, and a read that is refused for asking too
// fast waits as told and is asked again, as long as its piece of work has time.
import type { PipelinePolicy, PipelineRequest, PipelineResponse } from "@azure/core-rest-pipeline";
import {
  type ArmBudget,
  type BudgetClock,
  createArmBudget,
  type Errand,
  type RequestKind,
} from "./budget.ts";
import { ThrottledError } from "./throttled-error.ts";

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
