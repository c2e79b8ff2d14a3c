// The thread: one text after another, each answered with what became of it.
import { parentPort } from "node:worker_threads";
import { readSentFile } from "../core/command/change/read-sent-file.ts";
import { redactOutput } from "../core/redact/redact.ts";
import type { Task } from "./text-work.ts";

parentPort?.on("message", (task: Task) => {
  parentPort?.postMessage(
    task.is === "file" ? readSentFile(task.text) : redactOutput(task.text, { argv: task.argv }),
  );
});
