// The JSON documents as docs/cli.md describes them, strictly: a field too many is a change of the contract.
import { z } from "zod";

const fix = z.strictObject({
  commands: z.array(z.string().includes("--subscription")).min(1),
  risk: z.string(),
  disruptive: z.boolean(),
  role: z.string(),
});

const cluster = z.strictObject({ id: z.string().startsWith("/subscriptions/"), name: z.string() });
const arm = z.strictObject({ requests: z.int().min(1), levels: z.int().min(1), ms: z.number() });

const need = z.strictObject({ action: z.string(), scope: z.string() });

const check = z.strictObject({
  id: z.string(),
  title: z.string(),
  severity: z.enum(["critical", "high", "medium", "low", "info"]),
  status: z.enum(["pass", "warn", "fail", "notAssessed", "notApplicable", "notConfigured"]),
  summary: z.string(),
  resourceId: z.string().optional(),
  evidence: z.array(z.string()).optional(),
  advice: z.literal(true).optional(),
  explainedBy: z.string().optional(),
  needs: z.array(need).optional(),
  fix: fix.optional(),
});

const accessPath = z.strictObject({
  id: z.string().regex(/^P\d\d$/),
  title: z.string(),
  state: z.enum(["available", "probable", "blocked", "notConfigured"]),
  reason: z.string(),
  blockedBy: z.array(z.string()),
  unconfirmed: z.array(z.string()),
  rank: z.int().optional(),
  steps: z.array(z.string()),
});

const step = z.strictObject({
  component: z.strictObject({ kind: z.string(), name: z.string(), id: z.string().nullable() }),
  state: z.enum(["passes", "stops", "unknown"]),
  reason: z.looseObject({ is: z.string() }),
  needs: z.array(need),
});
const end = z.enum(["delivered", "stopped", "unknown"]);
const requirement = z.strictObject({
  id: z.string(),
  for: z.enum(["cluster", "people"]),
  end,
  walks: z.array(
    z.strictObject({
      from: z.string(),
      to: z.string(),
      service: z.string().nullable(),
      trace: z.strictObject({ end, steps: z.array(step).min(1) }),
    }),
  ),
});

export const diagnosisDocument = z.strictObject({
  schema: z.literal("aks-oncall/diagnosis/v1"),
  cluster,
  verdict: z.enum(["healthy", "degraded", "broken", "unknown"]),
  summary: z.string(),
  rootCause: z
    .strictObject({
      check: z.string(),
      summary: z.string(),
      confidence: z.enum(["certain", "likely"]),
      resourceId: z.string().optional(),
      changed: z.strictObject({ time: z.string(), what: z.string() }).optional(),
      fix: fix.optional(),
    })
    .nullable(),
  alsoBroken: z.array(z.string()),
  requirements: z.array(requirement),
  checks: z.array(check).min(1),
  accessPaths: z.array(accessPath),
  arm,
});

export const accessDocument = z.strictObject({
  schema: z.literal("aks-oncall/access/v1"),
  cluster,
  summary: z.string(),
  accessPaths: z.array(accessPath),
  arm,
});

export const failureDocument = z.strictObject({
  schema: z.literal("aks-oncall/failure/v1"),
  code: z.string(),
  reason: z.string(),
});

export const explanationLine = z.discriminatedUnion("ok", [
  z.strictObject({
    line: z.string(),
    ok: z.literal(true),
    tool: z.literal("kubectl"),
    verb: z.string(),
    resources: z.array(z.string()),
    subresource: z.string().optional(),
    namespace: z.string().nullable(),
    allNamespaces: z.boolean(),
    access: z.enum(["read", "write"]),
    risks: z.array(z.string()),
  }),
  z.strictObject({ line: z.string(), ok: z.literal(false), code: z.string(), reason: z.string() }),
]);

export const policyCheckDocument = z.strictObject({
  schema: z.literal("aks-oncall/policy-check/v1"),
  file: z.string(),
  valid: z.boolean(),
  problems: z.array(z.strictObject({ line: z.int(), column: z.int(), message: z.string() })),
});

const decided = { schema: z.literal("aks-oncall/decision/v1"), cluster: z.string(), asked: z.string() };

export const decisionDocument = z.discriminatedUnion("effect", [
  z.strictObject({
    ...decided,
    effect: z.literal("allow"),
    rule: z.string(),
    show: z.enum(["thread", "personal"]),
    unmasked: z.boolean(),
  }),
  z.strictObject({
    ...decided,
    effect: z.literal("deny"),
    rule: z.string().nullable(),
    reason: z.string(),
    wouldAllow: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  }),
]);

export const storePrepareDocument = z.strictObject({
  schema: z.literal("aks-oncall/store-prepare/v1"),
  ok: z.literal(true),
});

const verified = { schema: z.literal("aks-oncall/audit-verify/v1") };

export const auditVerifyDocument = z.discriminatedUnion("ok", [
  z.strictObject({
    ...verified,
    ok: z.literal(true),
    sealed: z.int(),
    signedUpTo: z.int(),
    unsealed: z.int(),
    oldestUnsealed: z.string().optional(),
    head: z.strictObject({ seq: z.int(), hash: z.string().length(64) }),
    removed: z
      .strictObject({ seq: z.int(), hash: z.string().length(64), before: z.iso.datetime().nullable() })
      .optional(),
    keylessUpTo: z.int().optional(),
    unknownKeys: z.strictObject({ keys: z.array(z.string().length(32)).min(1), upTo: z.int() }).optional(),
    heads: z.int(),
  }),
  z.strictObject({ ...verified, ok: z.literal(false), atSeq: z.int(), reason: z.string() }),
]);
