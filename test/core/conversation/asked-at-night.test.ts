// What people ask at night and no example says like that: orders with why, records, rights, alerts, the bot itself.
import { understanding, viewOf } from "../../../src/doors/cli/understand.ts";
import { messages } from "../../../src/presenters/messages/messages.ts";

const view = viewOf(["prod-1", "edge-1", "stage-1", "prod-eu-2"], "prod-1");
const read = (line: string) => understanding(line, view, messages("en"));

test.each([
  [
    "hpa booking in travel reached 12 of 12, go up to 24 please",
    `kubectl patch hpa booking -n travel -p '{"spec":{"maxReplicas":24}}' on prod-1`,
  ],
  [
    "hpa booking in travel ist bei 12 von 12, bitte auf 24 hoch",
    `kubectl patch hpa booking -n travel -p '{"spec":{"maxReplicas":24}}' on prod-1`,
  ],
  [
    "booking 8.2 in travel is broken since the release, back to 8.1",
    "kubectl rollout undo deployment/booking -n travel on prod-1",
  ],
  [
    "drain aks-web-31882201-vmss00000d on edge-1, memory errors in the kernel log",
    "kubectl drain aks-web-31882201-vmss00000d --ignore-daemonsets on edge-1",
  ],
])("%j is a button with its command", (line, command) => {
  const { reading, suggestions } = read(line);
  expect(reading).toBe("changeInWords");
  expect(suggestions[0]?.startsWith(command)).toBe(true);
});

test.each([
  ["statefulset redis-cache in sessions down to 2, one node is being replaced", "one node is being replaced"],
  ["bitte Node aks-sys-11020034-vmss000002 drainen: Lüfter ist kaputt", "Lüfter ist kaputt"],
  ["重启 prod-1 上 travel 的 booking，网络抖了之后一直卡着", "网络抖了之后一直卡着"],
])("%j keeps its reason", (line, why) => {
  expect(read(line).suggestions.join()).toContain(`because ${why}`);
});

test.each([
  [
    "cronjobs that failed tonight on edge-1",
    "kubectl get jobs --all-namespaces --field-selector=status.succ",
  ],
  [
    "which pod is 10.244.7.31",
    "kubectl get pods --all-namespaces --output=wide --field-selector=status.podIP",
  ],
  ["where does booking-0 run", "kubectl get pods --all-namespaces --output=wide | grep"],
  ["welche Pods laufen auf stage-1 nicht", "kubectl get pods --all-namespaces | grep -v -e 1/1"],
  ["events in billing newest first", "kubectl get events --namespace=billing --sort-by=.lastTimestamp"],
  ["which external ip has the booking service in travel", "kubectl get services --namespace=travel | grep"],
  [
    'such "deadline exceeded" in den Logs von booking in travel',
    "kubectl logs deployments/booking --namespace=travel --tail=1000 | grep -i 'deadline exceeded'",
  ],
  ["edge-1 的 metrics-server 日志", "kubectl logs deployments/metrics-server --namespace=kube-system"],
  [
    "who scaled booking in travel down",
    "kubectl get deployments --namespace=travel '--output=custom-columns",
  ],
])("%j looks with %j", (line, command) => {
  expect(read(line).command).toContain(command);
});

test.each([
  ["what does KubeStatefulSetReplicasMismatch mean", "alertPods"],
  ["KubePersistentVolumeErrors 是什么", "alertVolumes"],
  ["was bedeutet TargetDown als Alarm", "alertRule"],
  ["human or machine?", "bot"],
  ["wofür steht „beeinträchtigt“ auf der Karte", "cards"],
  ["will you restart it right away or does somebody have to approve", "impact"],
  ["按了修复按钮会怎样", "fix"],
  ["darf Nora Nodes drainen", "roles"],
  ["no, I do not approve that, the reason is missing", "reject"],
  ["this is the same as the stage-1 incident, please merge", "merge"],
])("%j is told: %s", (line, topic) => {
  expect(read(line)).toMatchObject({ reading: "told", topic });
});

test.each([
  ["who agreed to the scale of booking last night, who approved it", { reading: "story", as: "timeline" }],
  ["heb die Stummschaltung auf edge-1 auf", { suggestions: ["unmute edge-1"] }],
  ["the volume alerts are another problem, split them off", { suggestions: ["split"] }],
  ["wer hat übernächste Woche Bereitschaft", { reading: "onCall" }],
  ["把我手上的事件都交给今晚值班的人", { reading: "onCall" }],
  ["was the night quiet?", { reading: "incidents" }],
  ["setz in der Tabelle bookings paid auf true", { reading: "beyond" }],
])("%j", (line, meant) => {
  expect(read(line)).toMatchObject(meant);
});

test.each([
  ["kubectl get pods -n travel stage", ["stage-1", "prod-1"]],
  ["k get deploy staging -n web", []],
])("%j: what clusters are called by is never silently an argument", (line, buttons) => {
  expect(read(line).buttons.map(({ cluster }) => cluster)).toEqual(buttons);
});

test.each(["restart booking in travel on stage", "pls restrat coredns on prod1"])(
  "%j: what was used is not listed as unread",
  (line) => {
    expect(read(line).unread).toBeUndefined();
  },
);
