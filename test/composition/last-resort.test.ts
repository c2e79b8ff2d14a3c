// What nobody caught: a lost connection ends no process, a bug does, and neither shows what it was about.
import { spawnSync } from "node:child_process";

function happen(what: string) {
  const script = `
    import { installLastResort } from "./src/composition/last-resort.ts";
    import { createLog } from "./src/composition/log.ts";
    installLastResort(createLog("info"));
    setTimeout(() => console.log("goes on"), 200);
    const lost = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });
    ${what};`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    encoding: "utf8",
  });
  return { status, said: stdout + stderr };
}

test.each([
  ["thrown where nobody listens", "setTimeout(() => { throw lost; }, 1)"],
  ["rejected where nobody waits", "void Promise.reject(lost)"],
  ["wrapped in another error", 'void Promise.reject(new Error("fetch failed", { cause: lost }))'],
])("a lost connection, %s: said, and the process goes on", (_name, what) => {
  const { status, said } = happen(what);
  expect(status).toBe(0);
  expect(said).toContain("connection lost");
  expect(said).toContain("goes on");
});

test.each([
  ["thrown", 'setTimeout(() => { throw new TypeError("password=hunter2hunter2 is not a function"); }, 1)'],
  ["rejected", 'void Promise.reject(new TypeError("password=hunter2hunter2 is not a function"))'],
])("a bug, %s: said without what it held, and the process ends", (_name, what) => {
  const { status, said } = happen(what);
  expect(status).toBe(1);
  expect(said).toContain("unforeseen");
  expect(said).not.toContain("hunter2");
  expect(said).not.toContain("goes on");
});
