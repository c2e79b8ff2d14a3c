// What is written of an incident: which line does what, and which is a sentence like any other.
import { parseIntent } from "../../../src/core/conversation/grammar/parse-intent.ts";
import { understandLine } from "../../../src/core/conversation/reading/understand-line.ts";

const read = (line: string) => {
  const understood = parseIntent(line);
  return understood.ok ? understood.intent : understood.reason;
};
const here = { kind: "actOnIncident", incident: null, cluster: null };
const week = (line: string): [string, object] => [line, { kind: "week" }];
const weekly =
  (on: boolean) =>
  (line: string): [string, object] => [line, { kind: "weekly", on }];
const prod = { ...here, cluster: "prod-1" };
const byId = { ...here, incident: "I-0123456789" };

describe("what is done with it", () => {
  const take = { act: { act: "take" } };
  const close = (because: string | null = null) => ({ act: { act: "resolve", because } });
  const severity = (level: number) => ({ act: { act: "setSeverity", severity: `Sev${level}` } });
  const to = (name: string) => ({ act: { act: "handOver", to: name } });
  const merge = { act: { act: "merge", into: "I-K3JX7Q2M9P" } };
  const split = (rule: string | null) => ({ act: { act: "split", rule } });
  const note = (text: string) => ({ act: { act: "note", text } });
  test.each<[string, object]>([
    ["split", { ...here, ...split(null) }],
    ["split I-0123456789", { ...byId, ...split(null) }],
    ["split NodeNotReady", { ...here, ...split("NodeNotReady") }],
    ["Split off NodeNotReady.", { ...here, ...split("NodeNotReady") }],
    ["split api-server-latency from I-0123456789", { ...byId, ...split("api-server-latency") }],
    ['split the alerts of "High CPU usage" out of i-0123456789', { ...byId, ...split("High CPU usage") }],
    ["split High CPU usage", { ...here, ...split("High CPU usage") }],
    ['split "Alert CPU high" from I-0123456789', { ...byId, ...split("Alert CPU high") }],
    ['split "Alert" from I-0123456789', { ...byId, ...split("Alert") }],
    ["trenne NodeNotReady ab", { ...here, ...split("NodeNotReady") }],
    ["trenne NodeNotReady von I-0123456789 ab", { ...byId, ...split("NodeNotReady") }],
    ["abtrennen NodeNotReady", { ...here, ...split("NodeNotReady") }],
    ["拆分 NodeNotReady", { ...here, ...split("NodeNotReady") }],
    ["把 NodeNotReady 从 I-0123456789 拆出来", { ...byId, ...split("NodeNotReady") }],
    ["将NodeNotReady拆出来", { ...here, ...split("NodeNotReady") }],
    ["ack", { ...here, ...take }],
    ["ACK.", { ...here, ...take }],
    ["I'm on it", { ...here, ...take }],
    ["I’m on it!", { ...here, ...take }],
    ["on it", { ...here, ...take }],
    ["take it", { ...here, ...take }],
    ["take it over please", { ...here, ...take }],
    ["take the incident", { ...here, ...take }],
    ["ack prod-1", { ...prod, ...take }],
    ["ack on prod-1", { ...prod, ...take }],
    ["take I-0123456789", { ...byId, ...take }],
    ["Ich übernehme", { ...here, ...take }],
    ["ich kümmere mich darum", { ...here, ...take }],
    ["übernehme prod-1", { ...prod, ...take }],
    ["我来处理", { ...here, ...take }],
    ["认领 prod-1", { ...prod, ...take }],
    ["hand over to Megan Bowen", { ...here, ...to("Megan Bowen") }],
    ["hand it over to @Megan", { ...here, ...to("Megan") }],
    ["hand over prod-1 to Megan", { ...prod, ...to("Megan") }],
    ["übergib an Megan", { ...here, ...to("Megan") }],
    ["转交给王芳", { ...here, ...to("王芳") }],
    ["severity 1", { ...here, ...severity(1) }],
    ["sev1", { ...here, ...severity(1) }],
    ["set severity to sev 0", { ...here, ...severity(0) }],
    ["sev 2 on prod-1", { ...prod, ...severity(2) }],
    ["severity of prod-1 to 3", { ...prod, ...severity(3) }],
    ["Schweregrad 1", { ...here, ...severity(1) }],
    ["级别 1", { ...here, ...severity(1) }],
    ["close", { ...here, ...close() }],
    ["resolve the incident", { ...here, ...close() }],
    ["close the prod-1 incident", { ...prod, ...close() }],
    ["close prod-1's incident", { ...prod, ...close() }],
    ["关闭这个事件", { ...here, ...close() }],
    ["close because the zone is linked again", { ...here, ...close("the zone is linked again") }],
    ["close prod-1, because it is over", { ...prod, ...close("it is over") }],
    ["schließen weil die Zone wieder da ist", { ...here, ...close("die Zone wieder da ist") }],
    ["关闭，因为恢复了", { ...here, ...close("恢复了") }],
    ["reopen", { ...here, act: { act: "reopen" } }],
    ["reopen I-0123456789", { ...byId, act: { act: "reopen" } }],
    ["merge I-0123456789 into I-K3JX7Q2M9P", { ...byId, ...merge }],
    ["merge i-0123456789 with i-k3jx7q2m9p", { ...byId, ...merge }],
    ["merge into I-K3JX7Q2M9P", { ...here, ...merge }],
    ["merge this into I-K3JX7Q2M9P please", { ...here, ...merge }],
    ["führe I-0123456789 mit I-K3JX7Q2M9P zusammen", { ...byId, ...merge }],
    ["zusammenlegen I-0123456789 mit I-K3JX7Q2M9P", { ...byId, ...merge }],
    ["合并 I-0123456789 到 I-K3JX7Q2M9P", { ...byId, ...merge }],
    ["把 I-0123456789 合并到 I-K3JX7Q2M9P", { ...byId, ...merge }],
    ["合并到 I-K3JX7Q2M9P", { ...here, ...merge }],
    ["note failed over to vnet-2", { ...here, ...note("failed over to vnet-2") }],
    ["note: who restarted api?", { ...here, ...note("who restarted api?") }],
    ["note it's the zone", { ...here, ...note("it's the zone") }],
    ["note I-0123456789: done", { ...byId, ...note("done") }],
    ["note on prod-1: done", { ...prod, ...note("done") }],
    ["备注 已切换", { ...here, ...note("已切换") }],
  ])("%s", (line, intent) => {
    expect(read(line)).toEqual(intent);
  });

  test("a note goes over several lines, and what it quotes is not run", () => {
    const line = understandLine("note api hangs\nkubectl rollout restart deployment/api -n web on prod-1");
    expect(line).toMatchObject({
      is: "intent",
      intent: note("api hangs kubectl rollout restart deployment/api -n web on prod-1"),
    });
  });
});

test.each<[string, object]>([
  [
    "incident prod-1 sev 1 because nobody can log in",
    { cluster: "prod-1", severity: "Sev1", because: "nobody can log in" },
  ],
  ["incident prod because of dns", { cluster: "prod", severity: null, because: "of dns" }],
  ["incident prod-1: dns is gone", { cluster: "prod-1", severity: null, because: "dns is gone" }],
  ["declare an incident on prod-1 because of dns", { cluster: "prod-1", severity: null, because: "of dns" }],
  ["incident sev 2 because of dns", { cluster: null, severity: "Sev2", because: "of dns" }],
  ["Störung prod-1 sev 2 weil kein DNS", { cluster: "prod-1", severity: "Sev2", because: "kein DNS" }],
  ["事件 prod-1 级别 1 因为 连不上", { cluster: "prod-1", severity: "Sev1", because: "连不上" }],
])("one is declared: %s", (line, intent) => {
  expect(read(line)).toEqual({ kind: "incident", ...intent });
});

test.each<[string, object]>([
  ["incidents", { kind: "incidents" }],
  ["open incidents", { kind: "incidents" }],
  ["offene Vorfälle", { kind: "incidents" }],
  ["当前事件", { kind: "incidents" }],
  ["who owns prod-1", { kind: "owner", cluster: "prod-1" }],
  ["who is on prod-1?", { kind: "owner", cluster: "prod-1" }],
  ["who is on payments", { kind: "owner", cluster: "payments" }],
  ["who's on it", { kind: "owner", cluster: null }],
  ["wer kümmert sich um prod-1", { kind: "owner", cluster: "prod-1" }],
  ["谁在处理 prod-1", { kind: "owner", cluster: "prod-1" }],
])("%s", (line, intent) => {
  expect(read(line)).toEqual(intent);
});

test.each<[string, object]>([
  ...["week", "numbers", "show the numbers", "the week", "weekly", "weekly numbers please"].map(week),
  ...["Woche", "Zahlen der Woche", "Wochenbericht", "周报", "本周", "本周数字"].map(week),
  ...["weekly on", "Weekly card on", "Wochenbericht an", "开启周报", "周报开"].map(weekly(true)),
  ...["weekly off", "weekly off!", "Wochenkarte aus", "关闭周报", "取消周报"].map(weekly(false)),
])("the week in numbers: %s", (line, intent) => {
  expect(read(line)).toEqual(intent);
});

test.each<[string, object]>([
  ["timeline", { as: "timeline" }],
  ["timeline?", { as: "timeline" }],
  ["timeline prod-1", { as: "timeline", cluster: "prod-1" }],
  ["show the timeline of payments", { as: "timeline", cluster: "payments" }],
  ["timeline of this incident", { as: "timeline" }],
  ["timeline I-K3JX7Q2M9P", { as: "timeline", incident: "I-K3JX7Q2M9P" }],
  ["Zeitachse von prod-1", { as: "timeline", cluster: "prod-1" }],
  ["时间线 prod-1", { as: "timeline", cluster: "prod-1" }],
  ["事件时间线", { as: "timeline" }],
  ["report", { as: "docx" }],
  ["report as word", { as: "docx" }],
  ["report markdown", { as: "md" }],
  ["report I-K3JX7Q2M9P as markdown", { as: "md", incident: "I-K3JX7Q2M9P" }],
  ["incident report prod-1", { as: "docx", cluster: "prod-1" }],
  ["Bericht als Markdown", { as: "md" }],
  ["事件报告 prod-1 md", { as: "md", cluster: "prod-1" }],
])("its story is asked for: %s", (line, intent) => {
  expect(read(line)).toEqual({ kind: "story", incident: null, cluster: null, ...intent });
});

test.each<[string, object]>([
  ["note", { is: "noteMissing" }],
  [`note ${"x".repeat(501)}`, { is: "textTooLong", length: 501, longest: 500 }],
  [`split ${"x".repeat(251)}`, { is: "textTooLong", length: 251, longest: 250 }],
  [`close because ${"x".repeat(201)}`, { is: "textTooLong", length: 201, longest: 200 }],
  [`incident prod-1 because ${"x".repeat(201)}`, { is: "textTooLong", length: 201, longest: 200 }],
  ["hand over", { is: "personMissing" }],
  ["severity 7", { is: "noSeverity", written: "7" }],
  ["incident prod-1 sev 9 because x", { is: "noSeverity", written: "9" }],
  ["incident prod-1 sev 1", { is: "incidentReasonMissing" }],
])("what is missing or wrong is said: %s", (line, reason) => {
  expect(read(line)).toEqual(reason);
});

test.each([
  "numbers of pods",
  "numbers look wrong on prod-1",
  "week 48",
  "weekly meeting",
  "weekly on Monday",
  "本周值班",
  "close the ticket",
  "close pod api-1",
  "close prod-1 and restart api",
  "close?",
  "resolve it?",
  "I'm on it?",
  "resolved",
  "take it easy",
  "take a look at prod-1",
  "take over from Marek",
  "note that prod-1 is down",
  "noteworthy: prod-1 is down",
  "who is on call",
  "who is on call tonight",
  "who owns the namespace payments",
  "severity of the CVE",
  "incident response plan",
  "incident on prod-1, please look",
  "我来看一下日志",
  "report a problem with prod-1",
  "reports of slow pods on prod-1",
  "timeline for the upgrade of prod-1",
  "split brain in etcd on prod-1",
  "split the traffic between api-1 and api-2",
  "split DNS for vnet-hub",
  "split it up",
  "split?",
])("a sentence like any other: %s", (line) => {
  const understood = parseIntent(line);
  const kind = understood.ok ? understood.intent.kind : "none";
  expect(["incident", "incidents", "actOnIncident", "owner", "story", "week", "weekly"]).not.toContain(kind);
});

const forTwoHours = { kind: "mute", cluster: "prod-1", minutes: 120, because: null };
test.each<[string, object]>([
  ["mute prod-1 2h because upgrade", { ...forTwoHours, because: "upgrade" }],
  ["mute prod-1 for 2 hours", forTwoHours],
  ["mute 2h prod-1 please", forTwoHours],
  ["silence prod-1 30m", { ...forTwoHours, minutes: 30 }],
  ["prod-1 mute 2h", forTwoHours],
  ["be quiet about prod-1 for 2 hours", forTwoHours],
  ["prod-1 2 Stunden stumm", forTwoHours],
  ["把 prod-1 静音 2 小时", forTwoHours],
  ["mute 30 min", { ...forTwoHours, cluster: null, minutes: 30 }],
  ["stummschalten prod-1 für 2 Stunden weil Upgrade", { ...forTwoHours, because: "Upgrade" }],
  ["静音 prod-1 2小时 因为升级", { ...forTwoHours, because: "升级" }],
  ["unmute prod-1", { kind: "unmute", cluster: "prod-1" }],
  ["取消静音 prod-1", { kind: "unmute", cluster: "prod-1" }],
])("for how long nothing is posted: %s", (line, intent) => {
  expect(read(line)).toEqual(intent);
});
