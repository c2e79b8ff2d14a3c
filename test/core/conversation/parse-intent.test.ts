// The grammar of the chat.
import fc from "fast-check";
import { parseIntent } from "../../../src/core/conversation/grammar/parse-intent.ts";
import { misreadInWords } from "../../said.ts";

const vnet = "/subscriptions/1/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet-hub";
const clusterId =
  "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/prod-1";

describe("verbs without anything after them", () => {
  test.each([
    ["", "help"],
    [" \n ", "help"],
    ["help", "help"],
    ["/HELP", "help"],
    ["Hi!", "help"],
    ["hello, anybody there?", "help"],
    ["clusters", "clusters"],
    ["please list  clusters.", "clusters"],
    ["status", "status"],
    ["status please", "status"],
    ["whoami", "whoAmI"],
    ["Who am I?", "whoAmI"],
    ["sign in", "signIn"],
    ["login", "signIn"],
    ["Sign out", "signOut"],
    ["logout", "signOut"],
    ["watches", "watches"],
    ["Watches?", "watches"],
    ["`help`", "help"],
  ])("%j asks for %s", (text, kind) => {
    expect(parseIntent(text)).toEqual({ ok: true, intent: { kind } });
  });

  test("anything more is refused", () => {
    expect(misreadInWords(parseIntent("status prod-1"))).toEqual({
      ok: false,
      reason: 'Write "status" alone: "prod-1" after it was not understood.',
    });
  });
});

describe("diagnose", () => {
  test.each([
    ["diagnose", null, {}],
    ["diagnose prod-1", "prod-1", {}],
    ["  /Diagnose   Prod-1 ", "Prod-1", {}],
    ["please diagnose the cluster prod-1, please!", "prod-1", {}],
    ["diagnose cluster", null, {}],
    ["diagnose `prod-1`", "prod-1", {}],
    ["diagnose rg/prod-1", "rg/prod-1", {}],
    [`diagnose ${clusterId}`, clusterId, {}],
    ["diagnose the cluster in prod-1", "prod-1", {}],
    ["diagnose on prod-1: ", "prod-1", {}],
    ["diagnose @prod-1, from 20.50.0.9", "prod-1", { ip: "20.50.0.9" }],
    ["diagnose at", "at", {}],
    ["diagnose in from 20.50.0.9", "in", { ip: "20.50.0.9" }],
    ["check prod-1", "prod-1", {}],
    ["what is wrong with prod-1?", "prod-1", {}],
    ["What's wrong with prod-1?", "prod-1", {}],
    ["why can't I reach prod-1?", "prod-1", {}],
    ["why cant we reach prod-1", "prod-1", {}],
    ["why can I not reach cluster prod-1", "prod-1", {}],
    ["diagnose from 20.50.0.9", null, { ip: "20.50.0.9" }],
    ["diagnose prod-1 from vnet-hub", "prod-1", { virtualNetwork: "vnet-hub" }],
    [`diagnose prod-1 from ${vnet}`, "prod-1", { virtualNetwork: vnet }],
    [
      'diagnose prod-1 from 20.50.0.9 with "i/o timeout"',
      "prod-1",
      { ip: "20.50.0.9", symptom: "i/o timeout" },
    ],
    [
      "diagnose prod-1 with 'no such host' from 10.1.0.4",
      "prod-1",
      { ip: "10.1.0.4", symptom: "no such host" },
    ],
    [
      'diagnose prod-1 with "lookup \\"api\\" from on: with no host"',
      "prod-1",
      { symptom: 'lookup "api" from on: with no host' },
    ],
  ])("%j", (text, cluster, client) => {
    expect(parseIntent(text)).toEqual({ ok: true, intent: { kind: "diagnose", cluster, client } });
  });

  test.each<[string, string | null, object]>([
    ["diagnose prod-1 without inside", "prod-1", {}],
    ["diagnose prod-1 without looking inside, please", "prod-1", {}],
    ["diagnose prod-1 --no-inside", "prod-1", {}],
    ["diagnose prod-1 \u2014no-inside", "prod-1", {}],
    ["diagnose without inside", null, {}],
    ["diagnose --no-inside prod-1 from 20.50.0.9", "prod-1", { ip: "20.50.0.9" }],
    ['diagnose prod-1 without inside with "i/o timeout"', "prod-1", { symptom: "i/o timeout" }],
  ])("%j leaves out the look inside", (text, cluster, client) => {
    const intent = { kind: "diagnose", cluster, client, withoutInside: true };
    expect(parseIntent(text)).toEqual({ ok: true, intent });
  });

  test.each(["diagnose prod-1 without", "diagnose prod-1 inside", "access prod-1 without inside"])(
    "%j is not understood",
    (text) => {
      expect(parseIntent(text)).toMatchObject({ ok: false });
    },
  );

  test("a quoted error may hold the same words", () => {
    const client = { symptom: "without inside" };
    expect(parseIntent('diagnose prod-1 with "without inside"')).toEqual({
      ok: true,
      intent: { kind: "diagnose", cluster: "prod-1", client },
    });
  });

  test.each([
    ["diagnose prod-1 from 20.50.0.999", /^"20\.50\.0\.999" is not an IPv4 address: /],
    ["diagnose prod-1 from 20.50.0", /is not an IPv4 address/],
    ["diagnose prod-1 from 020.050.000.009", /is not an IPv4 address/],
    ["diagnose prod-1 from 20.50.0.0/24", /is a range: write the one address/],
    ["diagnose prod-1 from fd00::1", /is an IPv6 address/],
    [`diagnose prod-1 from ${clusterId}`, /neither an IPv4 address nor a virtual network/],
    ["diagnose prod-1 from", /after "from"/],
    ["diagnose prod-1 from 20.50.0.9 from 20.50.0.8", /"from" only once/],
    ["diagnose prod-1 with i/o timeout", /in quotes after "with"/],
    ['diagnose prod-1 with ""', /in quotes after "with"/],
    ['diagnose prod-1 with "timeout', /opened and not closed/],
    ["diagnose prod-1 now", /"now" was not understood/],
    ["diagnose prod-1 prod-2", /"prod-2" was not understood/],
    ["diagnose in prod-1 on prod-2", /"on" was not understood/],
    ["diagnose prod\u017f", /cannot be the name of a cluster/],
    ["diagnose \u212aube-1", /cannot be the name of a cluster/],
    ["diagnose -prod", /"-prod" cannot be the name of a cluster/],
    [`diagnose ${vnet}`, /cannot be the name of a cluster/],
  ])("refuses %j", (text, reason) => {
    expect(misreadInWords(parseIntent(text))).toEqual({
      ok: false,
      reason: expect.stringMatching(reason),
    });
  });
});

describe("access", () => {
  test.each([
    ["access", null, {}],
    ["access prod-1", "prod-1", {}],
    ["access to prod-1 from 20.50.0.9", "prod-1", { ip: "20.50.0.9" }],
    ["ways in to rg/prod-1 from vnet-hub?", "rg/prod-1", { virtualNetwork: "vnet-hub" }],
    ["ways into prod-1", "prod-1", {}],
  ])("%j", (text, cluster, client) => {
    expect(parseIntent(text)).toEqual({ ok: true, intent: { kind: "access", cluster, client } });
  });

  test("takes along what somebody sees, to say that the ways in have no use for it", () => {
    expect(parseIntent('access prod-1 with "timeout"')).toEqual({
      ok: true,
      intent: { kind: "access", cluster: "prod-1", client: { symptom: "timeout" } },
    });
  });

  test.each([
    ["an address", "20.50.9.9", "20.50.9.9", { ip: "20.50.9.9" }],
    ["a range", "20.50.9.7/24", "20.50.9.0/24", {}],
    ["a range of one address", "10.0.0.5/32", "10.0.0.5", { ip: "10.0.0.5" }],
    ["an address with a port", "20.50.9.9:443", "20.50.9.9", { ip: "20.50.9.9" }],
  ])("is asked about %s", (_what, written, asksOf, client) => {
    expect(parseIntent(`access prod-1 for ${written}`)).toEqual({
      ok: true,
      intent: { kind: "access", cluster: "prod-1", client, asksOf },
    });
  });

  test.each([
    ["access prod-1 for 20.50.9.0/24 from 10.0.0.5", /^Write "from" or "for", not both/],
    ["access prod-1 from vnet-hub for 20.50.9.9", /^Write "from" or "for", not both/],
    ["access prod-1 for 20.50.9.9 from home", /^Write "from" or "for", not both/],
    ["access prod-1 for 20.50.9.0/24 for 20.60.1.2", /^Write "for" only once/],
    ["access prod-1 for 20.50.9.9 for 20.50.8.0/24", /^Write "for" only once/],
  ])("refuses %j", (text, reason) => {
    expect(misreadInWords(parseIntent(text))).toEqual({
      ok: false,
      reason: expect.stringMatching(reason),
    });
  });
});

test.each<[string, string | null, string | undefined]>([
  ["watch prod-1 sev<=1", "prod-1", "Sev1"],
  ["watch prod-1 sev <= 1 please", "prod-1", "Sev1"],
  ["watch prod-1 from sev 2", "prod-1", "Sev2"],
  ["watch prod-1, only sev 0", "prod-1", "Sev0"],
  ["watch prod-1 sev 0-2", "prod-1", "Sev2"],
  ["watch prod-1 severity 1 or worse", "prod-1", "Sev1"],
  ["watch from sev 2", null, "Sev2"],
  ["watch prod-1 ab Sev 2", "prod-1", "Sev2"],
  ["watch prod-1 级别 1 及以上", "prod-1", "Sev1"],
  ["watch prod-1", "prod-1", undefined],
  ["watch prod-1 sev<=1 here", "prod-1", "Sev1"],
  ["watch prod-1 ab Sev 2 in diesem Kanal", "prod-1", "Sev2"],
])("from which severity on: %s", (line, cluster, severity) => {
  expect(parseIntent(line)).toEqual({
    ok: true,
    intent: { kind: "watch", cluster, ...(severity !== undefined && { severity }) },
  });
});

const hours = { from: "22:00", to: "07:00", timeZone: "Europe/Berlin" };
const weekend = { days: ["sat", "sun"], from: "00:00", to: "24:00", timeZone: "Europe/Berlin" };
test.each<[string, object]>([
  ["watch prod-1 quiet 22:00-07:00 Europe/Berlin", { cluster: "prod-1", quiet: [hours] }],
  ["watch prod-1 quiet from 22 to 7 Europe/Berlin please", { cluster: "prod-1", quiet: [hours] }],
  [
    "watch prod-1 sev<=1 quiet hours 22-7 Europe/Berlin",
    { cluster: "prod-1", severity: "Sev1", quiet: [hours] },
  ],
  ["watch prod-1 quiet 22-7 Europe/Berlin, sev<=1", { cluster: "prod-1", severity: "Sev1", quiet: [hours] }],
  ["watch prod-1 quiet weekends Europe/Berlin", { cluster: "prod-1", quiet: [weekend] }],
  ["watch prod-1 quiet 22-7 and weekends Europe/Berlin", { cluster: "prod-1", quiet: [hours, weekend] }],
  [
    "watch prod-1 Ruhe 22 Uhr bis 7 Uhr und am Wochenende Europe/Berlin",
    { cluster: "prod-1", quiet: [hours, weekend] },
  ],
  ["watch prod-1 免打扰 22:00到7:00和周末 Europe/Berlin", { cluster: "prod-1", quiet: [hours, weekend] }],
  ["watch prod-1 quiet off", { cluster: "prod-1", quiet: null }],
  ["beobachte prod-1 Ruhe aus", { cluster: "prod-1", quiet: null }],
  ["关注 prod-1 免打扰 关闭", { cluster: "prod-1", quiet: null }],
  ["watch prod-1 Ruhe aus", { cluster: "prod-1", quiet: null }],
  ["watch prod-1 免打扰 关闭", { cluster: "prod-1", quiet: null }],
  ["watch quiet off", { cluster: null, quiet: null }],
  ["watch quiet-1", { cluster: "quiet-1" }],
])("when it does not ring: %s", (line, intent) => {
  expect(parseIntent(line)).toEqual({ ok: true, intent: { kind: "watch", ...intent } });
});

test.each<[string, RegExp]>([
  ["watch prod-1 quiet 22:00-07:00", /^Quiet hours need a time zone such as Europe\/Berlin/],
  ["watch prod-1 quiet 22:00-07:00 Berlin", /^"Berlin" is no time zone/],
  ["watch prod-1 quiet 25:00-07:00 Europe/Berlin", /^"25:00-07:00 Europe\/Berlin" are no quiet hours/],
  ["watch prod-1 quiet 22-22 Europe/Berlin", /are no quiet hours/],
  ["watch prod-1 quiet 0-24 Europe/Berlin", /are no quiet hours/],
  ["watch prod-1 quiet nights", /are no quiet hours/],
])("says what to write: %s", (line, reason) => {
  expect(misreadInWords(parseIntent(line))).toEqual({ ok: false, reason: expect.stringMatching(reason) });
});

test.each(["watch prod-1 sev 7", "watch prod-1 sev", "unwatch prod-1 sev 1"])("is refused: %s", (line) => {
  expect(parseIntent(line).ok).toBe(false);
});

describe("watch and unwatch", () => {
  test.each([
    ["watch prod-1", "watch", "prod-1"],
    ["/Watch the cluster Prod-1, please!", "watch", "Prod-1"],
    ["watch", "watch", null],
    ["watch cluster", "watch", null],
    [`watch ${clusterId}`, "watch", clusterId],
    ["unwatch rg/prod-1", "unwatch", "rg/prod-1"],
    ["unwatch `prod-1`", "unwatch", "prod-1"],
    ["unwatch", "unwatch", null],
  ])("%j", (text, kind, cluster) => {
    expect(parseIntent(text)).toEqual({ ok: true, intent: { kind, cluster } });
  });

  test.each([
    ["watch prod-1 now", '"now" was not understood: nothing may follow the cluster after "watch".'],
    [
      "unwatch prod-1 from vnet-hub",
      '"from" was not understood: nothing may follow the cluster after "unwatch".',
    ],
    ["watch from vnet-hub", '"from" was not understood: nothing may follow the cluster after "watch".'],
    ["watch -prod", '"-prod" cannot be the name of a cluster: write its name, or group/name.'],
    ["watches prod-1", 'Write "watches" alone: "prod-1" after it was not understood.'],
  ])("refuses %j", (text, reason) => {
    expect(misreadInWords(parseIntent(text))).toEqual({ ok: false, reason });
  });
});

describe("run", () => {
  test.each([
    ["run `kubectl get pods -A` on prod-1", "kubectl get pods -A", "prod-1"],
    ['run "kubectl get pods -l \\"a=b\\"" on rg/prod-1.', 'kubectl get pods -l "a=b"', "rg/prod-1"],
    ["run 'kubectl get pods on tap' on cluster prod-1, please", "kubectl get pods on tap", "prod-1"],
    ["run `kubectl get pods -A`", "kubectl get pods -A", null],
    ["helm list -A on prod-1", "helm list -A", "prod-1"],
    ["run `kubectl get pods` on `prod-1`", "kubectl get pods", "prod-1"],
    [`run kubectl get pods on ${clusterId}`, "kubectl get pods", clusterId],
    ["run kubectl get pods -n on on prod-1", "kubectl get pods -n on", "prod-1"],
    ["RUN kubectl get pods -l app=on ON prod-1", "kubectl get pods -l app=on", "prod-1"],
    ["run kubectl get pods -l app=on", "kubectl get pods -l app=on", null],
    ["run kubectl get pods -l 'a in (b, c)' on prod-1", "kubectl get pods -l 'a in (b, c)'", "prod-1"],
    ["run kubectl get pods -l 'x on y' on prod-1", "kubectl get pods -l 'x on y'", "prod-1"],
    ["run kubectl  get   pods", "kubectl  get   pods", null],
    ["run kubectl get pods please", "kubectl get pods please", null],
    ["run kubectl diff -f .", "kubectl diff -f .", null],
    ["kubectl get pods -A", "kubectl get pods -A", null],
    ["kubectl get pods on prod-1?", "kubectl get pods", "prod-1"],
    ["`kubectl get pods on prod-1`", "kubectl get pods", "prod-1"],
    ["`run kubectl get pods on prod-1`", "kubectl get pods", "prod-1"],
    ["run on prod-1: kubectl get pods -A", "kubectl get pods -A", "prod-1"],
    ["run on cluster prod-1 `kubectl get pods -n on`", "kubectl get pods -n on", "prod-1"],
    ["run az aks list on prod-1", "az aks list", "prod-1"],
    ["kubectl get pods --context prod-1", "kubectl get pods", "prod-1"],
    ["kubectl --context=prod-1 get pods -A", "kubectl get pods -A", "prod-1"],
    ["kubectl --Cluster 'prod-1' get pods", "kubectl get pods", "prod-1"],
    ["run `kubectl get pods --cluster=rg/prod-1 -A`", "kubectl get pods -A", "rg/prod-1"],
    ["kubectl get pods --context prod-1.", "kubectl get pods", "prod-1"],
    ["kubectl get pods -l 'a --context b'", "kubectl get pods -l 'a --context b'", null],
    ["kubectl get pods --contexts prod-1", "kubectl get pods --contexts prod-1", null],
    ["kubectl get pods -n in on prod-1", "kubectl get pods -n in", "prod-1"],
    ["kubectl get pods in prod-1", "kubectl get pods in prod-1", null],
    ["kubectl get pods on prod-1 -A", "kubectl get pods -A", "prod-1"],
    ["kubectl get pods on prod-1 | grep api", "kubectl get pods | grep api", "prod-1"],
    ["kubectl get nodes on prod 1", "kubectl get nodes", "prod-1"],
  ])("%j", (text, command, cluster) => {
    expect(parseIntent(text)).toEqual({ ok: true, intent: { kind: "run", command, cluster } });
  });

  test.each([
    ["nothing to run", "run", /^Write the command and the cluster after "run"/],
    ["a cluster that is missing", "run kubectl delete pod web on", /not certain where the command ends/],
    ["a word after the cluster", "run kubectl get pods on prod-1 web", /not certain/],
    ["two clusters", "run kubectl delete pod web on prod-1 and on prod-2", /not certain/],
    ["a cluster on both sides", "run on prod-1 kubectl get pods on prod-2", /not certain/],
    ["two clusters, one of them behind in", "run kubectl get pods in prod-1 on prod-2", /not certain/],
    ["two clusters, one of them behind at", "run on prod-2 kubectl get pods at prod-1", /not certain/],
    ["a cluster and a flag for one", "run kubectl get pods --context prod-1 on prod-1", /named twice/],
    ["two flags for a cluster", "run kubectl get pods --context prod-1 --cluster prod-1", /named twice/],
    ["a flag for a cluster without one", "run kubectl get pods --context", /cannot be the name of a cluster/],
    ["a flag for what is no cluster", "run kubectl get pods --context=-A", /cannot be the name of a cluster/],
    ["no cluster after on", "run on with kubectl get pods", /not certain/],
    ["words between", "run `kubectl get pods` in prod-1", /not certain/],
    ["half a command in quotes", 'run "kubectl get" pods on prod-1', /not certain/],
    ["a cluster's name that cannot be", "run kubectl get pods on -A", /cannot be the name of a cluster/],
    ["an open quote", 'run kubectl get pods -l "a on prod-1', /opened and not closed/],
  ])("refuses %s", (_, text, reason) => {
    expect(misreadInWords(parseIntent(text))).toEqual({
      ok: false,
      reason: expect.stringMatching(reason),
    });
  });

  const anyCommand = fc
    .string({ unit: "grapheme-ascii", minLength: 1 })
    .map((text) => text.replaceAll("`", "'").trim())
    .filter((text) => text !== "");

  test("a command in backticks arrives as it was written", () => {
    fc.assert(
      fc.property(anyCommand, (command) => {
        const intent = { kind: "run", command, cluster: "prod-1" };
        expect(parseIntent(`run \`${command}\` on prod-1`)).toEqual({ ok: true, intent });
      }),
    );
  });

  test("a bare command arrives as it was written or is refused, and never gains or loses a word", () => {
    const word = fc.constantFrom(
      "kubectl",
      "get",
      "pods",
      "-n",
      "on",
      "app=on",
      "'x on y'",
      "please",
      "cluster",
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), (words) => {
        const command = ["kubectl", ...words].join(" ");
        const understood = parseIntent(`run ${command} on prod-1`);
        if (understood.ok) {
          expect(understood.intent).toEqual({ kind: "run", command, cluster: "prod-1" });
        } else {
          expect(words).toContain("on");
        }
      }),
    );
  });
});

describe("can-i", () => {
  test.each([
    ["can-i kubectl delete pod web on prod-1", "kubectl delete pod web", "prod-1"],
    ["can i kubectl get pods", "kubectl get pods", null],
    ["Can I run `kubectl get pods` on prod-1?", "kubectl get pods", "prod-1"],
  ])("%j", (text, command, cluster) => {
    expect(parseIntent(text)).toEqual({ ok: true, intent: { kind: "canI", command, cluster } });
  });

  test("a refusal shows the form of can-i", () => {
    expect(misreadInWords(parseIntent("can-i"))).toMatchObject({
      reason: expect.stringContaining("can-i `kubectl"),
    });
  });
});

describe("what is not read at all", () => {
  test.each([
    ["several lines", "run `kubectl get pods` on prod-1\nrun `kubectl get nodes` on prod-1", /has 2 lines/],
    ["several lines in backticks", "run `kubectl get pods\nkubectl get nodes` on prod-1", /has 2 lines/],
    ["too long a message", `diagnose ${"x".repeat(4000)}`, /has 4009 characters/],
    ["control characters", "diagnose prod\u0007", /invisible character \(U\+0007\)/],
    ["characters that turn the direction of text", "run `kubectl get \u202esdop`", /\(U\+202E\)/],
  ])("%s", (_, text, reason) => {
    expect(misreadInWords(parseIntent(text))).toEqual({
      ok: false,
      reason: expect.stringMatching(reason),
    });
  });

  test.each([
    "deploy failed\nHTTP/1.1 500 Internal Server Error\nany idea?",
    "the name is prod\ncan't find sam: not here",
    'Release notes\n- fixed "lookup users on 10.0.0.1:53: no such host"',
    "Connected to wifi.\nNow what?",
  ])("talk that sounds like an output: %j", (text) => {
    expect(parseIntent(text)).toMatchObject({ ok: false });
  });

  test("colours are no part of an output, and belong into no command", () => {
    const error = "Unable to connect to the server: dial tcp 10.10.0.4:443: i/o timeout";
    expect(parseIntent(`\u001b[31m${error}\u001b[0m`)).toMatchObject({
      intent: { kind: "diagnose", client: { symptom: error } },
    });
    expect(parseIntent("run kubectl get pods \u001b[31m-A\u001b[0m on prod-1")).toMatchObject({ ok: false });
  });

  test.each([
    "I'm calling from home",
    "we deploy from azure devops",
    "greetings from the office",
    "from home",
  ])("%j is no place of anybody's", (text) => {
    expect(parseIntent(text)).toMatchObject({ ok: false });
  });

  test.each(["vnet-hub from home", "home from 10.1.1.1", "home from the office"])(
    "two places: from %s",
    (places) => {
      expect(misreadInWords(parseIntent(`diagnose prod-1 from ${places}`))).toMatchObject({
        ok: false,
        reason: expect.stringMatching(/from/),
      });
    },
  );

  test("blank lines do not count", () => {
    expect(parseIntent("\n\ndiagnose prod-1\r\n \n")).toMatchObject({ ok: true });
  });
});

describe("anything else is unknown, with the nearest verb", () => {
  test.each([
    ["diagnos prod-1", 'Did you mean "diagnose prod-1"?'],
    ["acess prod-1 from vnet-hub", 'Did you mean "access prod-1 from vnet-hub"?'],
    ["hlep", 'Did you mean "help"?'],
    ["wacth prod-1", 'Did you mean "watch prod-1"?'],
    ["unwach prod-1", 'Did you mean "unwatch prod-1"?'],
    ["watchs", 'Did you mean "watch"?'],
    ["list", 'Did you mean "list clusters"?'],
    ["sing out", 'Did you mean "sign out"?'],
    ["logs deploy/web", 'Did you mean "run kubectl logs deploy/web"?'],
    ["order a pizza", '"order a pizza" was not understood: write "help" to see what can be asked.'],
  ])("%j", (text, reason) => {
    expect(misreadInWords(parseIntent(text))).toEqual({ ok: false, reason });
  });

  test("a long message is not repeated in full", () => {
    const understood = parseIntent("order a pizza ".repeat(100));
    expect(misreadInWords(understood)).toMatchObject({
      reason: expect.stringMatching(/^.{60,140}$/),
    });
  });
});
