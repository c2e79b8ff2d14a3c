// What is wanted, held against what is there; and whose tokens are trusted.
import { shortGuid } from "../../../src/core/install/trust.ts";
import { differences, withWanted } from "../../../src/core/install/wanted.ts";

const wanted = {
  displayName: "AKS On-Call",
  web: { redirectUris: ["https://ours.example"] },
  api: { scopes: [{ id: "1", value: "access_as_user", isEnabled: true }] },
};
const with1 = {
  ...wanted,
  api: { scopes: [{ id: "1", value: "access_as_user", isEnabled: true, type: "User" }] },
};

test.each([
  [
    "all of it and more",
    { ...with1, web: { redirectUris: ["https://theirs.example", "https://ours.example"] } },
    [],
  ],
  ["nothing", {}, ["displayName", "web.redirectUris", "api.scopes"]],
  ["another name", { ...with1, displayName: "Other" }, ["displayName"]],
  [
    "a scope that was switched off",
    { ...with1, api: { scopes: [{ ...wanted.api.scopes[0], isEnabled: false }] } },
    ["api.scopes"],
  ],
])("%s is there", (_name, there, how) => {
  expect(differences(wanted, there)).toEqual(how);
  expect(differences(wanted, withWanted(wanted, there))).toEqual([]);
});

test("what somebody added stays", () => {
  const there = {
    web: { redirectUris: ["https://theirs.example"], homePageUrl: "https://x.example" },
    tags: ["theirs"],
  };
  expect(withWanted(wanted, there)).toMatchObject({
    web: {
      redirectUris: ["https://theirs.example", "https://ours.example"],
      homePageUrl: "https://x.example",
    },
  });
  // A field that is not wanted is not sent.
  expect(withWanted(wanted, there)).not.toHaveProperty("tags");
});

test("a tenant is named as Microsoft's pages name their own", () => {
  expect(shortGuid("72f988bf-86f1-41af-91ab-2d7cd011db47")).toBe("v4j5cvGGr0GRqy180BHbRw");
});
