// The machine that the figures come from, in one line.
import { readFileSync } from "node:fs";
import { cpus, release, totalmem, type } from "node:os";

export function machine(): string {
  const processors = cpus();
  const model = processors[0]?.model.trim() || "unknown CPU";
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  return [model, `${processors.length} cores`, memory, `Node ${process.versions.node}`, system()].join(" · ");
}

function system(): string {
  try {
    const name = /^PRETTY_NAME="?([^"\n]+)/m.exec(readFileSync("/etc/os-release", "utf8"))?.[1];
    return name ?? `${type()} ${release()}`;
  } catch {
    return `${type()} ${release()}`;
  }
}
