import { resourceLabel, subscriptionOf } from "../../src/presenters/card/scope.ts";
import { duration, utc } from "../../src/presenters/messages/catalogue/time.ts";
import { messages } from "../../src/presenters/messages/messages.ts";

test.each([
  ["2026-07-27T01:14:02Z", "2026-07-27 01:14 UTC"],
  ["2026-07-27T03:14:02+02:00", "2026-07-27 01:14 UTC"],
  ["yesterday", "yesterday"],
])("utc(%j)", (iso, shown) => {
  expect(utc(iso)).toBe(shown);
});

test.each([
  ["2026-07-27T01:00:00.000Z", "2026-07-27T01:00:01.840Z", "1.8 s"],
  ["2026-07-27T01:00:00Z", "2026-07-27T01:00:09.970Z", "10 s"],
  ["2026-07-27T01:00:00Z", "2026-07-27T01:02:05Z", "2 min 5 s"],
  ["2026-07-27T01:00:01Z", "2026-07-27T01:00:00Z", ""],
  [undefined, "2026-07-27T01:00:00Z", ""],
  ["2026-07-27T01:00:00Z", undefined, ""],
])("duration(%j, %j)", (from, to, shown) => {
  expect(duration(from, to, messages().times)).toBe(shown);
});

const subscription = "/subscriptions/6f1d2c3b-4a59-4e87-9b60-2d1c0e5f7a81";

test.each([
  [`${subscription}/resourceGroups/rg-hub`, "resource group rg-hub"],
  [
    `${subscription}/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet-hub`,
    "vnet-hub (virtualNetworks)",
  ],
  [subscription, "subscription 6f1d2c3b-4a59-4e87-9b60-2d1c0e5f7a81"],
  ["whatever", "whatever"],
])("resourceLabel(%j)", (id, shown) => {
  expect(resourceLabel(id, messages())).toBe(shown);
});

test.each([
  [`${subscription}/resourceGroups/rg`, "6f1d2c3b-4a59-4e87-9b60-2d1c0e5f7a81"],
  ["/providers/Microsoft.Management/managementGroups/corp", null],
  ["", null],
])("subscriptionOf(%j)", (scope, id) => {
  expect(subscriptionOf(scope)).toBe(id);
});
