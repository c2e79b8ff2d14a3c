// The settings that say who is told how the product does.
import { telemetryContradictions, telemetryOf, telemetrySchema } from "../../src/config/telemetry.ts";

const read = (given: Readonly<Record<string, string>>) => telemetryOf(telemetrySchema.parse(given));
const collector = "http://127.0.0.1:4318";
const [old, fresh] = ["the-old-one-of-twenty", "the-new-one-of-twenty"];

test("nobody is told anything until it is said", () => {
  expect(read({})).toEqual({
    door: null,
    traces: { url: null, everyMs: 5_000, share: 1 },
    metrics: { url: null, everyMs: 60_000 },
  });
});

test("the port for Prometheus is this machine's own, unless it is said otherwise", () => {
  expect(read({ METRICS_PORT: "9464" }).door).toEqual({ port: 9464, host: "127.0.0.1", tokens: null });
  const open = { METRICS_PORT: "9464", METRICS_HOST: "0.0.0.0", METRICS_TOKEN: `${old}, ${fresh}` };
  expect(read(open).door).toEqual({ port: 9464, host: "0.0.0.0", tokens: [old, fresh] });
});

/** As opentelemetry.io documents them: one address has a path for each signal, a signal's own is taken as it is. */
test.each<[Readonly<Record<string, string>>, traces: string | null, metrics: string | null]>([
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: collector }, `${collector}/v1/traces`, `${collector}/v1/metrics`],
  [
    { OTEL_EXPORTER_OTLP_ENDPOINT: `${collector}/all/` },
    `${collector}/all/v1/traces`,
    `${collector}/all/v1/metrics`,
  ],
  [{ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${collector}/t` }, `${collector}/t`, null],
  [{ OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: `${collector}/m` }, null, `${collector}/m`],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: collector, OTEL_TRACES_EXPORTER: "none" }, null, `${collector}/v1/metrics`],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: collector, OTEL_METRICS_EXPORTER: "none" }, `${collector}/v1/traces`, null],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: collector, OTEL_SDK_DISABLED: "true" }, null, null],
])("%j", (given, traces, metrics) => {
  const config = read(given);
  expect([config.traces.url, config.metrics.url]).toEqual([traces, metrics]);
});

test("a share of the traces is sent where the sampler takes one", () => {
  const share = (more: Readonly<Record<string, string>>) =>
    read({ OTEL_EXPORTER_OTLP_ENDPOINT: collector, ...more }).traces.share;
  expect(share({ OTEL_TRACES_SAMPLER_ARG: "0.1" })).toBe(1);
  expect(share({ OTEL_TRACES_SAMPLER: "parentbased_traceidratio", OTEL_TRACES_SAMPLER_ARG: "0.1" })).toBe(
    0.1,
  );
});

test.each<[Readonly<Record<string, string>>, RegExp]>([
  [{ METRICS_PORT: "tcp://10.0.0.1:80" }, /whole number/],
  [{ METRICS_TOKEN: "hunter2" }, /at least 20/],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: "collector:4318" }, /http/],
  [{ OTEL_EXPORTER_OTLP_PROTOCOL: "grpc" }, /http\/json/],
  [{ OTEL_TRACES_SAMPLER: "always_off" }, /parentbased/],
  [{ OTEL_TRACES_SAMPLER_ARG: "2" }, /from 0 to 1/],
])("%j is refused", (given, words) => {
  const parsed = telemetrySchema.safeParse(given);
  expect(parsed.success ? "" : parsed.error.issues.map(({ message }) => message).join()).toMatch(words);
});

test.each<[Readonly<Record<string, string>>, readonly string[]]>([
  [{}, []],
  [{ METRICS_PORT: "9464" }, []],
  [{ METRICS_PORT: "9464", METRICS_HOST: "localhost" }, []],
  [{ METRICS_PORT: "9464", METRICS_HOST: "0.0.0.0", METRICS_TOKEN: old }, []],
  [{ METRICS_PORT: "9464", METRICS_HOST: "0.0.0.0" }, ["METRICS_TOKEN"]],
  [{ METRICS_PORT: "9464", METRICS_HOST: "127.example.com" }, ["METRICS_TOKEN"]],
  [{ METRICS_TOKEN: old }, ["METRICS_TOKEN"]],
  [{ METRICS_HOST: "0.0.0.0" }, ["METRICS_HOST"]],
  [{ METRICS_PORT: "3978" }, ["METRICS_PORT"]],
  [{ METRICS_PORT: "9464", PORT: "9464" }, ["METRICS_PORT"]],
])("%j contradicts itself in %j", (given, settings) => {
  expect(telemetryContradictions(given).map(({ setting }) => setting)).toEqual(settings);
});
