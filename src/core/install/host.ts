// What the template of deploy/azure is given, and what what-if says of it, in lines.
import { z } from "zod";
import { type Answers, isOwnHost, markOf, registryOf } from "./answers.ts";
import type { Made } from "./made.ts";
import { connectionIdentifierOf } from "./trust.ts";

/** What the template writes. */
const hostTypes = [
  "Microsoft.App/containerApps",
  "Microsoft.App/managedEnvironments",
  "Microsoft.Authorization/roleAssignments",
  "Microsoft.BotService/botServices",
  "Microsoft.BotService/botServices/channels",
  "Microsoft.BotService/botServices/connections",
  "Microsoft.DBforPostgreSQL/flexibleServers",
  "Microsoft.DBforPostgreSQL/flexibleServers/administrators",
  "Microsoft.DBforPostgreSQL/flexibleServers/databases",
  "Microsoft.Insights/actionGroups",
  "Microsoft.Insights/diagnosticSettings",
  "Microsoft.KeyVault/vaults",
  "Microsoft.KeyVault/vaults/keys",
  "Microsoft.Network/privateDnsZones",
  "Microsoft.Network/privateDnsZones/virtualNetworkLinks",
  "Microsoft.Network/virtualNetworks",
  "Microsoft.OperationalInsights/workspaces",
  "Microsoft.Storage/storageAccounts",
  "Microsoft.Storage/storageAccounts/blobServices/containers",
  "Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies",
] as const;

/** Of these each is deleted by itself, where others use the group too; what else there is goes with them. */
const ownDeletion =
  /^Microsoft\.(?!Authorization\/)[^/]+\/((?!diagnosticSettings$)[^/]+|privateDnsZones\/virtualNetworkLinks)$/i;

export const isDeletedAlone = (type: string): boolean => ownDeletion.test(type);

export const hostActions: readonly string[] = [
  "*/read",
  "Microsoft.Resources/deployments/write",
  "Microsoft.Resources/deployments/whatIf/action",
  ...hostTypes.map((type) => `${type}/write`),
  ...hostTypes.filter(isDeletedAlone).map((type) => `${type}/delete`),
];

/** Only these are made for a host of one's own. */
const ownHostTypes = /^Microsoft\.(BotService|Insights\/actionGroups)/;

/** What the deployment writes, for these answers. */
export const hostWrites = (answers: Pick<Answers, "runsAt">): readonly string[] => [
  "Microsoft.Resources/deployments/write",
  "Microsoft.Resources/deployments/whatIf/action",
  ...hostTypes
    .filter((type) => !isOwnHost(answers) || ownHostTypes.test(type))
    .map((type) => `${type}/write`),
];

export type Parameters = Readonly<Record<string, string>>;

/** Stands for an id that a plan cannot know yet. */
const unknownId = "00000000-0000-0000-0000-000000000000";

/** `policy`: its text; null where it is not written yet. */
export function parametersOf(made: Made, policy: string | null): Parameters {
  const { answers, registration, principal, identity } = made;
  const { name, region, runsAt, image = "" } = answers;
  const isOwn = isOwnHost(answers);
  const noIdentity = isOwn ? "" : unknownId;
  return {
    ...{ name, mark: markOf(answers), location: region, image, registry: registryOf(answers) ?? "" },
    ownHost: isOwn ? runsAt : "",
    identityClientId: identity?.clientId ?? noIdentity,
    identityPrincipalId: identity?.principalId ?? noIdentity,
    appId: registration?.appId ?? unknownId,
    appObjectId: registration?.objectId ?? unknownId,
    servicePrincipalId: principal ?? unknownId,
    connectionIdentifier: connectionIdentifierOf(answers),
    policy: policy ?? "",
  };
}

/** As a deployment takes them, and gives them back. */
export const valuesOf = (parameters: Parameters) =>
  Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, { value }]));

type PropertyChange = Readonly<{ path: string; children?: readonly PropertyChange[] | null }>;

const propertyShape: z.ZodType<PropertyChange> = z.lazy(() =>
  z.object({ path: z.string(), children: z.array(propertyShape).nullish().default(null) }),
);

/** https://learn.microsoft.com/rest/api/resources/deployments/what-if */
export const whatIfShape = z.object({
  status: z.string(),
  properties: z.object({
    changes: z.array(
      z.object({
        resourceId: z.string(),
        changeType: z.string(),
        delta: z.array(propertyShape).nullish(),
      }),
    ),
  }),
});
type Change = z.infer<typeof whatIfShape>["properties"]["changes"][number];

const signs: Readonly<Record<string, string>> = { Create: "+", Modify: "~", Delete: "-", Deploy: "~" };

/** One for each resource that becomes another one: what stays as it is has none. */
export const linesOf = (changes: readonly Change[]): readonly string[] =>
  changes.flatMap(({ resourceId, changeType, delta }) => {
    const sign = signs[changeType];
    if (sign === undefined) return [];
    const paths = (delta ?? []).flatMap((each) => pathsOf(each));
    return [`${sign} ${typeAndName({ id: resourceId })}${paths.length === 0 ? "" : `: ${paths.join(", ")}`}`];
  });

export const isToCreate = ({ changeType }: Change): boolean => changeType === "Create";

const pathsOf = ({ path, children }: PropertyChange): readonly string[] =>
  children && children.length > 0
    ? children.flatMap((each) => pathsOf(each).map((inner) => `${path}.${inner}`))
    : [path];

/** `Microsoft.KeyVault/vaults/keys oncall-x/audit`; what stands on another resource is said of that. */
export function typeAndName({ id }: Readonly<{ id: string }>): string {
  const [, group = "", ...parts] = id.split(/\/resourceGroups\/([^/]+)/i);
  const providers = parts.join("").split("/providers/").slice(1);
  if (providers.length === 0) return `Microsoft.Resources/resourceGroups ${group}`;
  return providers
    .map((path) => {
      const [namespace, ...rest] = path.split("/");
      const types = rest.filter((_, index) => index % 2 === 0).join("/");
      const names = rest.filter((_, index) => index % 2 === 1).join("/");
      return `${namespace}/${types} ${names}`;
    })
    .toReversed()
    .join(" on ");
}
