// Where OpenTelemetry's exporter sends to (opentelemetry.io/docs/specs/otlp, OTLP/HTTP with JSON), as far as a test has to read it.
import { createServer } from "node:http";

type Json = Record<string, unknown>;
type Attributes = Readonly<Record<string, unknown>>;
type Value = Readonly<{
  stringValue?: string;
  intValue?: number | string;
  doubleValue?: number;
  boolValue?: boolean;
}>;
type Pairs = readonly Readonly<{ key: string; value: Value }>[];

/** One series as it was sent last. `value`: of a histogram, how many were measured. */
export type Point = Readonly<{ name: string; attributes: Attributes; value: number }>;
export type SentSpan = Readonly<{
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  attributes: Attributes;
  status: Json;
  events: readonly Json[];
}>;

type Sent = Readonly<{
  attributes?: Pairs;
  asInt?: number | string;
  asDouble?: number;
  count?: number | string;
}>;
type Metric = Readonly<
  { name: string } & Partial<Record<"sum" | "gauge" | "histogram", { dataPoints: Sent[] }>>
>;
type Scope<Name extends string, Of> = Readonly<Record<Name, readonly Of[]>>;
type Resource<Name extends string, Of> = Readonly<
  { resource: { attributes: Pairs } } & Record<Name, readonly Of[]>
>;
type MetricsBody = Readonly<{
  resourceMetrics: readonly Resource<"scopeMetrics", Scope<"metrics", Metric>>[];
}>;
type SpanBody = Omit<SentSpan, "attributes"> & Readonly<{ attributes: Pairs }>;
type TracesBody = Readonly<{ resourceSpans: readonly Resource<"scopeSpans", Scope<"spans", SpanBody>>[] }>;

const plain = (pairs: Pairs = []): Attributes =>
  Object.fromEntries(pairs.map(({ key, value }) => [key, Object.values(value)[0]]));

export type OtlpReceiver = Readonly<{
  url: string;
  /** Every series, as it was sent last. */
  points(): readonly Point[];
  spans(): readonly SentSpan[];
  /** What was said of the process. */
  resource(): Attributes;
  close(): Promise<void>;
}>;

export async function startOtlpReceiver(): Promise<OtlpReceiver> {
  const points = new Map<string, Point>();
  const spans: SentSpan[] = [];
  let resource: Attributes = {};
  const take = (path: string, body: unknown): boolean => {
    if (path === "/v1/metrics") {
      for (const { resource: of, scopeMetrics } of (body as MetricsBody).resourceMetrics) {
        resource = plain(of.attributes);
        for (const { metrics } of scopeMetrics) {
          for (const { name, sum, gauge, histogram } of metrics) {
            for (const each of (sum ?? gauge ?? histogram)?.dataPoints ?? []) {
              const attributes = plain(each.attributes);
              const value = Number(each.asInt ?? each.asDouble ?? each.count);
              points.set(`${name}${JSON.stringify(attributes)}`, { name, attributes, value });
            }
          }
        }
      }
      return true;
    }
    if (path !== "/v1/traces") return false;
    for (const { scopeSpans } of (body as TracesBody).resourceSpans)
      for (const { spans: all } of scopeSpans)
        spans.push(...all.map((span) => ({ ...span, attributes: plain(span.attributes) })));
    return true;
  };
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request) text += chunk;
    const isJson = request.headers["content-type"] === "application/json";
    const isTaken = request.method === "POST" && isJson && take(request.url ?? "", JSON.parse(text));
    response.writeHead(isTaken ? 200 : 400, { "content-type": "application/json" });
    response.end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    points: () => [...points.values()],
    spans: () => spans,
    resource: () => resource,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
