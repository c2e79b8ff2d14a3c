// What is written for later is understood later, and means the same.
import { parseIntent } from "../../../src/core/conversation/grammar/parse-intent.ts";
import { writtenQuestion } from "../../../src/core/conversation/written-question.ts";
import type { Client } from "../../../src/core/snapshot/snapshot.ts";
import { pastedTest } from "../../fixtures/client-tests.ts";
import { ids } from "../../fixtures/healthy-snapshot.ts";

test.each<Client>([
  {},
  { ip: "20.50.0.9" },
  { virtualNetwork: "vnet-hub" },
  { virtualNetwork: ids.hub },
  { symptom: "i/o timeout" },
  { ip: "20.50.0.9", symptom: 'dial tcp: lookup "prod-1": no such host' },
  { ip: "20.50.0.9", symptom: "i/o timeout", symptomIsOld: true },
  { symptom: pastedTest("nslookup-windows-old").trim(), symptomIsOld: true },
  { symptom: "Getting static credential isn't allowed" },
])("%j", (client) => {
  for (const kind of ["diagnose", "access"] as const) {
    const { symptom, symptomIsOld, ...place } = client;
    const seen = { symptom, ...(symptomIsOld && { symptomIsOld }) };
    const meant = kind === "access" || symptom === undefined ? place : { ...place, ...seen };
    expect(parseIntent(writtenQuestion(kind, ids.cluster, client))).toEqual({
      ok: true,
      intent: { kind, cluster: ids.cluster, client: meant },
    });
  }
});

test("both quotation marks in one error text", () => {
  const written = writtenQuestion("diagnose", "prod-1", { symptom: `isn't "x"` });
  expect(parseIntent(written)).toMatchObject({ ok: true, intent: { client: { symptom: "isn't 'x'" } } });
});

test("what leaves out the look inside leaves it out again; ways in have none", () => {
  const client = { ip: "20.50.0.9", symptom: "i/o timeout" };
  const again = (kind: "diagnose" | "access") =>
    parseIntent(writtenQuestion(kind, ids.cluster, client, { withoutInside: true }));
  expect(again("diagnose")).toMatchObject({ ok: true, intent: { client, withoutInside: true } });
  expect(again("access")).toMatchObject({ ok: true, intent: { kind: "access" } });
});

test.each(["20.50.0.9", "20.50.0.0/24"])("the ways in are asked of %s again", (asksOf) => {
  const written = writtenQuestion("access", ids.cluster, { symptom: "i/o timeout" }, { asksOf });
  expect(parseIntent(written)).toMatchObject({ ok: true, intent: { kind: "access", asksOf } });
});
