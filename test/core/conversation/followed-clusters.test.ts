// What a channel follows is changed at once, so a line that forbids, tells, asks or excepts it changes nothing.
import { understanding, viewOf } from "../../../src/doors/cli/understand.ts";
import { messages } from "../../../src/presenters/messages/messages.ts";

const view = viewOf(["prod-1", "prod-2", "edge-1", "stage"], "prod-1");
const read = (line: string) => understanding(line, view, messages("en"));

test.each([
  "don't unwatch prod-2",
  "don't stop watching prod-2",
  "continue watching prod-2",
  "continue watching prod-*",
  "bitte prod-* nicht abbestellen",
  "hör nicht auf prod-* zu beobachten",
  "别取消关注prod-*",
  "never watch prod-* here",
  "不要关注prod-*",
  "prod-2 hier beobachten bitte nicht",
  "小王取消关注了prod-*",
  "soll ich prod-2 beobachten",
  "beobachtest du prod-2",
  "prod-2 beobachten wir selber",
  "watching everything prod-*",
  "watch prod-* except prod-2",
  "watch prod-* but not prod-2",
  "unwatch prod-*, stage",
  "watch prod-* or stage",
  "watch prod-* in the other channel",
  "post alerts of prod-* to #ops",
  "post alerts of prod-* to Anna",
  "在另一个群里关注prod-*",
  "watch prod-* in westeurope",
  "watch prod-* namespaces on prod-1",
  "unwatch all clusters except prod-1",
  "关注所有集群除了prod-1",
  "watch not all clusters",
  "watch all clusters quiet 22:00-07:00 Europe/Berlin",
  "unwatch all other clusters",
  "beobachte alle anderen Cluster",
  "stop watching everything but prod-1",
  "unwatch everything but prod-2",
  "unwatch everything",
  "stop watching all of them",
  "stop posting alerts here except sev0",
  "prod-2 in the other channel",
  "don't post alerts of prod-2 to #ops",
  "watch prod-1 not prod-2",
  "kannst du prod-2 im anderen Kanal beobachten",
  "kannst du prod-1 statt prod-2 beobachten",
])("%j changes nothing", (line) => {
  const { reading, suggestions = [] } = read(line);
  expect(reading).not.toMatch(/watch/i);
  expect(suggestions.filter((each) => /watch \*/.test(each))).toEqual([]);
});

test.each([
  ["watch **prod-2**", "watch"],
  ["unwatch *prod-2*", "unwatch"],
  ["don't watch prod-2 any more", "unwatch"],
  ["no alerts for prod-2 please", "unwatch"],
])("%j is of one cluster", (line, reading) => {
  expect(read(line)).toMatchObject({ reading, cluster: "prod-2" });
});

test.each([
  ["watch prod-* quiet 22:00-07:00 Europe/Berlin", "watch"],
  ["unwatch prod-* here please", "unwatch"],
])("%j is of several", (line, reading) => {
  expect(read(line)).toMatchObject({ reading, cluster: "prod-*" });
});
