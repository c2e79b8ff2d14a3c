// What OpenTelemetry is told, as Prometheus reads it; and that it holds up nobody.
import { createServer } from "node:http";
import { instrumentsHelp } from "../../src/presenters/messages/operator/numbers.ts";
import { openTelemetry } from "../../src/telemetry/open-telemetry.ts";

const nowhere = { url: null, everyMs: 60_000 };

const opened = (url: string | null = null) =>
  openTelemetry(
    {
      ...{ release: "0.0.0", text: true, traces: { url, everyMs: 60_000, share: 1 } },
      metrics: url === null ? nowhere : { url, everyMs: 60_000 },
    },
    {
      help: instrumentsHelp,
      numbers: async () => ({ audit_faults: [{ labels: {}, value: 3 }] }),
      failed: () => {},
    },
  );

test("a counter is there from nought on, so that the first one is an increase", async () => {
  const telemetry = opened();
  expect(await telemetry.text()).toContain('aks_oncall_deliveries_total{step="giveUp"} 0\n');
  telemetry.count("deliveries_total", { step: "giveUp" });
  expect(await telemetry.text()).toContain('aks_oncall_deliveries_total{step="giveUp"} 1\n');
  await telemetry.stop();
});

test("what is counted in the database is counted when it is asked for", async () => {
  const telemetry = opened();
  expect(await telemetry.text()).toMatch(
    /^# TYPE aks_oncall_audit_faults gauge\naks_oncall_audit_faults 3$/m,
  );
  await telemetry.stop();
});

test("how long it took, and how it ended; what was thrown goes on to whoever asked", async () => {
  const telemetry = opened();
  const work = { name: "turn_duration_seconds" } as const;
  const ends = ({ ok }: { ok: boolean }) => ({ ended: ok ? "answered" : "failed" }) as const;
  expect(await telemetry.during(work, async () => 7, ends)).toBe(7);
  const broken = telemetry.during(work, () => Promise.reject(new Error("of Alex Wilber")), ends);
  await expect(broken).rejects.toThrow("of Alex Wilber");
  const text = await telemetry.text();
  for (const ended of ["answered", "failed"])
    expect(text).toContain(`aks_oncall_turn_duration_seconds_count{ended="${ended}"} 1\n`);
  expect(text).not.toContain("Alex");
  await telemetry.stop();
});

test("a value that is not listed is not told", async () => {
  const telemetry = opened();
  const broken = { verdict: "broken" } as const;
  telemetry.count("verdicts_total", { verdict: "Alex Wilber" as "broken" });
  telemetry.count("verdicts_total", { ...broken, ...{ person: "Alex Wilber" } });
  const text = await telemetry.text();
  expect(text).not.toContain("Alex");
  expect(text).toContain('aks_oncall_verdicts_total{verdict="broken"} 0\n');
  await telemetry.stop();
});

test("a collector that never answers holds up no end", async () => {
  const asked = Promise.withResolvers<void>();
  const server = createServer(() => asked.resolve());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const telemetry = opened(`http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/`);
  telemetry.count("deliveries_total", { step: "giveUp" });
  await Promise.all([telemetry.stop(), asked.promise]);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
