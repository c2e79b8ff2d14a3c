// What is written to the log, whoever writes it.
import { createLog } from "../../src/composition/log.ts";

function logged(level: string) {
  const lines: Record<string, unknown>[] = [];
  return { lines, log: createLog(level, { write: (line) => void lines.push(JSON.parse(line)) }) };
}

test("a line is a message with its fields, and secrets in them are masked", () => {
  const { lines, log } = logged("info");
  log.error("background work failed", { work: "message", error: "connect: password=hunter22", tries: 2 });
  expect(lines).toMatchObject([{ level: 50, msg: "background work failed", work: "message", tries: 2 }]);
  expect(JSON.stringify(lines)).not.toContain("hunter22");
});

test("below its level nothing is written", () => {
  const { lines, log } = logged("warn");
  log.info("listening", { port: 1 });
  log.warn("stopping", {});
  expect(lines.map(({ msg }) => msg)).toEqual(["stopping"]);
});
