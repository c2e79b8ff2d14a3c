// One line of `watch` or `unwatch` for several clusters: as if one name stood there, in every language.
import { understandLine } from "../../../src/core/conversation/reading/understand-line.ts";

test.each<[string, string, string, string | null]>([
  ["watch prod-*", "watch", "prod-*", null],
  ["watch Prod-* sev<=1 here", "watch", "prod-*", "Sev1"],
  ["watch *", "watch", "*", null],
  ["unwatch prod-* here", "unwatch", "prod-*", null],
  ["can you watch prod-* in this channel", "watch", "prod-*", null],
  ["post the alerts of prod-* in this channel please", "watch", "prod-*", null],
  ["stop watching prod-*", "unwatch", "prod-*", null],
  ["beobachte prod-* ab Sev 1 hier", "watch", "prod-*", "Sev1"],
  ["kannst du prod-* in diesem Kanal beobachten", "watch", "prod-*", null],
  ["hör auf prod-* zu beobachten", "unwatch", "prod-*", null],
  ["能在这个频道关注prod-*吗", "watch", "prod-*", null],
  ["取消关注prod-*", "unwatch", "prod-*", null],
])("%s", (line, kind, cluster, severity) => {
  const intent = { kind, cluster, ...(severity && { severity }) };
  expect(understandLine(line)).toEqual({ is: "intent", intent });
});

test.each([
  ["follow all prod clusters", "watch prod*"],
  ["watch all clusters", "watch *"],
  ["beobachte alle prod Cluster", "watch prod*"],
  ["关注所有 prod 集群", "watch prod*"],
])("all of them in words are asked back: %s", (line, phrase) => {
  expect(understandLine(line)).toMatchObject({ is: "misread", reason: { is: "didYouMean", phrase } });
});

test.each([["diagnose prod-*"], ["kubectl get pods -l app=* on prod-1"], ["list all clusters"]])(
  "what follows nothing means what it did: %s",
  (line) => {
    expect(JSON.stringify(understandLine(line))).not.toMatch(/"kind":"(?:un)?watch"|didYouMean/);
  },
);
