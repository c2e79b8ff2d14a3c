// The settings that say who is told how the product does: the port for Prometheus, and OpenTelemetry's own variables
// (opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables). Its exporter reads further ones by itself:
// headers, time limit, compression and certificates of OTEL_EXPORTER_OTLP_…, and what it is told about the process
// (OTEL_SERVICE_NAME, OTEL_RESOURCE_ATTRIBUTES).
import { z } from "zod";
import { secrets } from "./alerts.ts";
import { problemOf, type SettingProblem } from "./problem.ts";

const port = { error: "must be a whole number from 0 to 65535" };
const milliseconds = { error: "must be a whole number of milliseconds, at least 1" };
const share = { error: "must be a number from 0 to 1" };
const address = z.url({ protocol: /^https?$/, error: "must be an http:// or https:// address" });
const every = (usual: number) =>
  z.coerce.number(milliseconds).int(milliseconds).min(1, milliseconds).default(usual);
const exporter = z.enum(["otlp", "none"], { error: "must be otlp or none" }).default("otlp");
const samplers = ["parentbased_always_on", "parentbased_traceidratio"] as const;

export const telemetrySchema = z.object({
  METRICS_PORT: z.coerce.number(port).int(port).min(0, port).max(65_535, port).optional(),
  METRICS_HOST: z.string().default("127.0.0.1"),
  METRICS_TOKEN: secrets,
  OTEL_SDK_DISABLED: z.enum(["true", "false"], { error: "must be true or false" }).default("false"),
  OTEL_EXPORTER_OTLP_ENDPOINT: address.optional(),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: address.optional(),
  OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: address.optional(),
  OTEL_EXPORTER_OTLP_PROTOCOL: z
    .literal("http/json", { error: "must be http/json, which is all that is sent" })
    .optional(),
  OTEL_TRACES_EXPORTER: exporter,
  OTEL_METRICS_EXPORTER: exporter,
  OTEL_METRIC_EXPORT_INTERVAL: every(60_000),
  OTEL_BSP_SCHEDULE_DELAY: every(5_000),
  OTEL_TRACES_SAMPLER: z
    .enum(samplers, { error: `must be one of ${samplers.join(", ")}` })
    .default("parentbased_always_on"),
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number(share).min(0, share).max(1, share).default(1),
});

type Environment = z.infer<typeof telemetrySchema>;

/** `url`: null where none are sent. */
type Sent = Readonly<{ url: string | null; everyMs: number }>;

export type TelemetryConfig = Readonly<{
  /** Where Prometheus may ask; null: nowhere. `tokens`: one of them is asked for; null where none is. */
  door: Readonly<{ port: number; host: string; tokens: readonly string[] | null }> | null;
  traces: Sent & Readonly<{ share: number }>;
  metrics: Sent;
}>;

export function telemetryOf(env: Environment): TelemetryConfig {
  const isOff = env.OTEL_SDK_DISABLED === "true";
  const to = (own: string | undefined, signal: "traces" | "metrics"): string | null => {
    const all = env.OTEL_EXPORTER_OTLP_ENDPOINT?.replace(/\/+$/, "");
    const exported = signal === "traces" ? env.OTEL_TRACES_EXPORTER : env.OTEL_METRICS_EXPORTER;
    if (isOff || exported === "none") return null;
    return own ?? (all === undefined ? null : `${all}/v1/${signal}`);
  };
  const isShare = env.OTEL_TRACES_SAMPLER === "parentbased_traceidratio";
  return {
    door:
      env.METRICS_PORT === undefined
        ? null
        : { port: env.METRICS_PORT, host: env.METRICS_HOST, tokens: env.METRICS_TOKEN ?? null },
    traces: {
      url: to(env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT, "traces"),
      everyMs: env.OTEL_BSP_SCHEDULE_DELAY,
      share: isShare ? env.OTEL_TRACES_SAMPLER_ARG : 1,
    },
    metrics: {
      url: to(env.OTEL_EXPORTER_OTLP_METRICS_ENDPOINT, "metrics"),
      everyMs: env.OTEL_METRIC_EXPORT_INTERVAL,
    },
  };
}

const own = /^(127(\.\d{1,3}){3}|::1|localhost)$/;

export function telemetryContradictions(
  given: Readonly<Record<string, string | undefined>>,
): readonly SettingProblem[] {
  const { METRICS_PORT: metrics, METRICS_HOST: host = "127.0.0.1", METRICS_TOKEN: token, PORT: port } = given;
  if (metrics === undefined) {
    const set = (["METRICS_HOST", "METRICS_TOKEN"] as const).find((name) => given[name] !== undefined);
    return set === undefined
      ? []
      : [problemOf(set, `${set} is set, and METRICS_PORT is not`, "set both, or neither")];
  }
  return [
    ...(metrics === (port ?? "3978") && metrics !== "0"
      ? [problemOf("METRICS_PORT", "METRICS_PORT is PORT", "metrics have a port of their own")]
      : []),
    ...(!own.test(host) && token === undefined
      ? [
          problemOf(
            "METRICS_TOKEN",
            "METRICS_TOKEN is not set",
            "where METRICS_HOST lets other machines ask, they have to prove who they are",
          ),
        ]
      : []),
  ];
}
