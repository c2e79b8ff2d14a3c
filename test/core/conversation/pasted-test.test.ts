// What tools printed, pasted into a chat over several lines: alone, behind a sentence, in quotes or as code.

import { readClientTest } from "../../../src/core/client/read-client-test.ts";
import { askedText } from "../../../src/core/conversation/grammar/asked-text.ts";
import { keptPaste, longestPaste, parseIntent } from "../../../src/core/conversation/grammar/parse-intent.ts";
import { teamsText } from "../../../src/core/conversation/grammar/teams-text.ts";
import { writtenQuestion } from "../../../src/core/conversation/written-question.ts";
import { pastedTest } from "../../fixtures/client-tests.ts";
import { recordName, zoneName } from "../../fixtures/healthy-snapshot.ts";

const nslookup = pastedTest("nslookup-windows-old");
const curl = pastedTest("curl-mac-timed-out");
const apiName = `${recordName}.${zoneName}`;
const observed = readClientTest(nslookup);

/** The intent, with what the pasted text shows in place of the text itself. */
function understood(text: string) {
  const parsed = parseIntent(text);
  if (!parsed.ok || parsed.intent.kind !== "diagnose") return parsed;
  const { cluster, client } = parsed.intent;
  const { symptom, ...place } = client;
  return { cluster, place, shows: readClientTest(symptom ?? "") };
}

describe("behind a question", () => {
  test.each([
    ["in double quotes", `diagnose prod-1 with "${nslookup}"`, {}],
    ["in quotes that are never closed", `diagnose prod-1 with "${nslookup}`, {}],
    ["in single quotes", `diagnose prod-1 with '${nslookup}'`, {}],
    ["in backticks", `diagnose prod-1 with \`${nslookup}\``, {}],
    ["in a fence", `diagnose prod-1 with\n\`\`\`\n${nslookup}\n\`\`\``, {}],
    ["on the lines below", `diagnose prod-1\n${nslookup}`, {}],
    ["on the lines below, with a colon", `Please diagnose prod-1 with:\n\n${nslookup}`, {}],
    ["beside a place", `diagnose prod-1 from vnet-hub with "${nslookup}"`, { virtualNetwork: "vnet-hub" }],
    ["before a place", `diagnose prod-1 with "${nslookup}" from 10.0.1.20`, { ip: "10.0.1.20" }],
    ["quoted as an answer", `check prod-1 with\n${nslookup.replaceAll(/^/gm, "> ")}`, {}],
  ])("%s", (_how, text, place) => {
    expect(understood(text)).toEqual({ cluster: "prod-1", place, shows: observed });
  });

  test("an error over several lines that is known, and no output of a test", () => {
    const text = "diagnose prod-1\nAgents are unable to resolve\nvmssCSE exit status=52";
    expect(parseIntent(text)).toMatchObject({ ok: true, intent: { kind: "diagnose", cluster: "prod-1" } });
  });

  test("a place that cannot be is said", () => {
    expect(parseIntent(`diagnose prod-1 from 300.1 with "${nslookup}"`)).toMatchObject({
      ok: false,
      reason: { is: "noAddress" },
    });
  });
});

describe("alone", () => {
  test.each([
    ["the API server's name is in it", nslookup, apiName],
    ["nothing names a cluster", curl.split("\n").slice(1).join("\n"), null],
    ["behind a name", `prod-1\n${nslookup}`, "prod-1"],
    ["behind a sentence", `this is what I see on prod-1:\n${nslookup}`, "prod-1"],
    ["behind a sentence without a name", `here you are:\n${nslookup}`, apiName],
    ["as kubectl was typed", `$ kubectl get nodes\n${pastedTest("kubectl-timed-out-old")}`, null],
    ["one line of kubectl", pastedTest("kubectl-timed-out-private"), null],
  ])("%s", (_how, text, cluster) => {
    expect(parseIntent(text)).toMatchObject({ ok: true, intent: { kind: "diagnose", cluster } });
  });

  test.each([
    ["two commands", "run `kubectl get pods` on prod-1\nrun `kubectl get nodes` on prod-1"],
    ["two questions", "diagnose prod-1\ndiagnose prod-2"],
    ["a few words", "hello\nthere, who is on call?"],
  ])("no output: %s", (_what, text) => {
    expect(parseIntent(text)).not.toMatchObject({
      ok: true,
      intent: { client: { symptom: expect.anything() } },
    });
  });
});

describe("as Teams sends it", () => {
  const message = (text: string, html?: string) =>
    teamsText({
      text,
      recipientId: "28:bot",
      ...(html === undefined ? {} : { attachments: [{ contentType: "text/html", content: html }] }),
    }).text;
  const escaped = nslookup.replaceAll("&", "&amp;").replaceAll(">", "&gt;").replaceAll("<", "&lt;");

  test.each([
    ["as lines", message(`diagnose prod-1 with\n${nslookup}`)],
    [
      "with the line ends of Windows",
      message(`diagnose prod-1 with\r\n${nslookup.replaceAll("\n", "\r\n")}`),
    ],
    [
      "in a code block",
      message(`diagnose prod-1\n${nslookup}`, `<p>diagnose prod-1</p><pre><code>${escaped}</code></pre>`),
    ],
    [
      "in a code block whose text does not stand in the message",
      message("diagnose prod-1", `<p>diagnose prod-1</p><pre>${escaped}</pre>`),
    ],
    ["with curly quotes", message(`diagnose prod-1 with “${nslookup}”`)],
  ])("%s", (_how, text) => {
    expect(understood(text)).toEqual({ cluster: "prod-1", place: {}, shows: observed });
  });
});

test("what waits for a sign-in is understood the same when it is read again", () => {
  const first = parseIntent(`diagnose prod-1\n${nslookup}`);
  const client = first.ok && first.intent.kind === "diagnose" ? first.intent.client : {};
  expect(understood(writtenQuestion("diagnose", "prod-1", client))).toEqual({
    cluster: "prod-1",
    place: {},
    shows: observed,
  });
});

test("colours of a terminal and control characters are not kept", () => {
  expect(keptPaste("\u001b[31mcurl: (6)\u001b[0m Could not resolve host\u0000")).toBe(
    "curl: (6) Could not resolve host",
  );
});

test("a secret in it is masked before anything is kept", () => {
  const text = `${curl}\n> Authorization: Bearer eyJhbGciOiJSUzI1NiIsImtpZCI6IjEifQ.eyJzdWIiOiJzYW0ifQ.c2lnbmF0dXJlLW9mLWl0`;
  expect(askedText(text)).not.toContain("eyJhbGci");
});

test("a long output keeps its end, and one that is too long is refused unread", () => {
  const noise = "I1125 09:01:52.300411 4242 request.go:1] body of no interest\n".repeat(200);
  const long = `diagnose prod-1\n${noise}${nslookup}`;
  expect(long.length).toBeGreaterThan(8_000);
  expect(understood(long)).toEqual({ cluster: "prod-1", place: {}, shows: observed });
  expect(askedText(long).length).toBeLessThan(8_100);
  expect(parseIntent("a\n".repeat(longestPaste))).toMatchObject({ ok: false, reason: { is: "tooLong" } });
  expect(askedText("a\n".repeat(longestPaste))).toBe("");
});
