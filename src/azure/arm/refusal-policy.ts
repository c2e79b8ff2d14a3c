// Whatever ARM refuses is read here, once for all SDKs: each of them drops another part of what the body says.
import { type PipelinePolicy, RestError } from "@azure/core-rest-pipeline";
import { parseErrorBody } from "../../core/azure/error-body.ts";
import { tellingCode } from "../../core/azure/refusal.ts";

/** Stands outside of retries and challenges: what arrives here is refused for good. Sentences stand one on a line. */
export const refusalPolicy: PipelinePolicy = {
  name: "aksOncallRefusal",
  sendRequest: async (request, next) => {
    const response = await next(request);
    if (response.status < 400) return response;
    const { codes, sentences } = parseErrorBody(response.bodyAsText);
    throw new RestError(sentences.map((each) => each.replace(/\s+/g, " ")).join("\n"), {
      statusCode: response.status,
      code: tellingCode(codes, response.status),
      request,
      response,
    });
  },
};
