// cloudshell.aci-roles: Azure's container service starts the session, and needs a role on the network profile and on the
// relay. Its object id is another one in every tenant, which only the directory knows: it is told by what it holds.

import type { ShellSubnet } from "../../client/likely-hosts.ts";
import { type Fix, fixOf } from "../../fix/write/fix.ts";
import { advise, notAssessed, type Outcome, pass, type SharedFact, unread } from "../../outcome/check.ts";
import { columns } from "../../outcome/columns.ts";
import type { ServiceRole } from "../../snapshot/hosts.ts";
import { idKey, nameOf, sameId } from "../../snapshot/resource-id.ts";
import { unavailable } from "../../snapshot/section.ts";
import type { ClusterSnapshot } from "../../snapshot/snapshot.ts";
import { defineCheck, unlessPrivate } from "../kit/define-check.ts";
import { atShell, besideProfile, type NoShell, shellSections } from "./cloudshell-settings.ts";

export type ServiceRolesFact = Readonly<
  | { is: "holdsRoles"; on: readonly string[] }
  | { is: "lacksRoles"; on: readonly string[] }
  /** Some application holds one, and none was given it there. */
  | { is: "someoneHolds"; on: readonly string[] }
>;

/** The application id of Azure Container Instance Service, the same in every tenant of public Azure. */
const serviceAppId = "6bb8e274-af5d-4df2-98a3-4fd78b4cafd9";

const owner = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
const contributor = "b24988ac-6180-42a0-ab88-20f7382dd24c";

/** `enough`: GUIDs of built-in roles that do as well. */
type Needed = Readonly<{ id: string; role: string; enough: readonly string[]; held: readonly ServiceRole[] }>;

const onProfile = {
  role: "Network Contributor",
  enough: ["4d97b98b-1d4f-4787-a291-c67834d212e7", contributor, owner],
};
const onRelay = {
  role: "Contributor",
  enough: ["2787bf04-f1f5-4bfe-8383-c8a24483ee38", contributor, owner],
};

const isEnough =
  ({ enough }: Needed) =>
  ({ roleDefinitionId }: ServiceRole): boolean =>
    enough.includes(nameOf(roleDefinitionId).toLowerCase());

const isHere =
  ({ id }: Needed) =>
  ({ scope }: ServiceRole): boolean =>
    sameId(scope, id);

/** Whoever was given a role on one of the two itself: the template does so, for this service alone. */
const servicesIn = (all: readonly Needed[]): readonly string[] => [
  ...new Set(
    all.flatMap((each) =>
      each.held
        .filter(isHere(each))
        .filter(isEnough(each))
        .map(({ principalId }) => principalId),
    ),
  ),
];

const lackedBy = (service: string | undefined, all: readonly Needed[]): readonly Needed[] =>
  all.filter((each) => !each.held.some((role) => role.principalId === service && isEnough(each)(role)));

/** By a role of one's own, or where nobody knows which application it is, by one from above. */
const mayHold =
  (service: string | undefined) =>
  (each: Needed): boolean =>
    each.held.some((role) =>
      service === undefined ? isEnough(each)(role) || isHere(each)(role) : role.principalId === service,
    );

const namesOf = (all: readonly Needed[]): readonly string[] => all.map(({ id }) => nameOf(id));

/** Where nobody here knows who it is, Azure CLI asks the directory. */
const assignee = (principalId: string | undefined) =>
  principalId === undefined
    ? { appId: serviceAppId }
    : ({ objectId: principalId, type: "ServicePrincipal" } as const);

const grant = (lacked: readonly Needed[], principalId: string | undefined): Fix =>
  fixOf(
    lacked.map(({ id, role }) => ({ kind: "grantRole", to: assignee(principalId), role, scope: id })),
    { is: "serviceGranted" },
    { role: "Role Based Access Control Administrator", on: namesOf(lacked) },
  );

function judge(all: readonly Needed[]): Outcome<ServiceRolesFact> {
  const evidence = all.flatMap(({ id, held }) =>
    held.map((role) => columns(nameOf(id), role.principalId, nameOf(role.roleDefinitionId))),
  );
  const [service] = servicesIn(all).toSorted((a, b) => lackedBy(a, all).length - lackedBy(b, all).length);
  const lacked = lackedBy(service, all);
  if (lacked.length === 0) return pass({ is: "holdsRoles", on: namesOf(all) }, evidence);
  const doubtful = lacked.filter(mayHold(service));
  if (doubtful.length > 0) return notAssessed({ is: "someoneHolds", on: namesOf(doubtful) });
  return advise(
    { is: "lacksRoles", on: namesOf(lacked) },
    { resourceId: lacked[0]?.id, evidence, fix: grant(lacked, service) },
  );
}

type Sources = Pick<ClusterSnapshot, "relays" | "serviceRoles">;

function atProfile(
  shell: ShellSubnet,
  { relays, serviceRoles }: Sources,
): Outcome<ServiceRolesFact | SharedFact> {
  const [relay] = besideProfile(shell, relays.items);
  const [noRelays] = relays.missing;
  if (relay === undefined && noRelays !== undefined) return unread(noRelays);
  const asked = [
    { id: shell.profile.id, ...onProfile },
    ...(relay === undefined ? [] : [{ id: relay.id, ...onRelay }]),
  ];
  const needed: Needed[] = [];
  for (const each of asked) {
    const notAsked = unavailable("notReached", { is: "resourceNotAsked", name: nameOf(each.id) });
    const section = serviceRoles[idKey(each.id)] ?? notAsked;
    if (section.status === "unavailable") return unread(section);
    needed.push({ ...each, held: section.data });
  }
  return judge(needed);
}

export const cloudshellAciRoles = defineCheck({
  id: "cloudshell.aci-roles",
  severity: "medium",
  scope: "people",
  impact: "degrades",
  requesterIssue: "cloudShellSession",
  source: "https://learn.microsoft.com/azure/cloud-shell/vnet/troubleshooting",
  needs: ["clusterNetwork"],
  looksAt: [...shellSections, "relays", "serviceRoles"],
  after: ["cloudshell.network-profile"],
  skip: unlessPrivate,
  evaluate: ({ relays, serviceRoles, ...data }): Outcome<ServiceRolesFact | NoShell | SharedFact> =>
    atShell(data, (shell) => atProfile(shell, { relays, serviceRoles })),
});
