// Resource ids: taken apart, and compared as ARM means them.
import {
  idKey,
  nameOf,
  networkIdOf,
  parseResourceId,
  sameId,
  withoutIds,
} from "../../../src/core/snapshot/resource-id.ts";

const group = "/subscriptions/S/resourceGroups/RG";
const vnet = `${group}/providers/Microsoft.Network/virtualNetworks/vnet`;

test.each([
  [vnet, vnet.toLowerCase(), true],
  [`${vnet}/`, vnet, true],
  [vnet, `${vnet}-2`, false],
  [undefined, undefined, false],
])("%s is the same as %s: %s", (left, right, same) => {
  expect(sameId(left, right)).toBe(same);
});

test.each([
  [vnet, { subscriptionId: "S", resourceGroup: "RG", name: "vnet" }],
  [`${vnet}/subnets/jump/`, { subscriptionId: "S", resourceGroup: "RG", name: "jump" }],
  [
    vnet.replace("resourceGroups", "resourcegroups"),
    { subscriptionId: "S", resourceGroup: "RG", name: "vnet" },
  ],
  [group, null],
  ["vnet", null],
])("%s has the parts %j", (id, parts) => {
  expect(parseResourceId(id)).toEqual(parts);
});

test.each([
  [`${vnet}/subnets/jump`, vnet],
  [vnet, null],
])("the network of %s is %s", (id, network) => {
  expect(networkIdOf(id)).toBe(network);
});

test("the name is the last segment", () => {
  expect(nameOf(`${vnet}/`)).toBe("vnet");
});

test.each([
  [`Needs read on ${vnet}, and write on ${group}.`, "Needs read on vnet, and write on RG."],
  [`The zone ${group}/providers/Microsoft.Network/privateDnsZones/a.b.io.`, "The zone a.b.io."],
  [`"${vnet}" is not it.`, '"vnet" is not it.'],
  [`需要读取 ${vnet}，以及 ${group}（资源组）。`, "需要读取 vnet，以及 RG（资源组）。"],
  ["It takes Microsoft.Network/virtualNetworks/read.", "It takes Microsoft.Network/virtualNetworks/read."],
])("%s: with names instead of ids", (sentence, short) => {
  expect(withoutIds(sentence)).toBe(short);
});

test.each(["__proto__", "constructor", "toString", "CONSTRUCTOR"])("%s is no id", (word) => {
  const table: Readonly<Record<string, string>> = {};
  expect(table[idKey(word)]).toBeUndefined();
});

test("an action with subscriptions in its name is no id", () => {
  const action = "Microsoft.Resources/subscriptions/providers/read";
  expect(withoutIds(`It takes ${action} on /subscriptions/s/resourceGroups/rg.`)).toBe(
    `It takes ${action} on rg.`,
  );
});
