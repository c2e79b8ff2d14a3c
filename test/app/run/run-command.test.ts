// One command in one cluster: sent once, followed to its end, redacted before anything keeps it.
import { answerQuestion } from "../../../src/app/conversation/answer-question.ts";
import { executeRun } from "../../../src/app/conversation/execute-run.ts";
import type { CommandStart } from "../../../src/app/ports/azure.ts";
import type { ArmFailure } from "../../../src/core/snapshot/section.ts";
import { alex, askerIn, megan, threadOf } from "../../fakes/people.ts";
import { ids } from "../../fixtures/healthy-snapshot.ts";
import {
  done,
  failureOf,
  finished,
  getPods,
  start,
  stillRunning,
  stored,
  submitted,
  trail,
  withoutEntra,
} from "../setup.ts";

const nothingSent = "Nothing was sent to the cluster.";
const runAction = "Microsoft.ContainerService/managedClusters/runCommand/action";
const readAction = "Microsoft.ContainerService/managedClusters/commandResults/read";

const arm = (status: number | null, more: Partial<ArmFailure> = {}): ArmFailure => ({
  status,
  code: "Code",
  message: "Azure said so.",
  ...more,
});

describe("what is sent", () => {
  test.each([
    ["run `kubectl get po -A` on prod-1", "kubectl get pods --all-namespaces"],
    [
      "run `kubectl get pods -n payments | grep api | head -n 1` on prod-1",
      "kubectl get pods --namespace=payments",
    ],
    [
      "run `kubectl get pods -l 'app in (a, b)'` on prod-1",
      "kubectl get pods --namespace=default '--selector=app in (a, b)'",
    ],
  ])("%s → %s: the argv, quoted anew, without our own filters", async (text, commandLine) => {
    const fake = start();
    await done(fake, text);
    expect(fake.sent.map((one) => one.commandLine)).toEqual([expect.stringContaining(commandLine)]);
    expect(fake.sent[0]?.commandLine).not.toContain("|");
  });

  test("of several types that the policy denies, a line that reads fewer is offered", async () => {
    const fake = start();
    await answerQuestion(fake.services, askerIn(threadOf), "kubectl get pods,secrets -A on prod-1");
    expect(fake.said.at(-1)?.answer).toMatchObject({
      kind: "denied",
      instead: "kubectl get pods --all-namespaces on prod-1",
    });
    expect(fake.sent).toEqual([]);
  });

  test("what would be denied as well is not offered", async () => {
    const fake = start();
    await answerQuestion(fake.services, askerIn(threadOf), "kubectl get secrets,services -A on prod-1");
    expect(fake.said.at(-1)?.answer).toMatchObject({ kind: "denied" });
    expect(fake.said.at(-1)?.answer).not.toHaveProperty("instead");
  });

  test("with Entra as the requester, without it (and with a rule for that) as cluster-admin", async () => {
    const entra = start();
    await done(entra);
    expect(entra.sent[0]).toMatchObject({ asRequester: true, by: alex.displayName });
    const without = start({ cluster: withoutEntra });
    await done(without, getPods, askerIn(threadOf, megan));
    expect(without.sent[0]).toMatchObject({ asRequester: false, by: megan.displayName });
  });

  test("the operation id is stored before the first poll", async () => {
    const fake = start();
    const run = await submitted(fake);
    const { services } = fake;
    const seen: unknown[] = [];
    const progress = async () => {
      seen.push((await stored(fake, run.id)).status);
      return finished("ok");
    };
    await executeRun({ ...services, transport: { ...services.transport, progress } }, run.id);
    expect(seen).toEqual([expect.objectContaining({ state: "running", operationId: "op1" })]);
  });
});

describe("Azure's answer to the sending", () => {
  const refused = (failure: ArmFailure): CommandStart => ({ status: "refused", failure });
  const signIn = { code: "expired", why: "expired" } as const;
  test.each([
    [
      "403",
      refused(arm(403, { needs: { action: runAction, scope: ids.cluster } })),
      "Code",
      "Ask for the role",
    ],
    ["429", refused(arm(429, { retryAfterSeconds: 17 })), "Code", "ask again in 17 s"],
    ["400", refused(arm(400)), "Code", "Put right what Azure says"],
    ["503", refused(arm(503)), "Code", "ask again in a minute"],
    ["401", refused(arm(401, { signIn })), "signIn.expired", "sign in"],
  ])("refused with %s: failed, and nothing was sent", async (_status, answer, code, next) => {
    const fake = start({ start: () => answer });
    const { status } = await done(fake);
    expect(status.state).toBe("failed");
    expect(failureOf(status)).toMatchObject({ code, done: nothingSent, next: expect.stringContaining(next) });
    expect(fake.sent).toHaveLength(1);
    expect(fake.polls).toEqual([]);
  });

  const podRefused = /^AKS asked the cluster .*which was refused: the command did not run/;
  const podTried = /^AKS asked the cluster .*whether the command had started is not known/;
  test.each([
    [
      "KubernetesPerformanceError",
      "container command-1 did not start within 30s",
      podTried,
      "take the command's pod",
    ],
    [
      "KubernetesOperationError",
      'admission webhook "validation.gatekeeper.sh" denied the request',
      podRefused,
      "exempt the namespace",
    ],
    [
      "KubernetesOperationError",
      "0/3 nodes are available: 3 Insufficient memory",
      podTried,
      "room for 200m CPU",
    ],
    ["RunCommandBlockedByAzurePolicy", "blocked", podRefused, "whoever owns that policy"],
  ])(
    "%s, %s: the cluster was asked for a pod, so not nothing was sent",
    async (code, message, done_, next) => {
      const { status } = await done(start({ start: () => refused({ ...arm(400, { message }), code }) }));
      expect(failureOf(status)).toMatchObject({
        code,
        done: expect.stringMatching(done_),
        next: expect.stringContaining(next),
      });
    },
  );

  test("none at all: lost, said honestly, and not sent again", async () => {
    const fake = start({ start: () => ({ status: "unknown", failure: arm(null) }) });
    const run = await done(fake);
    expect(run.status.state).toBe("lost");
    expect(failureOf(run.status).done).toBe(
      "It was sent once; nobody can know whether it ran. I did not send it again.",
    );
    await executeRun(fake.services, run.id);
    expect(fake.sent).toHaveLength(1);
    expect(trail(fake).at(-1)).toBe("command.finish lost oncall-reads");
  });
});

describe("followed to its end", () => {
  const unreadable = (failure: ArmFailure) => ({ status: "unreadable", failure }) as const;

  test.each([0, 1, 137, null])("exit code %p is a result", async (exitCode) => {
    const { status } = await done(start({ progress: [stillRunning, finished("out", exitCode)] }));
    expect(status).toMatchObject({ state: "succeeded", result: { exitCode, output: "out" } });
  });

  test.each([
    [null, "no answer"],
    [429, "throttled"],
    [500, "internal error"],
    [503, "unavailable"],
  ])("a poll that ends in %p (%s) is asked again", async (code, _words) => {
    const fake = start({ progress: [unreadable(arm(code)), unreadable(arm(code)), finished("out")] });
    expect((await done(fake)).status.state).toBe("succeeded");
    expect(fake.polls).toHaveLength(3);
    expect(fake.sent).toHaveLength(1);
  });

  test("the next poll waits for as long as Azure says", async () => {
    const throttled = unreadable(arm(429, { retryAfterSeconds: 17 }));
    const fake = start({ progress: [throttled, stillRunning, finished("out")] });
    const { createdAt, status } = await done(fake);
    expect(status).toMatchObject({ state: "succeeded" });
    const waited = Date.parse("finishedAt" in status ? status.finishedAt : "") - Date.parse(createdAt);
    expect(waited).toBe(500 + 17_000 + 1000);
  });

  test.each([
    ["403", arm(403, { needs: { action: readAction, scope: ids.cluster } }), "Code"],
    ["401", arm(401, { signIn: { code: "expired", why: "expired" } }), "signIn.expired"],
  ])("an output that %s keeps from us: sent, not read", async (_status, failure, code) => {
    const fake = start({ progress: [unreadable(failure)] });
    expect(failureOf((await done(fake)).status)).toMatchObject({
      code,
      done: "The command was sent, and its output could not be read.",
    });
    expect(fake.polls).toHaveLength(1);
  });

  test("a result that Azure does not find: the pod came to nothing, as far as anybody knows", async () => {
    const { status } = await done(start({ progress: [unreadable(arm(404))] }));
    expect(failureOf(status)).toMatchObject({
      code: "commandGone",
      done: expect.stringContaining("whether the command had started is not known"),
    });
  });

  test.each([
    ["ImagePullBackoff", "could not be pulled", "AKS returned no output", "mcr.microsoft.com"],
    ["Unschedulable - 0/1 nodes are available", "no node can take", "AKS returned no output", "Linux node"],
    [
      'failed to run command due to kubernetes failure: admission webhook "validation.gatekeeper.sh" denied the request',
      "(validation.gatekeeper.sh) refused the pod",
      "the command did not run",
      "aks-command",
    ],
    ["exceeded quota: pods", "quota", "the command did not run", "quota"],
    ["something else", "something else", "AKS returned no output", "diagnose"],
  ])("AKS could not run it, and says %s", async (reason, why, what, next) => {
    const { status } = await done(start({ progress: [{ status: "failed", reason }] }));
    expect(failureOf(status)).toMatchObject({
      happened: expect.stringContaining(why),
      done: expect.stringContaining(what),
      next: expect.stringContaining(next),
    });
  });

  test("AKS could not run it: its reason, redacted", async () => {
    const reason = "pod failed: password=hunter2hunter2";
    const { status } = await done(start({ progress: [{ status: "failed", reason }] }));
    expect(status.state).toBe("failed");
    expect(failureOf(status)).toMatchObject({
      code: "commandNotRun",
      happened: "AKS could not run the command: pod failed: password=[masked]",
    });
  });

  test("after five minutes I stop waiting, and say that it may still run", async () => {
    const fake = start({ progress: [stillRunning] });
    const { status, createdAt } = await done(fake);
    expect(status.state).toBe("timedOut");
    expect(failureOf(status).done).toBe(
      "It was sent once and may still be running in the cluster; I stopped waiting for its output.",
    );
    const waited = "finishedAt" in status ? Date.parse(status.finishedAt) - Date.parse(createdAt) : 0;
    expect(waited / 1000).toBeGreaterThanOrEqual(300);
    expect(waited / 1000).toBeLessThan(310);
    expect(fake.sent).toHaveLength(1);
    expect(trail(fake).at(-1)).toBe("command.finish failed oncall-reads");
    expect(fake.memory.audit.at(-1)?.detail).toEqual({ code: "timedOut", policy: "0123456789ab" });
  });

  test("polled quickly at first, then every five seconds", async () => {
    const fake = start({ progress: [stillRunning] });
    const { createdAt } = await done(fake);
    const waits = fake.polls.map(
      (time, index) => Date.parse(time) - Date.parse(fake.polls[index - 1] ?? createdAt),
    );
    expect(waits.slice(0, 9)).toEqual([500, 750, 1000, 1500, 2000, 3000, 5000, 5000, 5000]);
  });
});

describe("redacted, then filtered, then kept", () => {
  const output = [
    "api-0   DB_PASSWORD=hunter2hunter2",
    "api-1   Running",
    "web-0   Running",
    "web-1   token=abcdef0123456789",
    "",
  ].join("\n");

  test("no secret reaches the store, the card, the trail or the log", async () => {
    const fake = start({ progress: [finished(output)] });
    const run = await done(fake);
    const everywhere = JSON.stringify([run, fake.said, fake.memory.audit, fake.logged]);
    expect(everywhere).not.toMatch(/hunter2|abcdef0123456789/);
    expect(run.status).toMatchObject({ result: { masked: 2 } });
    expect(fake.memory.audit.at(-1)?.detail).toMatchObject({ exitCode: 0, masked: 2, lines: 4 });
  });

  test.each([
    ["grep api", "api-0   DB_PASSWORD=[masked]\napi-1   Running\n"],
    ["grep -v running | head -n 1", "api-0   DB_PASSWORD=[masked]\n"],
    ["grep -i RUNNING | tail -n 1", "web-0   Running\n"],
    ["grep hunter2", ""],
  ])("| %s", async (filters, shown) => {
    const fake = start({ progress: [finished(output)] });
    const run = await done(fake, `run \`kubectl get pods | ${filters}\` on prod-1`);
    expect(run.status).toMatchObject({ result: { output: shown } });
  });

  test("a filter cannot pull a value away from the line that makes it a secret", async () => {
    const yaml = "apiVersion: v1\nkind: Secret\ndata:\n  blob: c2VjcmV0LXZhbHVl\n";
    const fake = start({ progress: [finished(yaml)] });
    const run = await done(fake, "run `kubectl get pods -o yaml | grep blob` on prod-1");
    expect(run.status).toMatchObject({ result: { output: expect.not.stringContaining("c2VjcmV0") } });
    expect(run.status).toMatchObject({ result: { output: expect.stringContaining("blob") } });
  });
});

describe("masking", () => {
  const describePod = "run `kubectl describe pod api-0` on prod-1";
  const described = "    Environment:\n      SETTING:  Tr0ub4dor&3\n      DB_PASSWORD:  hunter2\n";

  test("knows what the command prints, and counts by what gave the values away", async () => {
    const { status } = await done(start({ progress: [finished(described)] }), describePod);
    expect(status).toMatchObject({
      state: "succeeded",
      result: { masked: 2, maskedKinds: { environment: 2 } },
    });
    expect(JSON.stringify(status)).not.toMatch(/Tr0ub|hunter2/);
    const jsonpath =
      "run `kubectl get pods -o 'jsonpath={.items[*].spec.containers[*].env[*].value}'` on prod-1";
    const values = await done(start({ progress: [finished("info Tr0ub4dor&3 8080")] }), jsonpath);
    expect(values.status).toMatchObject({ result: { output: "info [masked] 8080", masked: 1 } });
  });

  test("an output beyond the limit is cut first, and the card says so", async () => {
    const lines = "2026-11-25T03:12:09Z INFO started in 2.3 s\n".repeat(30_000);
    const { status } = await done(
      start({ progress: [finished(lines)] }),
      "run `kubectl logs api-0` on prod-1",
    );
    expect(status).toMatchObject({ result: { truncated: true, leftOut: expect.any(Number) } });
    expect(JSON.stringify(status).length).toBeLessThan(600_000);
  });

  test.each(["deadline", "failed"] as const)(
    "that ends in %s: nothing of the output is shown or kept",
    async (reason) => {
      const fake = start({ progress: [finished(described)] });
      const textWork = {
        ...fake.services.textWork,
        redact: async () => ({ ok: false, reason }) as const,
      };
      const run = await submitted(fake, describePod);
      await executeRun({ ...fake.services, textWork }, run.id);
      const { status } = await stored(fake, run.id);
      expect(failureOf(status)).toMatchObject({
        code: "outputWithheld",
        next: expect.stringContaining("Ask for less"),
      });
      expect(JSON.stringify([status, fake.said, fake.memory.audit, fake.logged])).not.toMatch(
        /Tr0ub|hunter2|SETTING/,
      );
    },
  );
});
