// Words from outside that every object answers to are in no table.
import { deedOf } from "../../../src/core/finding/kit/operation.ts";
import { outboundTypeOf } from "../../../src/core/network/route/egress.ts";
import { nextHopOf } from "../../../src/core/network/route/route.ts";
import { passageOf } from "../../../src/core/outcome/operation.ts";
import { lookUp } from "../../../src/core/text/look-up.ts";
import { prod } from "../../app/setup.ts";
import { azureAlert } from "../../fixtures/alerts.ts";

const words = ["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf"];

test.each(words)("%s", (word) => {
  expect(lookUp({ a: 1 }, word)).toBeUndefined();
  expect(outboundTypeOf({ ...prod, outboundType: word })).toBe("unknown");
  expect(nextHopOf({ name: "r", addressPrefix: "0.0.0.0/0", nextHopType: word })).toBe("unknown");
  expect(deedOf(`Microsoft.Network/virtualNetworks/${word}/action`)).toBeNull();
  expect(deedOf(`${word}/write`)).toBeNull();
  expect(passageOf({ ...prod, provisioningState: word })).toBeNull();
});

test.each(words)("an alert that says %s", (word) => {
  const measured = { condition: { allOf: [{ operator: word, threshold: 1, metricValue: 2 }] } };
  const health = { properties: { currentHealthStatus: "Degraded", cause: word } };
  const reason = (monitoringService: string, context: unknown) => {
    return azureAlert({ monitoringService }, context).reason;
  };
  expect(reason(word, {})).toBeNull();
  expect(reason("Platform", measured)).toMatchObject({ is: "measured", operator: word, value: "2" });
  expect(JSON.stringify(reason("ResourceHealth", health))).toContain("Degraded");
});
