// The store as it is, which kills the process before or after what it writes of a change, before or after a job, and once it has
// given out an incident.
import type { Jobs, Store } from "../../../src/app/ports/store.ts";
import { hasEnded, type RunState } from "../../../src/core/run/run.ts";
import { type OpenResult, openStore as open, type StoreOptions } from "../../../src/store/open-store.ts";
import { around, isAbout, objectOf, type Step } from "./point.ts";

export * from "../../../src/store/open-store.ts";

export async function openStore(options: StoreOptions): Promise<OpenResult> {
  const opened = await open(options);
  return opened.ok ? { ...opened, store: killing(opened.store), jobs: killingJobs(opened) } : opened;
}

const writeOf = (state: RunState): Step =>
  state.state === "applying" && state.operationId !== undefined ? "write:sent" : `write:${state.state}`;

const killing = (store: Store): Store => ({
  ...store,
  takeUndiagnosed: (now, unattended) => given("in hand:diagnosis", store.takeUndiagnosed(now, unattended)),
  takeUntaken: (...asked) => given("in hand:call", store.takeUntaken(...asked)),
  createRun: async (run, ...rest) => {
    isAbout(run.id, JSON.stringify(run.task));
    return around("create", objectOf(run.id), () => store.createRun(run, ...rest));
  },
  moveRun: (id, from, to, ...rest) =>
    around(writeOf(to), objectOf(id), () => store.moveRun(id, from, to, ...rest)),
  // What it writes is known when it has written it, but the press that it comes of is known before.
  stepRun: async (id, step) => {
    const about = objectOf(id);
    let to: RunState | null = null;
    const said = await around("write:decision", about, () =>
      store.stepRun(id, (run) => {
        const move = step(run);
        to = move.to;
        return move;
      }),
    );
    return to === null ? said : around(writeOf(to), about, async () => said);
  },
});

/** What was written down as begun, and is not begun yet. */
async function given<One>(step: Step, taking: Promise<readonly One[]>): Promise<readonly One[]> {
  const taken = await taking;
  return taken.length === 0 ? taken : around(step, JSON.stringify(taken), async () => taken);
}

function killingJobs({ store, jobs }: Readonly<{ store: Store; jobs: Jobs }>): Jobs {
  return {
    ...jobs,
    start: (handlers) =>
      jobs.start({
        ...handlers,
        execute: async (runId) => {
          const state = (await store.run(runId))?.status.state;
          const step = state === "approved" ? "take:change" : "take:look";
          return around(step, objectOf(runId), () => handlers.execute(runId));
        },
        deliver: async (delivery) => {
          const { content } = delivery;
          if (content.show !== "run") return handlers.deliver(delivery);
          const state = (await store.run(content.runId))?.status.state ?? "queued";
          const step: Step = hasEnded(state) ? "show:end" : `show:${state}`;
          return around(step, objectOf(content.runId), () => handlers.deliver(delivery));
        },
      }),
  };
}
