// What is written to the log, whoever writes it.
import { createLog } from "../../src/composition/log.ts";
import { silent } from "../../src/telemetry/request-scope.ts";

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

test("each line of a request names it, however late it is written; and one of another request names that", async () => {
  const { lines, log } = logged("info");
  const during = (request: string | null | undefined, act: () => Promise<void>) =>
    silent.during({ name: "turn_duration_seconds", ...(request !== undefined && { request }) }, act, () => ({
      ended: "answered",
    }));
  const late = async (message: string) => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    log.info(message, {});
  };
  await Promise.all([
    during("R-0000000001", async () => {
      await during(undefined, () => late("a part of it"));
      await during(null, () => late("nobody's"));
      log.info("its own", {});
    }),
    during("R-0000000002", () => late("another's")),
  ]);
  log.info("before and after", {});
  expect(Object.fromEntries(lines.map(({ msg, request }) => [msg, request]))).toEqual({
    "a part of it": "R-0000000001",
    "its own": "R-0000000001",
    "another's": "R-0000000002",
    "nobody's": undefined,
    "before and after": undefined,
  });
});
