// Masks long outputs in threads of their own, so that nothing that a cluster prints stops the process: whoever takes too
// long is ended, and its text is not had back.
import { Worker } from "node:worker_threads";
import type { RedactionResult, TextWork } from "../app/ports-text.ts";
import { type OutputRequest, type RedactedOutput, redactOutput } from "../core/redact/redact.ts";

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

type Job = Readonly<{ output: string; argv: readonly string[]; answer: (result: RedactionResult) => void }>;
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

  return {
    redact(output, request) {
      if (output.length <= options.inPlaceLength) return Promise.resolve(inPlace(output, request));
      if (closed || waiting.length >= options.queueLength) return Promise.resolve(tooLate);
      return new Promise((answer) => {
        waiting.push({ output, argv: request.argv, answer });
        const free = slots.find(({ busy }) => !busy);
        if (free !== undefined) void work(free);
      });
    },
    async close() {
      closed = true;
      for (const { answer } of waiting.splice(0)) answer(tooLate);
      await Promise.all(slots.map(({ worker }) => worker?.terminate()));
    },
  };
}

const tooLate: RedactionResult = { ok: false, reason: "deadline" };

const inPlace = (output: string, request: OutputRequest): RedactionResult => ({
  ok: true,
  redacted: redactOutput(output, request),
});

/** A thread that answers in time is kept for the next text, any other is ended. */
async function run(slot: Slot, { output, argv }: Job, options: TextWorkOptions): Promise<RedactionResult> {
  const worker = slot.worker ?? startThread(slot, options.thread);
  const result = await new Promise<RedactionResult>((resolve) => {
    const end = (result: RedactionResult) => {
      clearTimeout(timer);
      worker.off("message", answered).off("exit", ended);
      resolve(result);
    };
    const answered = (redacted: RedactedOutput) => end({ ok: true, redacted });
    const ended = () => end({ ok: false, reason: "failed" });
    const timer = setTimeout(() => end(tooLate), options.deadlineMs);
    worker.on("message", answered).on("exit", ended);
    worker.postMessage({ output, argv: [...argv] });
  });
  if (!result.ok) await worker.terminate();
  return result;
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
