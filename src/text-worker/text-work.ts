// Masks long outputs and reads files that people send in threads of their own, so that neither stops the process: whoever
// takes too long is ended, and its text is not had back.
import { Worker } from "node:worker_threads";
import type { RedactionResult, TextWork } from "../app/ports/text-work.ts";
import type { ReadFile } from "../core/command/change/read-sent-file.ts";
import type { OnCallNow } from "../core/on-call/on-call.ts";
import type { CalendarQuestion } from "../core/on-call/read-calendar.ts";
import type { OutputRequest } from "../core/redact/custom-columns.ts";
import { type RedactedOutput, redactOutput } from "../core/redact/redact.ts";

export type TextWorkOptions = Readonly<{
  threads: number;
  /** For one text, from when a thread takes it; the first one of a thread also waits for its start. */
  deadlineMs: number;
  /** Shorter texts are masked at once, where they are. */
  inPlaceLength: number;
  /** How many texts may wait for a thread; one more is refused at once. */
  queueLength: number;
  /** A thread that has had nothing to do for so long is ended, since it holds tens of megabytes. */
  idleMs: number;
  thread: URL;
}>;

export const defaultTextWork: TextWorkOptions = {
  threads: 2,
  deadlineMs: 10_000,
  inPlaceLength: 16_384,
  queueLength: 64,
  idleMs: 30_000,
  thread: new URL("./thread.ts", import.meta.url),
};

/** What a thread is asked. */
export type Task =
  | Readonly<{ is: "output"; text: string; argv: readonly string[] }>
  | Readonly<{ is: "file"; text: string }>
  | (Readonly<{ is: "calendar" }> & CalendarQuestion);

type NotDone = Extract<RedactionResult, { ok: false }>;
type Done<Made> = Readonly<{ ok: true; made: Made }> | NotDone;
type Job = Readonly<{ task: Task; answer: (done: Done<unknown>) => void }>;
type Slot = { worker: Worker | null; busy: boolean; idle?: NodeJS.Timeout };

/** Threads are started when they are first needed. After `close` long texts are refused. */
export function createTextWork(
  options: TextWorkOptions = defaultTextWork,
): TextWork & Readonly<{ close(): Promise<void> }> {
  const slots: Slot[] = Array.from({ length: options.threads }, () => ({ worker: null, busy: false }));
  const waiting: Job[] = [];
  let closed = false;

  async function work(slot: Slot): Promise<void> {
    slot.busy = true;
    clearTimeout(slot.idle);
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift())
      job.answer(await run(slot, job, options));
    slot.busy = false;
    slot.idle = setTimeout(() => void endThread(slot), options.idleMs).unref();
  }

  /** `Made`: what the thread answers such a task with. */
  function inThread<Made>(task: Task): Promise<Done<Made>> {
    if (closed || waiting.length >= options.queueLength) return Promise.resolve(tooLate);
    return new Promise((answer) => {
      waiting.push({ task, answer: (done) => answer(done as Done<Made>) });
      const free = slots.find(({ busy }) => !busy);
      if (free !== undefined) void work(free);
    });
  }

  return {
    async redact(output, request) {
      if (output.length <= options.inPlaceLength) return inPlace(output, request);
      const done = await inThread<RedactedOutput>({ is: "output", text: output, argv: [...request.argv] });
      return done.ok ? { ok: true, redacted: done.made } : done;
    },
    async readFile(given) {
      const done = await inThread<ReadFile>({ is: "file", text: given });
      return done.ok ? { ok: true, read: done.made } : done;
    },
    async readCalendar(asked) {
      const done = await inThread<OnCallNow>({ is: "calendar", ...asked });
      return done.ok ? { ok: true, read: done.made } : done;
    },
    async close() {
      closed = true;
      for (const { answer } of waiting.splice(0)) answer(tooLate);
      await Promise.all(slots.map(({ worker }) => worker?.terminate()));
    },
  };
}

const tooLate: NotDone = { ok: false, reason: "deadline" };

const inPlace = (output: string, request: OutputRequest): RedactionResult => ({
  ok: true,
  redacted: redactOutput(output, request),
});

/** A thread that answers in time is kept for the next text, any other is ended. */
async function run(slot: Slot, { task }: Job, options: TextWorkOptions): Promise<Done<unknown>> {
  const worker = slot.worker ?? startThread(slot, options.thread);
  const done = await new Promise<Done<unknown>>((resolve) => {
    const end = (result: Done<unknown>) => {
      clearTimeout(timer);
      worker.off("message", answered).off("exit", ended);
      resolve(result);
    };
    const answered = (made: unknown) => end({ ok: true, made });
    const ended = () => end({ ok: false, reason: "failed" });
    const timer = setTimeout(() => end(tooLate), options.deadlineMs);
    worker.on("message", answered).on("exit", ended);
    worker.postMessage(task);
  });
  if (!done.ok) await worker.terminate();
  return done;
}

/** What it is given next begins another one. */
async function endThread(slot: Slot): Promise<void> {
  const { worker } = slot;
  slot.worker = null;
  await worker?.terminate();
}

/** It does not keep the process alive. Whatever ends it, the slot is free for another one. */
function startThread(slot: Slot, thread: URL): Worker {
  const worker = new Worker(thread);
  worker.unref();
  worker.on("error", () => {});
  worker.on("exit", () => {
    if (slot.worker === worker) slot.worker = null;
  });
  slot.worker = worker;
  return worker;
}
