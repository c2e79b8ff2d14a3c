// The settings that say how long things are kept; a part of `config.ts`.
import { z } from "zod";

const days = z.coerce
  .number({ error: "must be a whole number of days" })
  .int("must be a whole number of days")
  .min(1, "must be at least 1 day");

export const retentionSchema = z.object({
  RETENTION_OUTPUT_DAYS: days.default(30),
  RETENTION_AUDIT_DAYS: days.default(365),
});

type RetentionSettings = z.infer<typeof retentionSchema>;

/** In days: outputs, diagnoses and conversations that are not used; the audit trail. */
export type Retention = Readonly<{ outputDays: number; auditDays: number }>;

export const retentionOf = (env: RetentionSettings): Retention => ({
  outputDays: env.RETENTION_OUTPUT_DAYS,
  auditDays: env.RETENTION_AUDIT_DAYS,
});

/** An output without the audit entries that led to it would prove nothing. */
export const retentionContradictions = (env: RetentionSettings): readonly string[] =>
  env.RETENTION_AUDIT_DAYS < env.RETENTION_OUTPUT_DAYS
    ? [
        `RETENTION_AUDIT_DAYS is ${env.RETENTION_AUDIT_DAYS} and RETENTION_OUTPUT_DAYS is ${env.RETENTION_OUTPUT_DAYS}: keep the audit trail at least as long as outputs.`,
      ]
    : [];
