// `GET /metrics`: for a monitoring system, on a port of its own, so that what stands before Teams' door never leads there.
import { hasSecret } from "./alerts.ts";
import { type HttpRoute, unauthorized } from "./http.ts";

/** `tokens`: null where whoever reaches the port may read. `text`: all metrics in Prometheus' format. */
export const metricsRoute = (tokens: readonly string[] | null, text: () => Promise<string>): HttpRoute => ({
  ...{ method: "get", path: "/metrics" },
  answer: async (request) =>
    tokens === null || hasSecret(request, tokens)
      ? { status: 200, body: await text(), type: "text/plain; version=0.0.4; charset=utf-8" }
      : unauthorized("the token for metrics is missing or wrong"),
});
