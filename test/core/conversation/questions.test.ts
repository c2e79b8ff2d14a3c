// Questions that are answered by one sentence: what of the cluster itself is asked, in each language.
import { understanding, viewOf } from "../../../src/doors/cli/understand.ts";
import { messages } from "../../../src/presenters/messages/messages.ts";

const view = viewOf(["prod-1", "prod-2"], "prod-1");
const read = (line: string) => {
  const { reading, cluster, question } = understanding(line, view, messages("en"));
  return { reading, cluster, question };
};

test.each([
  ["is it down?", "isDown"],
  ["is prod-1 down?", "isDown"],
  ["prod-1 down?", "isDown"],
  ["is prod-1 still up?", "isDown"],
  ["check if prod-1 is up", "isDown"],
  ["ist prod-1 down?", "isDown"],
  ["läuft prod-1?", "isDown"],
  ["ist der cluster erreichbar?", "isDown"],
  ["prod-1 挂了吗", "isDown"],
  ["prod-1 是不是挂了", "isDown"],
  ["who changed it?", "whoChanged"],
  ["who changed prod-1?", "whoChanged"],
  ["who broke prod-1", "whoChanged"],
  ["what changed on prod-1", "whoChanged"],
  ["recent changes on prod-1", "whoChanged"],
  ["wer hat prod-1 geändert?", "whoChanged"],
  ["was hat sich an prod-1 geändert?", "whoChanged"],
  ["谁改了 prod-1", "whoChanged"],
  ["prod-1 有什么变更", "whoChanged"],
  ["what happened?", "whatHappened"],
  ["what happened to prod-1", "whatHappened"],
  ["what broke prod-1?", "whatHappened"],
  ["was ist mit prod-1 passiert?", "whatHappened"],
  ["prod-1 发生了什么", "whatHappened"],
])("%s: %s", (line, question) => {
  expect(read(line)).toEqual({ reading: "diagnose", cluster: "prod-1", question });
});

test.each([
  ["hey, is it me or is prod-1 down", "everybody"],
  ["gibt es bei prod-1 heute Nacht ein Wartungsfenster?", "maintenance"],
  ["until when are the cluster certificates of prod-1 valid", "clusterCertificates"],
  ["how many nodes do we have in the user pool of prod-1", "nodePools"],
  ["start prod-1 again", "power"],
  ["kannst du prod-1 wieder starten", "power"],
  ["Add 185.44.12.0/28 to the authorised ranges on prod-1", "ranges"],
  ["take 185.44.12.9 off the allow list of prod-1", "ranges"],
  ["i have a new ip, how do i get it into the authorized ranges of prod-1", "ranges"],
])("a fact of the cluster: %s: %s", (line, question) => {
  expect(read(line)).toEqual({ reading: "diagnose", cluster: "prod-1", question });
});

test("nobody looks inside for what Azure tells, unless something is wrong", () => {
  const looks = (line: string) => understanding(line, view, messages("en")).withoutInside !== true;
  expect(looks("egress ip of prod-1")).toBe(false);
  expect(looks("why does the autoscaler add no nodes on prod-1")).toBe(true);
  expect(looks("am I the only one locked out of prod-1")).toBe(true);
});

test.each([
  ["versions of all clusters"],
  ["which k8s version do all clusters have, and which one ends first"],
  ["welche Versionen haben alle Cluster"],
  ["四个集群的 k8s 版本"],
])("of all clusters, their list says it: %s", (line) => {
  expect(read(line).reading).toBe("clusters");
});

test.each([
  ["a statement", "prod-1 is down"],
  ["who asks why knows that it is", "why is prod-1 down?"],
  ["who asks why, in German", "warum ist prod-1 down?"],
  ["who asks why, in Chinese", "prod-1 为什么挂了"],
  ["a part of it", "is dns ok on prod-1"],
  ["an object that lies in it", "why is the api in payments down on prod-1"],
  ["an order", "diagnose prod-1"],
])("%s is no such question: %s", (_what, line) => {
  expect(read(line).question).toBeUndefined();
});
