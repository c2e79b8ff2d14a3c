// `POST {virtual network}/listNetworkManagerEffectiveSecurityAdminRules`: rules of the collections that apply to a group
// which the network is a static member of. A deployment of the configuration is taken for granted.
import { type JsonObject, listOf, objectOf, textOf } from "../json.ts";
import type { World } from "../world.ts";
import { resourceNotFound } from "./arm-errors.ts";
import { parseArmPath, sameId } from "./arm-path.ts";
import { type ArmHandler, refuse } from "./arm-request.ts";
import type { Resource } from "./resource-store.ts";

const manager = "Microsoft.Network/networkManagers";
const memberType = `${manager}/networkGroups/staticMembers`;
const ruleType = `${manager}/securityAdminConfigurations/ruleCollections/rules`;

export const effectiveAdminRules: ArmHandler = (request) => {
  const { world, path } = request;
  const refusal = refuse(request);
  if (refusal !== null) return refusal;
  const network = world.store.get(path.parent);
  if (network === undefined) return resourceNotFound(parseArmPath(path.parent));
  const groups = groupsOf(world, network.id);
  const value = ofType(world, ruleType).flatMap((rule) => effective(world, rule, groups));
  return { status: 200, body: { value } };
};

const ofType = ({ store }: World, type: string): Resource[] =>
  store.all().filter((item) => sameId(item.type, type));

const groupsOf = (world: World, networkId: string): string[] =>
  ofType(world, memberType)
    .filter(({ properties }) => sameId(textOf(properties.resourceId), networkId))
    .map(({ id }) => parseArmPath(id).parent);

function effective(world: World, rule: Resource, groups: readonly string[]): JsonObject[] {
  const collection = world.store.get(parseArmPath(rule.id).parent);
  const applied = listOf(collection?.properties.appliesToGroups).map(objectOf);
  const applies = applied.some(({ networkGroupId }) =>
    groups.some((group) => sameId(group, textOf(networkGroupId))),
  );
  return applies
    ? [
        {
          id: rule.id,
          kind: rule.kind ?? "Custom",
          properties: structuredClone(rule.properties),
          ruleCollectionAppliesToGroups: applied,
        },
      ]
    : [];
}
