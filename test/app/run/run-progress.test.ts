// A run that takes its time: its card says which step it is at and how long, in the message that becomes its answer.
import { executeRun } from "../../../src/app/conversation/execute-run.ts";
import type { Services } from "../../../src/app/ports/services.ts";
import { progressOf } from "../../../src/app/run/run-progress.ts";
import type { Run } from "../../../src/core/run/run.ts";
import type { FakeServices } from "../../fakes/services.ts";
import { brokenDiagnosis } from "../../fixtures/diagnoses.ts";
import { finished, start, stillRunning, submitted } from "../setup.ts";

const second = 1_000;

/** What its card showed: `around at 3 s`, else the run's state. */
const shown = ({ said }: FakeServices): readonly string[] =>
  [...(said[0]?.was ?? []), said[0]?.answer].map((answer) => {
    if (answer?.kind !== "run") return String(answer?.kind);
    const { status, createdAt } = answer.run;
    if (status.state !== "running" || status.step === undefined) return status.state;
    return `${status.step.is} at ${(Date.parse(status.step.at) - Date.parse(createdAt)) / second} s`;
  });

test("a diagnosis: the cluster, then what lies around it", async () => {
  const fake = start();
  const run = await submitted(fake, "diagnose prod-1");
  const { reader, clock } = fake.services;
  const collect: typeof reader.collect = async (as, id, client, reads) => {
    await clock.sleep(4 * second);
    reads?.("around");
    await clock.sleep(4 * second);
    return reader.collect(as, id, client);
  };
  await executeRun({ ...fake.services, reader: { ...reader, collect } }, run.id);
  expect(shown(fake)).toEqual(["queued", "cluster at 3 s", "around at 6 s", "succeeded"]);
});

test("the way is known, and the look inside takes longer: its card shows that, and no step over it", async () => {
  const fake = start();
  const run = await submitted(fake, "diagnose prod-1");
  const { clock, store } = fake.services;
  const running = { state: "running", startedAt: clock.now().toISOString() } as const;
  await store.moveRun(run.id, ["queued"], running, [], null);
  const progress = progressOf(fake.services, run, running, "cluster");
  await progress.through(async () => {
    await clock.sleep(4 * second);
    await progress.showWay(brokenDiagnosis, true);
    await clock.sleep(60 * second);
  });
  expect(shown(fake)).toEqual(["queued", "cluster at 3 s", "cluster at 3 s"]);
  expect((await store.run(run.id))?.status).toMatchObject({
    ...{ state: "running", diagnosis: brokenDiagnosis, offersFix: true },
  });
});

const slowCommand = async (
  change: (services: Services) => Services,
  progress: FakeServices["world"]["progress"],
) => {
  const fake = start({ progress });
  const run = await submitted(fake, "kubectl get pods on prod-1");
  await executeRun(change(fake.services), run.id);
  return fake;
};

test("a command: what Azure says, the sending, the cluster", async () => {
  const slow = (services: Services): Services => {
    const { reader, transport, clock } = services;
    return {
      ...services,
      reader: {
        ...reader,
        permissions: async (...asked) => {
          await clock.sleep(4 * second);
          return reader.permissions(...asked);
        },
      },
      transport: {
        ...transport,
        start: async (as, id, line, token, whyNotNow) => {
          const failure = await whyNotNow();
          if (failure !== null) return { status: "withheld", failure };
          await clock.sleep(4 * second);
          return transport.start(as, id, line, token, async () => null);
        },
      },
    };
  };
  const polls = Array.from({ length: 3 }, () => stillRunning);
  const fake = await slowCommand(slow, [...polls, finished("done")]);
  expect(shown(fake)).toEqual([
    "queued",
    "asking at 3 s",
    "sending at 6 s",
    "inCluster at 10 s",
    "succeeded",
  ]);
});

test("what is told never takes away by what the command is found again", async () => {
  const states: Run["status"][] = [];
  const noted = (services: Services): Services => ({
    ...services,
    store: {
      ...services.store,
      moveRun: (id, from, to, ...rest) => {
        states.push(to);
        return services.store.moveRun(id, from, to, ...rest);
      },
    },
  });
  const polls = Array.from({ length: 12 }, () => stillRunning);
  const fake = await slowCommand(noted, [...polls, finished("done")]);
  const running = states.filter((status) => status.state === "running");
  expect(running.length).toBeGreaterThan(4);
  const sent = running.findIndex(({ operationId }) => operationId !== undefined);
  expect(running.slice(sent).every(({ operationId }) => operationId === "op1")).toBe(true);
  expect(shown(fake).at(-1)).toBe("succeeded");
});

test("eight times at most, however long it takes; and nothing once it has ended", async () => {
  const fake = await slowCommand((services) => services, [stillRunning]);
  expect(shown(fake).filter((each) => each.startsWith("inCluster"))).toHaveLength(8);
  expect(shown(fake).at(-1)).toBe("timedOut");
  await fake.services.clock.sleep(600 * second);
  expect(shown(fake).at(-1)).toBe("timedOut");
});

test("a card that cannot be told of does not keep the run from its end", async () => {
  let failing = 0;
  const broken = (services: Services): Services => ({
    ...services,
    store: {
      ...services.store,
      moveRun: (id, from, to, ...rest) => {
        if (to.state === "running" && to.step !== undefined) {
          failing += 1;
          return Promise.reject(new Error("the database is away"));
        }
        return services.store.moveRun(id, from, to, ...rest);
      },
    },
  });
  const polls = Array.from({ length: 6 }, () => stillRunning);
  const fake = await slowCommand(broken, [...polls, finished("done")]);
  expect(failing).toBeGreaterThan(0);
  expect(shown(fake)).toEqual(["queued", "succeeded"]);
});
