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
  ["hey, is it me or is prod-1 down", "isDown"],
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
