// The policy that decides: every load is written down with its version, a broken file never takes effect, and replicas
// that decide by different ones say so.
import { type PolicyRead, policyInForce } from "../../../src/app/identity/policy-in-force.ts";
import type { PolicyVersion } from "../../../src/app/ports/store.ts";
import type { AuditEntry } from "../../../src/core/audit/audit-event.ts";
import { parsePolicy } from "../../../src/core/policy/parse-policy.ts";

const text = (rules: number) =>
  [
    "version: 1",
    "groups: { oncall: 5e0d3c9a-71b4-4d28-8f6e-c3a9b2e41d70 }",
    "rules:",
    ...Array.from(
      { length: rules },
      (_, index) =>
        `  - { id: r-${index}, effect: allow, groups: [oncall], clusters: ["*"], diagnose: true, show: thread }`,
    ),
  ].join("\n");

function loaded(version: string, rules = 1) {
  const parsed = parsePolicy(text(rules));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return { policy: parsed.policy, version };
}

/** One replica: its file as it is now, and the others as the database knows them. */
function replica(file: { read: PolicyRead; looks?: string }, others: { now: PolicyVersion[] }) {
  const audit: AuditEntry[] = [];
  const said: PolicyVersion[] = [];
  const logged: string[] = [];
  const failing = { audit: false };
  let reads = 0;
  let seconds = 0;
  const log = (message: string) => void logged.push(message);
  const policy = policyInForce({
    first: loaded("aaa", 2),
    read: async () => {
      reads += 1;
      return file.read;
    },
    look: async () => file.looks ?? "as ever",
    store: {
      appendAudit: async (entry) => {
        if (failing.audit) throw new Error("no database");
        audit.push(entry);
      },
      setPolicyVersion: async (version) => void said.push(version),
      otherPolicyVersions: async () => others.now,
    },
    clock: { now: () => new Date(Date.UTC(2026, 10, 25, 3, 0, seconds++)), sleep: async () => {} },
    log: { info: log, warn: log, error: log },
  });
  const trail = () => audit.map(({ action, outcome, detail }) => ({ action, outcome, ...detail }));
  return { policy, trail, said, logged, failing, reads: () => reads };
}

const later = (version: string): PolicyVersion => ({ version, since: "2026-11-25T04:00:00.000Z" });
const earlier = (version: string): PolicyVersion => ({ version, since: "2026-11-25T02:00:00.000Z" });
const good = (version: string): PolicyRead => ({ ok: true, ...loaded(version) });
const bad: PolicyRead = {
  ok: false,
  problems: ["policy.yaml:3:1 no such key.", "policy.yaml:4:1 no such rule."],
};

test("what is loaded at the start is written down, and told to the others", async () => {
  const { policy, trail, said } = replica({ read: bad }, { now: [] });
  await policy.begin();
  expect(trail()).toEqual([
    { action: "policy.load", outcome: "succeeded", occasion: "start", policy: "aaa", rules: 2 },
  ]);
  expect(said).toMatchObject([{ version: "aaa" }]);
});

describe("read again at a signal", () => {
  test("a valid file takes effect, and is written down", async () => {
    const { policy, trail, said } = replica({ read: good("bbb") }, { now: [] });
    await policy.reload();
    expect([policy.version(), policy.policy().rules.length]).toEqual(["bbb", 1]);
    expect(trail()).toEqual([
      { action: "policy.load", outcome: "succeeded", occasion: "signal", policy: "bbb", rules: 1 },
    ]);
    expect(said).toMatchObject([{ version: "bbb" }]);
  });

  test("is not in force before it is written down", async () => {
    const { policy, failing } = replica({ read: good("bbb") }, { now: [] });
    failing.audit = true;
    await expect(policy.reload()).rejects.toThrow("no database");
    expect(policy.version()).toBe("aaa");
  });

  test("a broken one never does: the old one stays, and the refusal is written down", async () => {
    const { policy, trail, logged } = replica({ read: bad }, { now: [] });
    await policy.reload();
    expect([policy.version(), policy.policy().rules.length]).toEqual(["aaa", 2]);
    expect(trail()).toEqual([
      {
        ...{ action: "policy.load", outcome: "refused", occasion: "signal", policy: "aaa" },
        ...{ problems: 2, first: "policy.yaml:3:1 no such key." },
      },
    ]);
    expect(logged).toEqual(["policy not reloaded, the old one stays in force"]);
  });
});

describe("read again when its file has changed", () => {
  /** Looked at so often, that a file which stays as it is was read. */
  const looked = async (policy: ReturnType<typeof replica>["policy"]) => {
    await policy.compare();
    await policy.compare();
  };

  test("a valid one takes effect, and is written down", async () => {
    const file = { read: good("aaa"), looks: "1" };
    const { policy, trail, reads } = replica(file, { now: [] });
    await looked(policy);
    expect([trail(), policy.version()]).toEqual([[], "aaa"]);
    Object.assign(file, { read: good("bbb"), looks: "2" });
    await looked(policy);
    expect([policy.version(), policy.refused()]).toEqual(["bbb", null]);
    expect(trail()).toEqual([
      { action: "policy.load", outcome: "succeeded", occasion: "file", policy: "bbb", rules: 1 },
    ]);
    const before = reads();
    await looked(policy);
    expect(reads()).toBe(before);
  });

  test("one that is still being written is not read", async () => {
    const file = { read: bad, looks: "1" };
    const { policy, reads } = replica(file, { now: [] });
    for (const looks of ["1", "2", "3", "4"]) {
      file.looks = looks;
      await policy.compare();
    }
    expect(reads()).toBe(0);
  });

  test("a broken one is refused once and told as long as it is there", async () => {
    const file: { read: PolicyRead; looks: string } = { read: bad, looks: "1" };
    const { policy, trail, logged } = replica(file, { now: [] });
    await looked(policy);
    file.looks = "2";
    await looked(policy);
    expect(policy.refused()).toEqual({ problems: 2, first: "policy.yaml:3:1 no such key." });
    expect(policy.version()).toBe("aaa");
    expect(trail()).toMatchObject([
      { action: "policy.load", outcome: "refused", occasion: "file", policy: "aaa" },
    ]);
    expect(logged).toEqual(["policy not reloaded, the old one stays in force"]);
    Object.assign(file, { read: { ok: false, problems: ["policy.yaml:9:1 another."] }, looks: "3" });
    await looked(policy);
    expect([policy.refused()?.problems, trail().length]).toEqual([1, 2]);
  });

  test("put back to the one in force, nothing is refused any more and nothing is said", async () => {
    const file = { read: bad, looks: "1" };
    const { policy, trail } = replica(file, { now: [] });
    await looked(policy);
    Object.assign(file, { read: good("aaa"), looks: "2" });
    await looked(policy);
    expect([policy.refused(), policy.version(), trail().length]).toEqual([null, "aaa", 1]);
  });

  test("what a signal has refused is not refused again, and a signal that helps ends it", async () => {
    const file: { read: PolicyRead; looks: string } = { read: bad, looks: "1" };
    const { policy, trail } = replica(file, { now: [] });
    await policy.reload();
    await looked(policy);
    expect(trail()).toHaveLength(1);
    file.read = good("bbb");
    await policy.reload();
    expect(policy.refused()).toBeNull();
  });

  test("where it could not be written down it is read again at the next look", async () => {
    const file = { read: good("bbb"), looks: "1" };
    const { policy, failing } = replica(file, { now: [] });
    failing.audit = true;
    await policy.compare();
    await expect(policy.compare()).rejects.toThrow("no database");
    failing.audit = false;
    await policy.compare();
    expect(policy.version()).toBe("bbb");
  });
});

describe("compared with the other replicas", () => {
  test("all alike: nothing is read and nothing said", async () => {
    const one = replica({ read: bad }, { now: [later("aaa"), earlier("aaa")] });
    await one.policy.compare();
    expect([one.reads(), one.trail(), one.logged, one.policy.othersDiffer()]).toEqual([0, [], [], []]);
  });

  test("one has a newer policy: the file is read again, and then they are alike", async () => {
    const file = { read: good("aaa") };
    const others: { now: PolicyVersion[] } = { now: [] };
    const one = replica(file, others);
    await one.policy.compare();
    await one.policy.compare();
    // No look at the file tells that it has changed.
    file.read = good("bbb");
    others.now = [later("bbb")];
    await one.policy.compare();
    expect(one.policy.version()).toBe("bbb");
    expect(one.policy.othersDiffer()).toEqual([]);
    expect(one.trail()).toMatchObject([{ action: "policy.load", occasion: "replica", policy: "bbb" }]);
    await one.policy.compare();
    expect(one.reads()).toBe(2);
  });

  test("one has a newer policy, and the file is still being written: it is read once it stays as it is", async () => {
    const file = { read: good("half"), looks: "1" };
    const one = replica(file, { now: [later("bbb")] });
    for (const looks of ["1", "2", "3"]) {
      file.looks = looks;
      await one.policy.compare();
    }
    expect([one.reads(), one.policy.version()]).toEqual([0, "aaa"]);
    file.read = good("bbb");
    await one.policy.compare();
    expect(one.policy.version()).toBe("bbb");
  });

  test("its file is still the old one: said once, and read again until it is the new one too", async () => {
    const file = { read: good("aaa") };
    const others = { now: [later("bbb")] };
    const one = replica(file, others);
    for (let pass = 0; pass < 3; pass += 1) await one.policy.compare();
    expect(one.policy.othersDiffer()).toEqual(["bbb"]);
    expect(one.logged.filter((line) => line === "replicas decide by different policies")).toHaveLength(1);
    expect(one.trail().at(-1)).toEqual({
      ...{ action: "policy.differs", outcome: "recorded" },
      ...{ policy: "aaa", others: "bbb" },
    });
    others.now = [later("bbb"), later("ccc")];
    await one.policy.compare();
    expect(one.trail().at(-1)).toMatchObject({ action: "policy.differs", others: "bbb,ccc" });
    others.now = [later("ccc")];
    file.read = good("ccc");
    await one.policy.compare();
    expect([one.policy.version(), one.policy.othersDiffer()]).toEqual(["ccc", []]);
  });

  test("whoever has the newer policy does not read its file for the sake of the older, and says so too", async () => {
    const one = replica({ read: bad }, { now: [earlier("old")] });
    await one.policy.compare();
    expect([one.reads(), one.policy.version(), one.policy.othersDiffer()]).toEqual([0, "aaa", ["old"]]);
    expect(one.trail()).toMatchObject([{ action: "policy.differs", policy: "aaa", others: "old" }]);
  });

  test("its file is broken: refused once, not every few seconds", async () => {
    const one = replica({ read: bad }, { now: [later("bbb")] });
    for (let pass = 0; pass < 3; pass += 1) await one.policy.compare();
    expect(one.trail().filter(({ outcome }) => outcome === "refused")).toHaveLength(1);
    expect(one.policy.version()).toBe("aaa");
  });

  test("its own version is told anew each time: who was taken for gone lost the row that said it", async () => {
    const one = replica({ read: bad }, { now: [] });
    await one.policy.compare();
    await one.policy.compare();
    expect(one.said.map(({ version }) => version)).toEqual(["aaa", "aaa"]);
  });
});
