// Reads that are asked again in a client that repeats nothing by itself: how an operation goes is asked many times, and
// what began it is sent once.
import { isRestError, type PipelinePolicy } from "@azure/core-rest-pipeline";

const firstWaitMs = 250;

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
        await new Promise((resolve) => setTimeout(resolve, firstWaitMs * 2 ** failures));
      }
    }
  },
});
