// An SDK takes a page of a list as a whole or not at all, and hands on neither its text nor the deserialiser of an item.
// So a list call may say in a header of our own which page it wants, or bring an item along to have it parsed alone.
import {
  createHttpHeaders,
  type PipelinePolicy,
  type PipelineRequest,
  type PipelineResponse,
} from "@azure/core-rest-pipeline";

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
