// OpenTelemetry: the instruments of core/incident/instruments.ts as metrics and traces, sent by OTLP or asked for as
// Prometheus' text. Loaded only where settings want it.
import { createHash, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import {
  type Context,
  DiagLogLevel,
  diag,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from "@opentelemetry/api";
import { OTLPMetricExporter } from "@opentelemetry/exporter-metrics-otlp-http";
import { PrometheusExporter, PrometheusSerializer } from "@opentelemetry/exporter-prometheus";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import {
  detectResources,
  envDetector,
  type Resource,
  resourceFromAttributes,
} from "@opentelemetry/resources";
import { MeterProvider, PeriodicExportingMetricReader } from "@opentelemetry/sdk-metrics";
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  RandomIdGenerator,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from "@opentelemetry/sdk-trace";
import type { Telemetry } from "../app/ports/telemetry.ts";
import { type InstrumentName, instruments, mayBeTold, prefix, setsOf } from "../core/incident/instruments.ts";
import type { NumberName, Samples } from "../core/incident/numbers.ts";
import { currentScope, within } from "./request-scope.ts";

type Attributes = Readonly<Record<string, string>>;

/** `url`: null where none are sent. */
type Sent = Readonly<{ url: string | null; everyMs: number }>;

export type TelemetrySettings = Readonly<{
  /** Of this product. */
  release: string;
  traces: Sent & Readonly<{ share: number }>;
  metrics: Sent;
  /** Whether somebody asks for them as text. */
  text: boolean;
}>;

type Parts = Readonly<{
  /** What stands above each metric. */
  help: Readonly<Record<InstrumentName | NumberName, string>>;
  /** What is counted in the database, at the moment when it is asked for. */
  numbers: () => Promise<Samples>;
  /** Told what the exporters say of themselves. */
  failed: (problem: string) => void;
}>;

export type OpenTelemetry = Telemetry &
  Readonly<{
    /** All metrics in Prometheus' format. */
    text(): Promise<string>;
    /** Sends what is left. */
    stop(): Promise<void>;
  }>;

const scope = "aks-oncall";

/** A collector that does not answer holds up no end. */
const stopMs = 1_000;

/** For one call, with what is counted in the database. */
const longestMs = 30_000;

/** From a cache hit to a diagnosis of a large cluster, in seconds. */
const buckets = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120];

export function openTelemetry(settings: TelemetrySettings, parts: Parts): OpenTelemetry {
  const say = (message: string, ...more: readonly unknown[]) => parts.failed([message, ...more].join(" "));
  const quiet = () => {};
  diag.setLogger(
    { error: say, warn: say, info: quiet, debug: quiet, verbose: quiet },
    { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true },
  );
  const resource = resourceFromAttributes({
    ...{ "service.name": scope, "service.version": settings.release, "service.instance.id": randomUUID() },
  }).merge(detectResources({ detectors: [envDetector] }));
  const metrics = metricsOf(settings, parts, resource);
  const tracing = settings.traces.url === null ? null : tracingOf(settings, resource);
  return {
    count: (name, attributes) => metrics.record(name, attributes, 1),
    during: (work, act, attributes) => {
      const { request = currentScope().request } = work;
      const span = work.untraced ? undefined : tracing?.begin(work.name, request, work.request === undefined);
      const since = performance.now();
      const end = (ended: Parameters<typeof attributes>[0]) => {
        const told = attributes(ended);
        metrics.record(work.name, told, (performance.now() - since) / 1_000);
        span?.end(mayBeTold(work.name, told) ? told : {}, ended.ok);
      };
      return within({ request, ...(span && { span: span.context }) }, act).then(
        (value) => {
          end({ ok: true, value });
          return value;
        },
        (error: unknown) => {
          end({ ok: false, error });
          throw error;
        },
      );
    },
    request: () => currentScope().request,
    text: metrics.text,
    stop: async () => {
      const sent = Promise.all([metrics.stop(), tracing?.stop()]).catch(() => {});
      await Promise.race([sent, sleep(stopMs, null, { ref: false })]);
    },
  };
}

// Metrics.

function metricsOf({ metrics, text }: TelemetrySettings, parts: Parts, resource: Resource) {
  const asked = new PrometheusExporter({ preventServerStart: true });
  const readers = [
    ...(text ? [asked] : []),
    ...(metrics.url === null
      ? []
      : [
          new PeriodicExportingMetricReader({
            exporter: new OTLPMetricExporter({ url: metrics.url }),
            exportIntervalMillis: metrics.everyMs,
            exportTimeoutMillis: Math.min(longestMs, metrics.everyMs),
          }),
        ]),
  ];
  const provider = new MeterProvider({ resource, readers });
  const meter = provider.getMeter(scope);
  const record = Object.fromEntries(
    Object.entries(instruments).map(([name, { kind }]) => {
      const description = parts.help[name as InstrumentName];
      if (kind === "times") {
        const advice = { explicitBucketBoundaries: buckets };
        const histogram = meter.createHistogram(`${prefix}${name}`, { description, advice });
        return [name, (value: number, attributes: Attributes) => histogram.record(value, attributes)];
      }
      const counter = meter.createCounter(`${prefix}${name}`, { description });
      // From nought on, so that the first one is seen as an increase.
      for (const each of setsOf(name as InstrumentName)) counter.add(0, each);
      return [name, (value: number, attributes: Attributes) => counter.add(value, attributes)];
    }),
  );
  observeNumbers(meter, parts);
  // Without what is the same for every metric.
  const serializer = new PrometheusSerializer(undefined, false, undefined, true, true);
  return {
    record: (name: InstrumentName, attributes: Attributes, value: number) => {
      if (mayBeTold(name, attributes)) record[name]?.(value, attributes);
    },
    text: async () => `${serializer.serialize((await asked.collect()).resourceMetrics)}`,
    stop: () => provider.shutdown(),
  };
}

/** One look at the database for all of them. */
function observeNumbers(meter: ReturnType<MeterProvider["getMeter"]>, { help, numbers }: Parts): void {
  const names = Object.keys(help).filter((name): name is NumberName => !(name in instruments));
  const gauges = new Map(
    names.map((name) => [name, meter.createObservableGauge(`${prefix}${name}`, { description: help[name] })]),
  );
  meter.addBatchObservableCallback(
    async (result) => {
      for (const [name, samples] of Object.entries(await numbers())) {
        const gauge = gauges.get(name as NumberName);
        if (gauge !== undefined)
          for (const { labels, value } of samples) result.observe(gauge, value, labels);
      }
    },
    [...gauges.values()],
  );
}

// Traces.

type Begun = Readonly<{ context: object; end(attributes: Attributes, isGood: boolean): void }>;

/** All that is done for one request is one trace, in whichever process: its id is made of the request's. */
const traceIdOf = (request: string): string =>
  createHash("sha256").update(request).digest("hex").slice(0, 32);

function tracingOf({ traces }: TelemetrySettings, resource: Resource) {
  const random = new RandomIdGenerator();
  let next: string | null = null;
  const exporter = new OTLPTraceExporter({ url: traces.url ?? "" });
  const provider = new TracerProvider({
    resource,
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(traces.share) }),
    spanProcessors: [new BatchSpanProcessor({ exporter, scheduledDelayMillis: traces.everyMs })],
    idGenerator: {
      generateSpanId: () => random.generateSpanId(),
      generateTraceId: () => next ?? random.generateTraceId(),
    },
  });
  const tracer = provider.getTracer(scope);
  /** `isPart`: of what is under way. */
  const begin = (name: InstrumentName, request: string | null, isPart: boolean): Begun => {
    const parent = isPart ? currentScope().span : undefined;
    next = request === null ? null : traceIdOf(request);
    const span: Span = tracer.startSpan(
      name.replace(/_duration_seconds$/, ""),
      { kind: SpanKind.INTERNAL, ...(request !== null && { attributes: { request_id: request } }) },
      (parent as Context | undefined) ?? ROOT_CONTEXT,
    );
    next = null;
    return {
      context: trace.setSpan(ROOT_CONTEXT, span),
      end: (attributes, isGood) => {
        span.setAttributes(attributes);
        // What was thrown may hold anything, so it stands in the log alone, where it is masked.
        if (!isGood) span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
      },
    };
  };
  return { begin, stop: () => provider.shutdown() };
}
