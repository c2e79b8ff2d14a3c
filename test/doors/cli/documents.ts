// The JSON documents as docs/cli-json.md describes them, strictly: a field too many is a change of the contract.

import { z } from "zod";
import type { FactId } from "../../../src/core/diagnosis/fact.ts";
import { causeRuleNames } from "../../../src/core/diagnosis/precedence.ts";
import { factIds } from "../../../src/core/diagnosis/read-fact.ts";
import { verdictRuleNames } from "../../../src/core/diagnosis/verdict-rules.ts";
import { secretKinds } from "../../../src/core/redact/span.ts";

/** What a way is made of, from where it starts to where it ends. */
const things = [
  "you",
  "start",
  "nodes",
  "bastion",
  "jumpHost",
  "name",
  "dnsServer",
  "rules",
  "route",
  "peering",
  "network",
  "appliance",
  "firewall",
  "connection",
  "circuit",
  "gateway",
  "wayOut",
  "ranges",
  "apiServer",
  "internet",
] as const;

const fix = z.strictObject({
  commands: z.array(z.string().regex(/ --subscription |^(?:az login|kubectl) /)).min(1),
  risk: z.string(),
  disruptive: z.boolean(),
  role: z.string(),
});

const cluster = z.strictObject({ id: z.string().startsWith("/subscriptions/"), name: z.string() });
const arm = z.strictObject({ requests: z.int().min(1), levels: z.int().min(1), ms: z.number() });

const need = z.strictObject({ action: z.string(), scope: z.string() });

const links = {
  source: z
    .string()
    .startsWith("https://")
    .optional()
    .describe("the public page that says why it is the rule"),
  page: z
    .string()
    .startsWith("https://")
    .optional()
    .describe("the finding's own page, where DOCS_URL is set"),
};

const check = z.strictObject({
  id: z.string(),
  title: z.string(),
  severity: z.enum(["critical", "high", "medium", "low", "info"]),
  status: z.enum(["pass", "warn", "fail", "notAssessed", "notApplicable", "notConfigured"]),
  summary: z.string(),
  ...links,
  resourceId: z.string().optional(),
  evidence: z.array(z.string()).optional(),
  advice: z.literal(true).optional(),
  explainedBy: z.string().optional(),
  requirement: z.string().optional().describe("the one that it stops or leaves open, where a walk tells it"),
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

const step = z
  .strictObject({
    component: z.strictObject({
      kind: z.string(),
      name: z.string(),
      id: z.string().nullable().describe("null for what Azure has no resource for, such as a system route"),
    }),
    does: z.enum(things).describe("what it is on the way"),
    state: z.enum(["passes", "stops", "unknown"]),
    rule: z.string().optional().describe("the rule that decided"),
    why: z.string().describe("one sentence"),
    readFrom: z.string().nullable().describe("the resource that was read for it; null where Azure has none"),
    reason: z.looseObject({ is: z.string() }).describe("the same as data"),
    because: z
      .enum(["noRight", "noAnswer", "notAsked", "notModelled", "notShown", "inNoNetwork"])
      .optional()
      .describe("of an unknown step: why it is open; noRight: Azure refused it, and named what is in needs"),
    needs: z.array(need).describe("of an unknown step: the rights that would settle it"),
  })
  .describe("a component that the packet, or the question for a name, meets");
const end = z.enum(["delivered", "stopped", "unknown"]);
const requirement = z.strictObject({
  id: z.enum([
    ..."nodes.api api.nodes nodes.nodes pods.dns nodes.services nodes.dns".split(" "),
    ..."nodes.egress people.api gateway.api bastion.jump".split(" "),
  ]),
  title: z.string(),
  for: z.enum(["cluster", "people", "workloads"]),
  state: end,
  walks: z.array(
    z.strictObject({
      from: z.string(),
      to: z.string().describe("a name, or an address with a service"),
      service: z.string().nullable().describe("TCP 443; null: a question for a name"),
      port: z.int().nullable(),
      state: end,
      steps: z.array(step).min(1),
    }),
  ),
});

const repair = fix
  .extend({
    what: z.string().describe("one sentence"),
    proved: z.boolean().describe("the repaired network was walked"),
    changes: z
      .array(z.string())
      .describe("requirements that end otherwise then: people.api: stopped → delivered"),
  })
  .describe("one change that is needed, in the order in which it is");

const way = z
  .strictObject({
    decides: z.boolean().describe("the verdict hangs on it; else it is the requester's own access path"),
    parts: z.array(
      z.strictObject({
        thing: z.enum(things),
        name: z.string(),
        state: z.enum(["passes", "stops", "unknown", "notReached"]),
      }),
    ),
  })
  .describe("the strip that cards draw");

const change = z.strictObject({ time: z.string(), what: z.string() });

const verdict = z.enum(["healthy", "degraded", "broken", "unknown"]);

const failing = z
  .strictObject({
    namespace: z.string(),
    pod: z.string(),
    container: z.string(),
    why: z.string().describe("as Kubernetes calls it, such as CrashLoopBackOff"),
    restarts: z.int(),
    end: z.strictObject({ code: z.int(), why: z.string() }).nullable().describe("how it ended before"),
    said: z.string().describe("its last words, masked"),
    more: z.int().describe("so many other pods fail"),
    hasPreviousLog: z.boolean(),
    summary: z.string(),
  })
  .describe("the pod to look at first, with its worst container");

const inside = z
  .strictObject({
    is: z.enum(["reachableAndWell", "reachableWithFaults", "reachableNotAllSeen", "notLookedInside"]),
    why: z.string().optional().describe("why nobody looked"),
    faults: z
      .array(z.string())
      .optional()
      .describe("ids of the checks that fail by themselves, the first to name first"),
    follows: z.int().optional().describe("so many more follow from something else"),
    unread: z.array(z.string()).optional().describe("ids of the checks that could not be judged"),
    failing: failing.optional(),
    way: verdict.describe("of the way alone"),
    summary: z.string().describe("one sentence"),
  })
  .describe("what stands inside the cluster");

const names = z.array(z.string());
const works = z.enum(["workloads", "nodes"]).nullable().describe("what is known to work all the same");
const impact = z
  .discriminatedUnion("on", [
    z.strictObject({
      on: z.literal("apiServer"),
      cannot: z.enum(["exist", "run", "answer", "beReady", "getAddress", "beReached"]),
      works,
    }),
    z.strictObject({
      on: z.literal("nodes"),
      which: z.strictObject({
        is: z.enum(["all", "system", "some", "pools", "subnets", "nodes"]),
        names: names.optional(),
      }),
      cannot: z.string(),
      works,
    }),
    z.strictObject({
      on: z.literal("pods"),
      which: z.strictObject({
        is: z.enum(["all", "some", "pools", "subnets", "namespaces"]),
        names: names.optional(),
      }),
      cannot: z.string(),
      works,
    }),
    z.strictObject({ on: z.literal("operations"), cannot: z.string(), works }),
    z.strictObject({
      on: z.literal("people"),
      at: names.describe("networks and connections, where it is known which"),
      over: z.string().nullable().describe("the access path, where it is one that only some use"),
      everyone: z.boolean(),
      works,
    }),
    z.strictObject({
      on: z.literal("requester"),
      from: z.strictObject({
        ip: z.string().optional(),
        virtualNetwork: z.string().optional(),
        stands: z.string().optional(),
      }),
      cannot: z.string(),
      works,
    }),
  ])
  .describe("who is hurt, what they cannot do, and what still works");

export const diagnosisDocument = z
  .strictObject({
    schema: z.literal("aks-oncall/diagnosis/v1"),
    cluster,
    verdict,
    headline: z
      .enum([
        ..."reachable well wrongInside degraded broken unknown stopped outside".split(" "),
        ..."cutOff".split(" "),
      ])
      .describe("the verdict, unless something simpler says it better"),
    decidedBy: z
      .strictObject({ verdict: z.enum(verdictRuleNames), cause: z.enum(causeRuleNames).nullable() })
      .describe("the rules that decided; cause is null where no cause is named"),
    summary: z.string().describe("one sentence, the cause first"),
    impact: impact.nullable().describe("who is hurt; null where nobody is, or nobody knows"),
    inside: inside.optional(),
    rootCause: z
      .strictObject({
        check: z.string().describe("a check's id"),
        requirement: z.string().optional().describe("the one that it stops, where a walk has met it"),
        summary: z.string(),
        ...links,
        confidence: z.enum(["certain", "likely"]),
        resourceId: z.string().optional(),
        changed: change.optional(),
        alsoChanged: z.array(change).min(1).max(3).optional(),
        fix: fix.optional(),
        repairs: z.array(repair),
        thenAlso: z
          .array(
            z.strictObject({
              check: z.string(),
              requirement: z.string().optional(),
              summary: z.string(),
              resourceId: z.string().optional(),
            }),
          )
          .describe("what is left to mend besides, in the order in which it is met"),
      })
      .nullable(),
    outside: z
      .strictObject({ ip: z.string(), mayBeLearned: z.boolean(), entries: z.array(z.string()) })
      .optional()
      .describe("the address that was told, where nothing near the cluster holds it"),
    fact: z
      .looseObject({ of: z.enum(factIds as [FactId, ...FactId[]]), is: z.string(), summary: z.string() })
      .optional()
      .describe("the fact of the cluster that was asked for, with its values and its sentence"),
    clientTest: z
      .strictObject({ lines: z.array(z.string()), windows: z.array(z.string()) })
      .optional()
      .describe("what to run where the requester is; on Windows, what stands for curl and nc"),
    shown: z
      .array(z.looseObject({ is: z.string() }))
      .optional()
      .describe("what the requester's own test has shown, the furthest first"),
    way: way.nullable(),
    requirements: z.array(requirement),
    limits: z
      .array(z.strictObject({ what: z.string(), who: z.string(), tell: z.string() }))
      .describe("what Azure cannot show: who can look, and the line that shows it from the client's side"),
    checks: z.array(check).min(1),
    accessPaths: z.array(accessPath),
    arm,
  })
  .describe("What `aks-oncall diagnose -o json` prints. Within a version fields may be added.");

export const accessDocument = z.strictObject({
  schema: z.literal("aks-oncall/access/v1"),
  cluster,
  allowed: z
    .strictObject({
      of: z.string(),
      is: z.enum(["yes", "partly", "no", "unknown"]),
      why: z.string(),
      ranges: z.array(z.string()).optional(),
      parts: z.array(z.string()).optional(),
      ips: z.array(z.string()).optional(),
      network: z.string().optional(),
      mayBeMore: z.boolean().optional(),
      mayBeLearned: z.boolean().optional(),
      summary: z.string(),
    })
    .optional(),
  summary: z.string(),
  accessPaths: z.array(accessPath),
  arm,
});

export const failureDocument = z.strictObject({
  schema: z.literal("aks-oncall/failure/v1"),
  code: z.string(),
  reason: z.string(),
});

const place = { namespace: z.string().nullable(), allNamespaces: z.boolean() };

const accepted = {
  line: z.string(),
  ok: z.literal(true),
  tool: z.enum(["kubectl", "helm"]),
  verb: z.string(),
  resources: z.array(z.string()),
  subresource: z.string().optional(),
  ...place,
  risks: z.array(z.string()),
};

const write = z.strictObject({
  verb: z.enum(["create", "update", "patch", "delete", "*"]),
  resource: z.string(),
  ...place,
  names: z.array(z.string()),
});

export const explanationLine = z.union([
  z.strictObject({ ...accepted, access: z.literal("read") }),
  z.strictObject({ ...accepted, access: z.literal("write"), writes: z.array(write).min(1) }),
  z.strictObject({ line: z.string(), ok: z.literal(false), code: z.string(), reason: z.string() }),
]);

export const maskDocument = z.strictObject({
  schema: z.literal("aks-oncall/mask/v1"),
  command: z.string().nullable(),
  text: z.string(),
  masked: z.int(),
  kinds: z.partialRecord(z.enum(secretKinds), z.int().min(1)),
  leftOut: z.int(),
});

export const understandingLine = z.strictObject({
  schema: z.literal("aks-oncall/understand/v1"),
  line: z.string(),
  reading: z.string(),
  cluster: z.string().nullable(),
  by: z.enum(["line", "spokenOf", "only"]).nullable(),
  argv: z.array(z.string()).nullable(),
  buttons: z.array(z.strictObject({ cluster: z.string(), command: z.string().optional() })),
  suggestions: z.array(z.string()),
  ...{ command: z.string().optional(), asks: z.string().optional(), asksOf: z.string().optional() },
  ...{ written: z.string().optional(), code: z.string().optional(), reason: z.string().optional() },
  client: z.record(z.string(), z.unknown()).optional(),
  withoutInside: z.literal(true).optional(),
  lacks: z.string().optional(),
  look: z.string().optional(),
  wants: z.string().optional(),
  more: z.int().optional(),
  unread: z.array(z.string()).optional(),
  topic: z.string().optional(),
});

export const policyCheckDocument = z.strictObject({
  schema: z.literal("aks-oncall/policy-check/v1"),
  file: z.string(),
  valid: z.boolean(),
  problems: z.array(z.strictObject({ line: z.int(), column: z.int(), message: z.string() })),
});

const approval = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("requester"), minutes: z.int() }),
  z.strictObject({
    by: z.literal("others"),
    count: z.int(),
    groups: z.array(z.string()).min(1),
    minutes: z.int(),
    escalate: z.strictObject({ afterMinutes: z.int(), groups: z.array(z.string()).min(1) }).optional(),
    runAs: z.literal("approver").optional(),
  }),
]);

const outcome = z.discriminatedUnion("effect", [
  z.strictObject({ effect: z.literal("deny") }),
  z.strictObject({
    effect: z.literal("allow"),
    show: z.enum(["thread", "personal"]),
    unmasked: z.boolean(),
    approval: approval.optional(),
  }),
]);
const labels = z.array(z.string()).min(1).optional();

export const policyDiffDocument = z.strictObject({
  schema: z.literal("aks-oncall/policy-diff/v1"),
  changes: z.array(
    z.strictObject({
      kind: z.enum(["diagnose", "diagnose-inside", "watch", "run", "change", "fix", "mode"]),
      ...{ names: labels, namespaces: labels, hours: labels, incident: labels, emergency: labels },
      ...{
        withoutEntra: labels,
        tags: labels,
        clusters: labels,
        resources: labels,
        verbs: labels,
        groups: labels,
      },
      before: outcome,
      after: outcome,
    }),
  ),
});

const decided = {
  ...{ schema: z.literal("aks-oncall/decision/v1"), cluster: z.string(), asked: z.string() },
  groups: z.array(z.strictObject({ id: z.string(), name: z.string().optional() })).min(1),
};

export const decisionDocument = z.discriminatedUnion("effect", [
  z.strictObject({
    ...decided,
    effect: z.literal("allow"),
    rule: z.string(),
    show: z.enum(["thread", "personal"]),
    showBy: z.string().optional(),
    unmasked: z.boolean(),
    approval: approval.optional(),
    breakGlass: z.literal(true).optional(),
  }),
  z.strictObject({
    ...decided,
    effect: z.literal("deny"),
    rule: z.string().nullable(),
    reason: z.string(),
    wouldAllow: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  }),
]);

export const clustersDocument = z.strictObject({
  schema: z.literal("aks-oncall/clusters/v1"),
  clusters: z.array(
    z.strictObject({
      ...{ id: z.string(), name: z.string(), resourceGroup: z.string(), subscriptionId: z.string() },
      ...{ location: z.string(), powerState: z.string(), private: z.boolean() },
      ...{ version: z.string().optional(), apiNames: z.array(z.string()).optional() },
      supportPlan: z.string().optional(),
      support: z.strictObject({ is: z.enum(["until", "ended"]), date: z.string() }).optional(),
    }),
  ),
  incomplete: z.string().optional(),
});

export const storePrepareDocument = z.strictObject({
  schema: z.literal("aks-oncall/store-prepare/v1"),
  ok: z.literal(true),
});

const verified = {
  ok: z.literal(true),
  sealed: z.int(),
  signedUpTo: z.int(),
  unsealed: z.int(),
  oldestUnsealed: z.string().optional(),
  head: z.strictObject({ seq: z.int(), hash: z.string().length(64) }),
  removed: z.strictObject({ seq: z.int(), hash: z.string().length(64), before: z.iso.datetime() }).optional(),
  unknownKeys: z.strictObject({ keys: z.array(z.string().length(32)).min(1), upTo: z.int() }).optional(),
  heads: z.int(),
  headUpTo: z.int(),
};
const notVerified = { ok: z.literal(false), atSeq: z.int(), reason: z.string() };
const ofReport = z.strictObject({
  state: z.enum(["unchanged", "changed", "unsigned", "unknownKey"]),
  ...{ key: z.string().optional(), head: z.strictObject({ seq: z.int(), hash: z.string() }).optional() },
  headStands: z.enum(["yes", "no", "removed"]).optional(),
});
const ofVerify = { schema: z.literal("aks-oncall/audit-verify/v1") };

export const auditVerifyDocument = z.discriminatedUnion("ok", [
  z.strictObject({ ...ofVerify, ...verified, report: ofReport.optional() }),
  z.strictObject({ ...ofVerify, ...notVerified, report: ofReport.optional() }),
]);

export const auditTimelineDocument = z.strictObject({
  schema: z.literal("aks-oncall/audit-timeline/v1"),
  id: z.string(),
  rows: z
    .array(
      z.strictObject({
        ...{
          id: z.string(),
          rowId: z.int(),
          time: z.string(),
          actor: z.string(),
          tenant: z.string().nullable(),
        },
        ...{ action: z.string(), outcome: z.string(), cluster: z.string().nullable() },
        ...{ runId: z.string().nullable(), rule: z.string().nullable() },
        detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
        ...{ seq: z.int().nullable(), previousHash: z.string().nullable(), hash: z.string().nullable() },
        ...{ key: z.string().nullable(), signature: z.string().nullable() },
        standing: z.enum(["proven", "unproven", "unsealed"]),
      }),
    )
    .min(1),
  trail: z.discriminatedUnion("ok", [z.strictObject(verified), z.strictObject(notVerified)]),
});

export const doctorDocument = z.strictObject({
  schema: z.literal("aks-oncall/doctor/v1"),
  ...{ right: z.number(), wrong: z.number(), unknown: z.number() },
  lines: z.array(
    z.strictObject({
      ...{ check: z.string(), state: z.enum(["right", "wrong", "unknown"]), what: z.string() },
      ...{
        found: z.string(),
        expected: z.string(),
        who: z.string().optional(),
        command: z.string().optional(),
      },
    }),
  ),
});
