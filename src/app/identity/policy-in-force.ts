// The policy that decides here, and its version: loaded, read again, written down each time, and compared with what the
// other replicas decide by.

import type { AuditEntry } from "../../core/audit/audit-event.ts";
import type { Policy, RefusedPolicy } from "../../core/policy/policy.ts";
import type { Clock, Log } from "../ports/services.ts";
import type { PolicyVersion, Store } from "../ports/store.ts";

// What the trail says of the policy that decides here.

/** `file`: it was seen to have changed. */
type Occasion = "start" | "signal" | "replica" | "file";

const entry = (clock: Clock, facts: Pick<AuditEntry, "action" | "outcome" | "detail">): AuditEntry => ({
  ...{ time: clock.now().toISOString(), actor: "system", tenant: null },
  ...{ cluster: null, runId: null, rule: null },
  ...facts,
});

const loadEntry = (
  clock: Clock,
  occasion: Occasion,
  { policy, version }: Readonly<{ policy: Policy; version: string }>,
): AuditEntry =>
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

/** `version`: the beginning of the SHA-256 of the file's text. */
export type LoadedPolicy = Readonly<{ policy: Policy; version: string }>;

/** `problems`: one sentence each, with its place in the file. */
export type PolicyRead = Readonly<({ ok: true } & LoadedPolicy) | { ok: false; problems: readonly string[] }>;

export type PolicyInForce = Readonly<{
  policy(): Policy;
  version(): string;
  /** Versions of other replicas that differ from this one's, when last looked; usually none. */
  othersDiffer(): readonly string[];
  /** What the file holds now, where that is not valid and so not in force. */
  refused(): RefusedPolicy | null;
  /** Writes down what was loaded at the start. */
  begin(): Promise<void>;
  /** Reads the file again; one that is not valid never takes effect. */
  reload(): Promise<void>;
  /**
   * Looks at the file and at the other replicas: the file is read again once it has changed and stays as it is from one
   * look to the next, and each time while a replica has a newer policy.
   */
  compare(): Promise<void>;
}>;

type Needs = Readonly<{
  first: LoadedPolicy;
  read: () => Promise<PolicyRead>;
  /** Tells one state of the file from another, without reading it. */
  look: () => Promise<string>;
  store: Pick<Store, "appendAudit" | "setPolicyVersion" | "otherPolicyVersions">;
  clock: Clock;
  log: Log;
}>;

export function policyInForce({ first, read, look, store, clock, log }: Needs): PolicyInForce {
  let current = first;
  let since = clock.now().toISOString();
  let differing: readonly string[] = [];
  const tellOfDiffering = tellingOfDiffering({ store, clock, log });
  const refusal = refusing({ store, clock, log });
  const file = lookingAt(look);

  /** Written down first: no policy is in force that the trail does not know of. */
  const take = async (loaded: LoadedPolicy, occasion: Occasion) => {
    await store.appendAudit(loadEntry(clock, occasion, loaded));
    current = loaded;
    since = clock.now().toISOString();
    await store.setPolicyVersion({ version: loaded.version, since });
    if (occasion !== "start") log.info("policy reloaded", { version: loaded.version });
  };
  const others = async (): Promise<readonly PolicyVersion[]> =>
    (await store.otherPolicyVersions()).filter(({ version }) => version !== current.version);
  /** Says nothing where nothing is new. */
  const readAgain = async (occasion: Occasion) => {
    const next = await read();
    if (!next.ok) return refusal.say(next.problems, occasion, current.version);
    refusal.over();
    if (next.version !== current.version) await take(next, occasion);
  };
  return {
    policy: () => current.policy,
    version: () => current.version,
    othersDiffer: () => differing,
    refused: refusal.now,
    begin: () => take(first, "start"),
    reload: async () => {
      const next = await read();
      refusal.over();
      return next.ok ? take(next, "signal") : refusal.say(next.problems, "signal", current.version);
    },
    compare: async () => {
      // Again each time: who was taken for gone lost the row that said it.
      await store.setPolicyVersion({ version: current.version, since });
      const { isSteady, hasChanged } = await file.seen();
      // Another replica has a newer one: the file may have changed here too, or may do so in a minute.
      const isOlder = (await others()).some((each) => each.since > since);
      if (isSteady && (isOlder || hasChanged)) await readAgain(isOlder ? "replica" : "file");
      file.wasDealtWith();
      differing = [...new Set((await others()).map(({ version }) => version))].sort();
      await tellOfDiffering(current.version, differing);
    },
  };
}

/** A file that is being written is another at each look: it is steady, and read, once it stays as it is. */
function lookingAt(look: Needs["look"]) {
  let [before, seen, dealtWith] = ["", "", ""];
  return {
    seen: async (): Promise<Readonly<{ isSteady: boolean; hasChanged: boolean }>> => {
      before = seen;
      seen = await look();
      return { isSteady: seen === before, hasChanged: seen === before && seen !== dealtWith };
    },
    /** Not said where reading it failed, so that it is read at the next look. */
    wasDealtWith: () => {
      if (seen === before) dealtWith = seen;
    },
  };
}

/** Says once what is wrong with a file, and again only where something else is. */
function refusing({ store, clock, log }: Pick<Needs, "store" | "clock" | "log">) {
  let refused: readonly string[] = [];
  return {
    now: (): RefusedPolicy | null => {
      const [first] = refused;
      return first === undefined ? null : { problems: refused.length, first };
    },
    over: () => {
      refused = [];
    },
    say: async (problems: readonly string[], occasion: Occasion, version: string): Promise<void> => {
      if (problems.join() === refused.join()) return;
      log.error("policy not reloaded, the old one stays in force", { version, problems });
      await store.appendAudit(refusalEntry(clock, occasion, version, problems));
      refused = problems;
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
