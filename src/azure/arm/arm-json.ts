// Reads of ARM for which no SDK package is installed, through an SDK's pipeline: same token, retries and limits.
import {
  createDefaultHttpClient,
  createPipelineRequest,
  type Pipeline,
  type PipelineResponse,
  RestError,
} from "@azure/core-rest-pipeline";
import { z } from "zod";

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
export const createArmJson = (pipeline: Pipeline, endpoint: string): ArmJson => {
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
