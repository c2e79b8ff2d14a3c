// Whatever ARM refuses is read here, once for all SDKs: each of them drops another part of what the body says.
import { type PipelinePolicy, RestError } from "@azure/core-rest-pipeline";
import { parseErrorBody } from "../../core/azure/error-body.ts";
import type { AzureSaid } from "../../core/azure/error-text.ts";
import { tellingCode } from "../../core/azure/refusal.ts";

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
