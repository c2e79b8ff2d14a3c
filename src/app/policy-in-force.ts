// The policy that decides here, and its version: loaded, read again, written down each time, and compared with what the
// other replicas decide by.
import type { AuditEntry } from "../core/audit/audit-event.ts";
import type { Policy } from "../core/policy/policy.ts";
import type { Clock, PolicyVersion, Store } from "./ports.ts";
import type { Log } from "./services.ts";

/** `version`: the beginning of the SHA-256 of the file's text. */
export type LoadedPolicy = Readonly<{ policy: Policy; version: string }>;

/** `problems`: one sentence each, with its place in the file. */
export type PolicyRead = Readonly<({ ok: true } & LoadedPolicy) | { ok: false; problems: readonly string[] }>;

type Occasion = "start" | "signal" | "replica";

export type PolicyInForce = Readonly<{
  policy(): Policy;
  version(): string;
  /** Versions of other replicas that differ from this one's, when last looked; usually none. */
  othersDiffer(): readonly string[];
  /** Writes down what was loaded at the start. */
  begin(): Promise<void>;
  /** Reads the file again; one that is not valid never takes effect. */
  reload(): Promise<void>;
  /** Looks at the other replicas; while one has a newer policy, the file is read again each time. */
  compare(): Promise<void>;
}>;

type Needs = Readonly<{
  first: LoadedPolicy;
  read: () => Promise<PolicyRead>;
  store: Pick<Store, "appendAudit" | "setPolicyVersion" | "otherPolicyVersions">;
  clock: Clock;
  log: Log;
}>;

export function policyInForce({ first, read, store, clock, log }: Needs): PolicyInForce {
  let current = first;
  let since = clock.now().toISOString();
  let differing: readonly string[] = [];
  /** What was refused already, so that it is not said again every few seconds. */
  let refused = "";
  const tellOfDiffering = tellingOfDiffering({ store, clock, log });

  /** Written down first: no policy is in force that the trail does not know of. */
  const take = async (loaded: LoadedPolicy, occasion: Occasion) => {
    await store.appendAudit(loadEntry(clock, occasion, loaded));
    current = loaded;
    since = clock.now().toISOString();
    await store.setPolicyVersion({ version: loaded.version, since });
    if (occasion !== "start") log.info("policy reloaded", { version: loaded.version });
  };
  const refuse = async (problems: readonly string[], occasion: Occasion) => {
    log.error("policy not reloaded, the old one stays in force", { version: current.version, problems });
    await store.appendAudit(refusalEntry(clock, occasion, current.version, problems));
  };
  const others = async (): Promise<readonly PolicyVersion[]> =>
    (await store.otherPolicyVersions()).filter(({ version }) => version !== current.version);
  /** Another replica has a newer one: the file may have changed here too, or may do so in a minute. */
  const readAgain = async () => {
    const next = await read();
    const problems = next.ok ? "" : next.problems.join("\n");
    if (next.ok && next.version !== current.version) await take(next, "replica");
    if (!next.ok && problems !== refused) await refuse(next.problems, "replica");
    refused = problems;
  };
  return {
    policy: () => current.policy,
    version: () => current.version,
    othersDiffer: () => differing,
    begin: () => take(first, "start"),
    reload: async () => {
      const next = await read();
      return next.ok ? take(next, "signal") : refuse(next.problems, "signal");
    },
    compare: async () => {
      // Again each time: who was taken for gone lost the row that said it.
      await store.setPolicyVersion({ version: current.version, since });
      if ((await others()).some((each) => each.since > since)) await readAgain();
      differing = [...new Set((await others()).map(({ version }) => version))].sort();
      await tellOfDiffering(current.version, differing);
    },
  };
}

/** Says once that replicas differ, and again only where something else differs. */
function tellingOfDiffering({ store, clock, log }: Pick<Needs, "store" | "clock" | "log">) {
  let told = "";
  return async (version: string, others: readonly string[]): Promise<void> => {
    const state = [version, ...others].join(" ");
    if (others.length > 0 && state !== told) {
      log.warn("replicas decide by different policies", { version, others });
      await store.appendAudit(differEntry(clock, version, others));
    }
    told = state;
  };
}

const entry = (clock: Clock, facts: Pick<AuditEntry, "action" | "outcome" | "detail">): AuditEntry => ({
  ...{ time: clock.now().toISOString(), actor: "system", tenant: null },
  ...{ cluster: null, runId: null, rule: null },
  ...facts,
});

const loadEntry = (clock: Clock, occasion: Occasion, { policy, version }: LoadedPolicy): AuditEntry =>
  entry(clock, {
    action: "policy.load",
    outcome: "succeeded",
    detail: { occasion, policy: version, rules: policy.rules.length },
  });

const refusalEntry = (
  clock: Clock,
  occasion: Occasion,
  version: string,
  problems: readonly string[],
): AuditEntry =>
  entry(clock, {
    action: "policy.load",
    outcome: "refused",
    detail: {
      occasion,
      policy: version,
      problems: problems.length,
      first: (problems[0] ?? "").slice(0, 300),
    },
  });

const differEntry = (clock: Clock, version: string, others: readonly string[]): AuditEntry =>
  entry(clock, {
    action: "policy.differs",
    outcome: "recorded",
    detail: { policy: version, others: others.join(",") },
  });
