// cloudshell.providers: Cloud Shell in a network needs three resource providers in its subscription.

import type { Fix } from "../../fix/write/fix.ts";
import { advise, notAssessed, type Outcome, pass, type SharedFact, unread } from "../../outcome/check.ts";
import { columns } from "../../outcome/columns.ts";
import type { ProviderState } from "../../snapshot/hosts.ts";
import { parseResourceId } from "../../snapshot/resource-id.ts";
import { defineCheck, unlessPrivate } from "../kit/define-check.ts";
import { atShell, type NoShell, shellSections } from "./shell-here.ts";

export type ProvidersFact = Readonly<
  | { is: "registered" }
  | { is: "notRegistered"; namespaces: readonly string[] }
  | { is: "registering"; namespaces: readonly string[] }
>;

const register = (providers: readonly ProviderState[]): Fix => ({
  steps: providers.map(({ subscriptionId, namespace }) => ({
    kind: "registerProvider",
    ...{ subscriptionId, namespace },
  })),
  risks: [{ is: "providerRegistered" }],
  disruptive: false,
  roles: [{ role: "Contributor", on: [...new Set(providers.map(({ subscriptionId }) => subscriptionId))] }],
});

const isIn =
  (...states: readonly string[]) =>
  ({ state }: ProviderState): boolean =>
    states.includes(state.toLowerCase());

const namesOf = (providers: readonly ProviderState[]): readonly string[] =>
  providers.map(({ namespace }) => namespace);

function judge(providers: readonly ProviderState[]): Outcome<ProvidersFact | SharedFact> {
  if (providers.length === 0)
    return unread({ message: { is: "resourceNotRead", name: "Microsoft.CloudShell" }, needs: [] });
  const evidence = providers.map(({ namespace, state }) => columns(namespace, state));
  const missing = providers.filter(isIn("notregistered", "unregistered", "unregistering"));
  if (missing.length > 0)
    return advise(
      { is: "notRegistered", namespaces: namesOf(missing) },
      { evidence, fix: register(missing) },
    );
  const passing = providers.filter((each) => !isIn("registered")(each));
  return passing.length === 0
    ? pass({ is: "registered" }, evidence)
    : notAssessed({ is: "registering", namespaces: namesOf(passing) });
}

export const cloudshellProviders = defineCheck({
  id: "cloudshell.providers",
  severity: "medium",
  scope: "people",
  impact: "degrades",
  requesterIssue: "cloudShellSetUp",
  shownBy: "azure",
  source: "https://learn.microsoft.com/azure/cloud-shell/vnet/deployment",
  needs: ["clusterNetwork"],
  looksAt: [...shellSections, "shellProviders"],
  after: [],
  skip: unlessPrivate,
  evaluate: ({ shellProviders, ...data }): Outcome<ProvidersFact | NoShell | SharedFact> =>
    atShell(data, ({ profile }): Outcome<ProvidersFact | SharedFact> => {
      const [cause] = shellProviders.missing;
      if (cause !== undefined) return unread(cause);
      const subscription = parseResourceId(profile.id)?.subscriptionId.toLowerCase();
      return judge(shellProviders.items.filter((each) => each.subscriptionId.toLowerCase() === subscription));
    }),
});
