// Which words of a command may be the name of a cluster, and what is left without them.

import { verbs } from "../../../src/core/command/grammar/verbs.ts";
import { clusterWords, withoutCluster } from "../../../src/core/conversation/reading/cluster-words.ts";
import { summaryOf } from "../../app/setup.ts";

const wordsOf = (command: string): readonly string[] =>
  clusterWords(command).map(({ name, marked }) => (marked ? `${name}!` : name));

test.each([
  ["kubectl get nodes edge-1", ["nodes", "edge-1"]],
  ["kubectl get", []],
  ["kubectl", []],
  ["", []],
  ["kubectl get 'a b' -o jsonpath='{.x}'", []],
  ["kubectl -n web get -l app=x pods -Al y edge-1", ["pods", "edge-1"]],
  ["kubectl get pods -o wide --tail 5 --since=1h x", ["pods", "x"]],
  ["kubectl logs -p api --previous x", ["api", "x"]],
  ["kubectl get pods | grep -n edge-1 | head 5", ["pods", "edge-1", "5"]],
  ["kubectl get pods (edge-1)", []],
  ["kubectl get pods in the cluster edge-1", ["pods", "in", "the", "cluster", "edge-1!"]],
  ["kubectl get pods on at @x", ["pods", "on", "at", "x!"]],
  ["kubectl get pods -n in edge-1", ["pods", "edge-1"]],
  ["kubectl get nodes edge 1", ["nodes", "edge-1", "edge", "1"]],
  ["kubectl logs api from edge-1", ["api", "from", "edge-1!"]],
  ["kubectl get pods .edge-1. ,x,", ["pods", "edge-1", "x"]],
  [`kubectl get pods ${summaryOf("x").id}`, ["pods", `${summaryOf("x").id.slice(1)}!`]],
])("%j: %j", (command, expected) => {
  expect(wordsOf(command)).toEqual(expected);
});

test("the value of a flag is known as one for every verb", () => {
  for (const { words, flags } of verbs) {
    for (const { long, short, value } of flags) {
      for (const name of [`--${long}`, ...(short ? [`-${short}`] : [])]) {
        const found = wordsOf(`kubectl ${words.join(" ")} ${name} value`).includes("value");
        expect([words, name, found]).toEqual([words, name, value === undefined]);
      }
    }
  }
});

test.each([
  ["kubectl get nodes edge-1", "edge-1", "kubectl get nodes"],
  ["kubectl get nodes in the edge-1 cluster, please".replace(",", ""), "edge-1", "kubectl get nodes"],
  [
    "kubectl get pods -l 'a in (b)' edge-1 | grep 'x y'",
    "edge-1",
    "kubectl get pods -l 'a in (b)' | grep 'x y'",
  ],
  ["kubectl get pods -n on edge-1", "edge-1", "kubectl get pods -n on"],
  ["kubectl get nodes on edge 1 please", "edge-1", "kubectl get nodes"],
  ["kubectl get pods -n edge-1 EDGE-1", "edge-1", "kubectl get pods -n edge-1"],
  ["kubectl get pods pods", "pods", "kubectl get pods"],
  ["kubectl get pods", "pods", null],
  ["kubectl get nodes edge-1", "edge-2", null],
])("%j without %s: %j", (command, name, expected) => {
  expect(withoutCluster(command, summaryOf(name).id, new Map())).toBe(expected);
});

test.each(["edge-1", "rg-prod/edge-1", "", "../edge-1"])("%j is no resource id", (id) => {
  expect(withoutCluster("kubectl get nodes edge-1", id, new Map())).toBeNull();
});
