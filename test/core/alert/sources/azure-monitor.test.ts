// An alert's body is somebody else's text: read by schema, said in one line, masked, and never a link but the portal's.
import fc from "fast-check";
import type { Alert } from "../../../../src/core/alert/alert.ts";
import { azureMonitor } from "../../../../src/core/alert/sources/azure-monitor.ts";
import { messages } from "../../../../src/presenters/messages/messages.ts";
import {
  alertBody,
  availableAgain,
  azureAlert,
  budget,
  budgetEssentials,
  clusterId,
  health,
  overHealth,
  services,
  subscription,
} from "../../../fixtures/alerts.ts";

const { sayAlertReason, times } = messages();
const said = ({ reason }: Alert): string | null => reason && sayAlertReason(reason, times);

describe("the line that says why", () => {
  test.each(services)("%s", (_name, essentials, context, reason) => {
    expect(said(azureAlert(essentials, context))).toBe(reason);
  });

  test("whatever the context holds, there is a short line or none", () => {
    const names = services.map(([, { monitoringService = "Platform" }]) => String(monitoringService));
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.anything(), (monitoringService, context) => {
        const reason = said(azureAlert({ monitoringService }, context));
        expect(reason === null || (reason.length <= 3_000 && !/[\r\n]/.test(reason))).toBe(true);
      }),
    );
  });
});

test("the essentials", () => {
  expect(azureAlert()).toEqual({
    source: "azureMonitor",
    key: "/subscriptions/8a6c2f10-5b3d-4f7e-91c4-2d70e8b9a653/providers/microsoft.alertsmanagement/alerts/5a1e7c02-93df-4b16-8c40-7be2d95f10a8|2026-03-22T13:58:24.370Z",
    id: "/subscriptions/8a6c2f10-5b3d-4f7e-91c4-2d70e8b9a653/providers/microsoft.alertsmanagement/alerts/5a1e7c02-93df-4b16-8c40-7be2d95f10a8",
    origin: "8a6c2f10_rg-prod_microsoft.insights_metricalerts_node-cpu-high_-1234567890",
    condition: "fired",
    severity: "Sev2",
    rule: "node-cpu-high",
    service: "Platform",
    reason: null,
    description: "Nodes are busy.",
    firedAt: "2026-03-22T13:58:24.370Z",
    resolvedAt: null,
    link: "https://portal.azure.com/#view/alerts",
    targets: [clusterId],
    setOn: [clusterId],
    names: [],
  });
  expect(
    azureAlert({ monitorCondition: "Resolved", resolvedDateTime: "2026-03-22T14:03:16.22Z" }),
  ).toMatchObject({ condition: "resolved", resolvedAt: "2026-03-22T14:03:16.220Z" });
});

describe("what it is about", () => {
  const workspace =
    "/subscriptions/s/resourceGroups/rg/providers/Microsoft.OperationalInsights/workspaces/logs";
  const log = { signalType: "Log", alertTargetIDs: [workspace] };
  const machine = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/prod-1";
  test.each<[string, Record<string, unknown>, unknown, string[], string[]]>([
    ["ids are compared in lower case", { alertTargetIDs: [clusterId.toUpperCase()] }, {}, [clusterId], []],
    ["several targets", { alertTargetIDs: ["/a", "/b/", "/A"] }, {}, ["/a", "/b"], []],
    ["no target", { alertTargetIDs: null, configurationItems: null }, {}, [], []],
    [
      "a log alert, by id",
      { ...log, configurationItems: [clusterId] },
      {},
      [workspace.toLowerCase(), clusterId],
      [],
    ],
    [
      "a log alert, by name",
      { ...log, configurationItems: ["prod-1", "prod-1"] },
      {},
      [workspace.toLowerCase()],
      ["prod-1"],
    ],
    [
      "a log alert, by what is no name",
      { ...log, configurationItems: ["a b", "x".repeat(70), ""] },
      {},
      [workspace.toLowerCase()],
      [],
    ],
    [
      "a log alert, by the dimension that it is split by",
      { ...log, configurationItems: [] },
      { condition: { allOf: [{ dimensions: [{ name: "ClusterName", value: "prod-1" }] }] } },
      [workspace.toLowerCase()],
      ["prod-1"],
    ],
    [
      "a log alert of the old kind, by its dimension",
      { ...log, configurationItems: [] },
      {
        Dimensions: [
          { name: "Computer", value: "aks-1" },
          { Name: "clusterName", Value: "prod-1" },
        ],
      },
      [workspace.toLowerCase()],
      ["prod-1"],
    ],
    ["a budget: all that it is for", budgetEssentials, budget, [subscription], []],
    [
      "a metric of a machine that is called like a cluster",
      { alertTargetIDs: [machine] },
      {},
      [machine.toLowerCase()],
      [],
    ],
    [
      "Prometheus, by its label",
      { monitoringService: "Prometheus", alertTargetIDs: [workspace], configurationItems: [] },
      { labels: { cluster: "prod-1" } },
      [workspace.toLowerCase()],
      ["prod-1"],
    ],
  ])("%s", (_name, essentials, context, targets, names) => {
    expect(azureAlert(essentials, context)).toMatchObject({ targets, names });
  });
});

test("a budget has no rule, no severity and no condition of its own", () => {
  expect(azureAlert(budgetEssentials, budget)).toMatchObject({
    ...{ rule: "aks-monthly", severity: "Sev4", condition: "fired" },
  });
  expect(JSON.stringify(azureAlert(budgetEssentials, budget))).not.toContain("alexw");
});

describe("news of Azure's health, which always comes as fired", () => {
  const service = {
    monitoringService: "ServiceHealth",
    signalType: "Activity Log",
    alertTargetIDs: [subscription],
  };
  const resource = { monitoringService: "Resource Health", signalType: "Activity Log" };
  const later = "2026-03-22T15:00:00Z";
  test.each([
    ["service health", service, health.service, overHealth],
    ["resource health", resource, health.resource, availableAgain],
  ])(
    "%s: the news that it is over ends what the same was news of before",
    (_name, essentials, begun, over) => {
      const first = azureAlert({ ...essentials, alertId: "/a/1" }, begun);
      const last = azureAlert({ ...essentials, alertId: "/a/2", firedDateTime: later }, over);
      expect(first.condition).toBe("fired");
      expect(last).toMatchObject({ condition: "resolved", resolvedAt: new Date(later).toISOString() });
      expect(last.origin).toBe(first.origin);
    },
  );

  test("of something else, by the same rule: ends nothing of it", () => {
    const properties = { ...overHealth.properties, trackingId: "OTHER" };
    const first = azureAlert({ ...service, alertId: "/rule" }, health.service);
    const other = azureAlert(
      { ...service, alertId: "/rule", firedDateTime: later },
      { ...overHealth, properties },
    );
    expect([other.id === first.id, other.origin === first.origin]).toEqual([false, false]);
  });
});

describe("links", () => {
  test.each([
    ["https://portal.azure.com/#view/x", "https://portal.azure.com/#view/x"],
    ["https://portal.azure.us/#view/x", "https://portal.azure.us/#view/x"],
    ["http://portal.azure.com/", null],
    ["https://portal.azure.com.evil.example/", null],
    ["https://portal.azure.com@evil.example/", null],
    ["https://user:pass@portal.azure.com/", null],
    ["https://portal.azure.com:8443/", null],
    ["https://evil.example/?portal.azure.com", null],
    ["javascript:alert(1)//portal.azure.com", null],
    [`https://portal.azure.com/#${"x".repeat(2_000)}`, null],
    ["", null],
    [null, null],
  ])("%s → %s", (investigationLink, link) => {
    expect(azureAlert({ investigationLink }).link).toBe(link);
  });

  test("a log alert without one offers its results", () => {
    const [, essentials, context] = services.find(([name]) => name === "a log search") ?? [];
    expect(azureAlert(essentials, context).link).toBe(
      "https://portal.azure.com/#@tenant/blade/Logs/filtered",
    );
  });
});

describe("texts", () => {
  test.each<[string, string, string]>([
    ["one line", "a\n\n b\t c", "a b c"],
    ["a secret", "deploy with --password hunter22 failed", "deploy with --password [masked] failed"],
    ["a token", `Bearer ${"a1".repeat(20)}`, "Bearer [masked]"],
    ["an address", "see https://evil.example/x", "see https[:]//evil.example/x"],
    [
      "an address with a password",
      "see https://me:hunter22@evil.example",
      "see https[:]//me:[masked]@evil.example",
    ],
    ["long", "x".repeat(5_000), `${"x".repeat(299)}…`],
  ])("%s", (_name, description, kept) => {
    expect(azureAlert({ description }).description).toBe(kept);
  });

  test("a secret in a rule's name and in a label", () => {
    expect(azureAlert({ alertRule: "token=abcdef123456" }).rule).toBe("token=[masked]");
    const annotations = { summary: "password=hunter22 is wrong" };
    expect(said(azureAlert({ monitoringService: "Prometheus" }, { annotations }))).toBe(
      "password=[masked] is wrong",
    );
  });

  test("a secret that its dimension's name gives away", () => {
    const allOf = [{ dimensions: [{ name: "--password", value: "hunter22" }] }];
    expect(JSON.stringify(azureAlert({}, { condition: { allOf } }))).not.toContain("hunter22");
  });

  test("nothing to say", () => {
    expect(azureAlert({ description: " \n " }).description).toBeNull();
  });
});

describe("what is not the schema", () => {
  const essentials = (more: Record<string, unknown>) => alertBody(more);
  test.each<[string, unknown, string | null]>([
    ["nothing", undefined, null],
    ["text", "hello", null],
    ["another schema", { ...alertBody(), schemaId: "Microsoft.Insights/activityLogs" }, "schemaId"],
    ["no data", { schemaId: "azureMonitorCommonAlertSchema" }, "data"],
    ["no id", essentials({ alertId: undefined }), "data.essentials.alertId"],
    ["an id that never ends", essentials({ alertId: "x".repeat(2_001) }), "data.essentials.alertId"],
    ["another severity", essentials({ severity: "Sev9" }), "data.essentials.severity"],
    ["another condition", essentials({ monitorCondition: "Maybe" }), "data.essentials.monitorCondition"],
    ["no time", essentials({ firedDateTime: "yesterday" }), "data.essentials.firedDateTime"],
    [
      "too many targets",
      essentials({ alertTargetIDs: Array(501).fill("/a") }),
      "data.essentials.alertTargetIDs",
    ],
  ])("%s", (_name, body, field) => {
    expect(azureMonitor.parse(body)).toEqual({ ok: false, field });
  });
});
