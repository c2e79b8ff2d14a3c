// A line that leans on what was shown last, as the command that it stands for.

import type { ChangeRequest } from "../../../src/core/command/change/change-request.ts";
import type { CommandRequest } from "../../../src/core/command/grammar/command-request.ts";
import { parseCommand } from "../../../src/core/command/parse-command.ts";
import { leansOnShown } from "../../../src/core/conversation/plain-words/follow-words.ts";
import { followUp } from "../../../src/core/conversation/reading/follow-up.ts";
import type { Shown, ShownObject } from "../../../src/core/conversation/shown.ts";

const cluster = { id: "/prod-1", name: "prod-1" };
const now = new Date("2026-12-02T03:30:00Z");

function requestOf(command: string): CommandRequest | ChangeRequest {
  const parsed = parseCommand(command);
  if (!parsed.ok) throw new Error(command);
  return parsed.request;
}

const shownBy = (command: string | null, ...objects: readonly ShownObject[]): Shown => ({
  ...{ cluster, objects, at: now.toISOString() },
  asked: command === null ? null : requestOf(command),
});

const pod = (name: string): ShownObject => ({ type: "pods", name, namespace: "shop" });
const cart: ShownObject = { type: "deployments", name: "cart", namespace: "shop" };
const shown = {
  pods: shownBy("kubectl get pods -n shop", pod("cart-7d9f8b6c5-x2x4z"), pod("web-0"), pod("web-1")),
  everyPod: shownBy("kubectl get pods -A | grep -e NAME -e web", pod("web-0")),
  log: shownBy("kubectl logs web-0 -n shop", pod("web-0")),
  deployment: shownBy("kubectl get deployments -n shop", cart),
  scaling: shownBy("kubectl scale deployment/cart --replicas=5 -n shop", cart),
  nodes: shownBy("kubectl get nodes", { type: "nodes", name: "aks-np1-1-vmss000000", namespace: null }),
  diagnosis: shownBy(null, pod("web-0")),
  access: shownBy(null),
};

/** As it is asked, asked back or offered. */
function becomes(line: string, after: keyof typeof shown): string {
  const follow = leansOnShown(line) ? followUp(line, shown[after], now) : null;
  switch (follow?.is) {
    case undefined:
      return "nothing";
    case "line":
      return follow.line.replace(/^run `(.*)` on \/prod-1$/, "$1");
    case "askBack":
      return `? ${follow.intent.command}`;
    case "several":
      return follow.lines.join(" or ");
  }
}

const logOf = "kubectl logs web-0 --namespace=shop";

test.each<[keyof typeof shown, string, string]>([
  ["pods", "the second one in the list, what does describe say?", "kubectl describe pods web-0 -n shop"],
  ["pods", "logs of the second one", "kubectl logs web-0 -n shop"],
  ["pods", "show me the logs of #3", "kubectl logs web-1 -n shop"],
  ["pods", "kannst du mir vom dritten die Logs zeigen", "kubectl logs web-1 -n shop"],
  ["pods", "第二个的日志", "kubectl logs web-0 -n shop"],
  ["pods", "最后一个的事件", "kubectl get events -n shop --field-selector=involvedObject.name=web-1"],
  ["pods", "logs of the last one, last 10 minutes", `kubectl logs web-1 --namespace=shop --since=10m`],
  ["pods", "restart the second pod", "? kubectl delete pods web-0 -n shop"],
  ["pods", "lösch den dritten", "? kubectl delete pods web-1 -n shop"],
  ["log", "show the logs from that pod, but only since 02:40.", `${logOf} --since-time=2026-12-02T02:40:00Z`],
  ["log", "seit 23:15 bitte", `${logOf} --since-time=2026-12-01T23:15:00Z`],
  ["log", "and the previous log", `${logOf} --tail=1000 --previous`],
  ["log", "再看上一次的日志", `${logOf} --tail=1000 --previous`],
  ["log", "ja genau der, und davon nur die Errors", `${logOf} --tail=1000 | grep -i error`],
  ["log", "只看报错", `${logOf} --tail=1000 | grep -i error`],
  ["log", "200 lines", `${logOf} --tail=200`],
  ["log", "its events", "kubectl get events -n shop --field-selector=involvedObject.name=web-0"],
  ["log", "why does that pod restart all the time", "kubectl describe pods web-0 -n shop"],
  ["diagnosis", "logs of that pod", "kubectl logs web-0 -n shop"],
  ["diagnosis", "and the previous logs", `${logOf} --tail=1000 --previous`],
  ["pods", "now for the payments namespace", "kubectl get pods --namespace=payments"],
  ["pods", "und jetzt im namespace payments", "kubectl get pods --namespace=payments"],
  ["pods", "payments 命名空间呢", "kubectl get pods --namespace=payments"],
  ["pods", "in all namespaces", "kubectl get pods --all-namespaces"],
  ["everyPod", "with nodes please", "kubectl get pods --all-namespaces --output=wide | grep -e NAME -e web"],
  ["deployment", "make it 3", "? kubectl scale deployments/cart -n shop --replicas=3"],
  ["deployment", "scale it to 4", "? kubectl scale deployments/cart -n shop --replicas=4"],
  ["deployment", "roll it back", "? kubectl rollout undo deployments/cart -n shop"],
  ["scaling", "改成3个", "? kubectl scale deployments/cart -n shop --replicas=3"],
  [
    "scaling",
    "ah sorry, im Namespace web natürlich, nicht shop",
    "? kubectl scale deployments/cart --replicas=5 --namespace=web",
  ],
  ["pods", "more", "kubectl get pods --namespace=shop --output=wide"],
  ["pods", "ausführlicher bitte", "kubectl get pods --namespace=shop --output=wide"],
  ["pods", "详细点", "kubectl get pods --namespace=shop --output=wide"],
  ["pods", "since when exactly", "kubectl get events -n shop --sort-by=.lastTimestamp"],
  ["log", "seit wann denn", "kubectl get events -n shop --field-selector=involvedObject.name=web-0"],
  ["pods", "同样的,不过换成 kube-system", "kubectl get pods --namespace=kube-system"],
  ["nodes", "cordon that node", "? kubectl cordon aks-np1-1-vmss000000"],
])("after %s, %j is %j", (after, line, expected) => {
  expect(becomes(line, after)).toBe(expected);
});

test.each<[keyof typeof shown, string, RegExp]>([
  ["pods", "and the previous log", /cart-.* --previous on prod-1 or .*web-0.* or .*web-1/],
  ["pods", "not that pod, the one with cart", /^(?!.*web).*describe pods cart-/],
  ["pods", "and the other pod?", /describe pods cart-.* or .*describe pods web-0/],
  ["pods", "und der andere pod?", /describe pods cart-.* or .*describe pods web-0/],
  ["pods", "另一个 pod 呢", /describe pods cart-.* or .*describe pods web-0/],
  ["pods", "how long does that pod run already?", /get pods cart-.* or .*get pods web-0/],
])("after %s, it is asked which %j means", (after, line, expected) => {
  expect(becomes(line, after)).toMatch(expected);
});

test.each<[keyof typeof shown, string]>([
  ["pods", "diagnose prod-1"],
  ["pods", "the first time it happened"],
  ["pods", "I will take that one"],
  ["pods", "thanks, that one works"],
  ["pods", "close it"],
  ["pods", "is it down?"],
  ["pods", "logs of the second one on edge-1"],
  ["pods", "logs of the seventh one"],
  ["pods", "note the second node failed"],
  ["log", "should I delete that pod?"],
  ["log", "don't delete that pod"],
  ["nodes", "in the payments namespace"],
  ["access", "logs of that pod"],
  ["access", "since 02:40"],
  ["log", "and the other pod?"],
  ["log", "more"],
  ["diagnosis", "since when"],
])("after %s, %j leans on nothing of it", (after, line) => {
  expect(becomes(line, after)).toBe("nothing");
});

test.each([
  "get pods -n payments",
  "kubectl logs that pod",
  "is the pod on edge-1 up",
  "make it 3\nand restart",
])("nothing is looked up for %j", (line) => {
  expect(leansOnShown(line)).toBe(false);
});
