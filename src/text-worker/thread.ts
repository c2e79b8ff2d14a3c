// The thread: one text after another, each answered with what redaction made of it.
import { parentPort } from "node:worker_threads";
import { type OutputRequest, redactOutput } from "../core/redact/redact.ts";

parentPort?.on("message", ({ output, argv }: { output: string } & OutputRequest) => {
  parentPort?.postMessage(redactOutput(output, { argv }));
});
