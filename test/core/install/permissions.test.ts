// What `install` has consented to is what the code calls, no less and no more.
import { globSync, readFileSync } from "node:fs";
import { neededPermissions } from "../../../src/core/doctor/permissions.ts";
import { firstBody, wantedPermissions } from "../../../src/core/install/registration.ts";
import type { Resource } from "../../../src/core/requester.ts";

/** The least delegated permissions that Microsoft documents for each request of the bot's to Graph. */
const documented: Readonly<Record<string, readonly string[]>> = {
  "/me/checkMemberGroups": ["User.Read", "GroupMember.Read.All"],
  "/groups/{}{}": ["GroupMember.Read.All"],
  "/groups/{}/transitiveMembers/microsoft.graph.user": ["GroupMember.Read.All"],
  "/teams/{}/schedule/shifts": ["Schedule.Read.All"],
  "/users/{}": ["User.ReadBasic.All"],
  "/users": ["User.ReadBasic.All"],
};

/** Paths of Graph in the bot's code; `install` and `doctor` ask as the person at the terminal. */
function pathsIn(folder: string): readonly string[] {
  const files = globSync(`${folder}/**/*.ts`).filter((file) => !/\/(install|doctor)\//.test(file));
  const text = files.map((file) => readFileSync(file, "utf8").replace(/\$\{[^}]*\}/g, "{}")).join("\n");
  return [...new Set([...text.matchAll(/\/v1\.0(\/[\w./{}]+)/g)].map(([, path = ""]) => path))];
}

const scopesFor = (paths: readonly string[]) =>
  [...new Set(paths.flatMap((path) => documented[path] ?? [`nothing documented for ${path}`]))].toSorted();
const graphScopes = (all: typeof wantedPermissions) =>
  all
    .filter(({ api }) => api === "Microsoft Graph")
    .flatMap(({ scopes }) => scopes)
    .toSorted();

test("Graph, without schedules", () => {
  expect(graphScopes(wantedPermissions)).toEqual(scopesFor(pathsIn("src/azure")));
});

test("Graph, with schedules of every kind", () => {
  const all = [...pathsIn("src/azure"), ...pathsIn("src/on-call")];
  expect(graphScopes(neededPermissions({ people: true, shifts: true }))).toEqual(scopesFor(all));
  expect(all.toSorted()).toEqual(Object.keys(documented).toSorted());
  expect(pathsIn("src").toSorted()).toEqual(all.toSorted());
});

test("an API for each token that the code exchanges", () => {
  const apis: Readonly<Record<Resource, string>> = {
    arm: "Azure Service Management user_impersonation",
    kubernetes: "Azure Kubernetes Service AAD Server user.read",
    graph: "Microsoft Graph User.Read GroupMember.Read.All",
  };
  const wanted = wantedPermissions.map(({ api, scopes }) => [api, ...scopes].join(" "));
  expect(wanted.toSorted()).toEqual(Object.values(apis).toSorted());
});

test("the registration asks for what is consented to", () => {
  const apis = wantedPermissions.map(({ appId, scopes }) => ({
    appId,
    scopes: [...scopes, "Another.Scope"].map((value) => ({ id: `id of ${value}`, value })),
  }));
  const answers = {
    ...{ tenantId: "", subscriptionId: "", region: "", groups: [] },
    name: "aks-oncall",
    subject: "",
  };
  const { requiredResourceAccess } = firstBody({ ...answers, runsAt: "container-apps" }, apis);
  expect(requiredResourceAccess).toEqual(
    wantedPermissions.map(({ appId, scopes }) => ({
      resourceAppId: appId,
      resourceAccess: scopes.map((scope) => ({ id: `id of ${scope}`, type: "Scope" })),
    })),
  );
});
