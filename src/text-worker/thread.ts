// The thread: one text after another, each answered with what became of it.
import { parentPort } from "node:worker_threads";
import { readSentFile } from "../core/command/change/read-sent-file.ts";
import { redactOutput } from "../core/redact/redact.ts";
import type { Task } from "./text-work.ts";

parentPort?.on("message", async (task: Task) => {
  parentPort?.postMessage(await madeOf(task));
});

async function madeOf(task: Task): Promise<unknown> {
  switch (task.is) {
    case "file":
      return readSentFile(task.text);
    case "output":
      return redactOutput(task.text, { argv: task.argv });
    case "calendar":
      // Few products have one: its library is loaded when the first is read.
      return (await import("../core/on-call/read-calendar.ts")).readCalendar(task);
  }
}
