// What findings about the rights of a cluster's identity have in common: what its roles allow on what its owner brought.

import type { Outcome } from "../../outcome/check.ts";
import { labelled } from "../../outcome/columns.ts";
import type { SharedFact } from "../../outcome/fact.ts";
import { type Fix, joinFixes, type RoleName } from "../../outcome/fix.ts";
import {
  beyond,
  combine,
  fail,
  notApplicable,
  notAssessed,
  pass,
  unread,
  warn,
} from "../../outcome/outcomes.ts";
import { failedFor, refusedIdentity } from "../../outcome/refused-operation.ts";
import { grantToIdentity, reconcile } from "../../repair/fixes.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import { actionsOn, type HeldRole, missingFrom } from "../../snapshot/identity-roles.ts";
import type { ById } from "../../snapshot/listing.ts";
import { idKey, nameOf } from "../../snapshot/resource-id.ts";
import { foldCase } from "../../text/fold-case.ts";

/** `on`: what its owner brought, by its name. */
export type IdentityRoleFact = Readonly<
  /** AKS made it, and may do what it likes there. */
  | { is: "nothingBrought" }
  | { is: "identityUnsaid" }
  /** ARM knows an application by its id, and role assignments by another one. */
  | { is: "applicationUnknown" }
  | { is: "rolesUnlisted"; on: string }
  | { is: "may"; on: string }
  /** `role`: by its GUID, or its name: one that was not read, or that holds under a condition. */
  | { is: "roleUnclear"; role: string; on: string }
  /** All runs on; what AKS changes next will fail. */
  | { is: "lacks"; action: string; on: string }
  | { is: "failedFor"; action: string; on: string }
  /** Its roles were not read; Azure's own error says so. */
  | { is: "wasRefused"; on: string }
>;

type RoleOutcome = Outcome<IdentityRoleFact | SharedFact>;

type Known = Readonly<{
  cluster: ManagedCluster;
  identityRoles: ById<readonly HeldRole[]>;
  /** The built-in role that holds all that AKS does there. */
  role: RoleName;
}>;

/** Where an operation failed for it, AKS has to do it again. */
function mend(id: string, { cluster, role }: Known, failed: boolean): Fix | undefined {
  const grant = grantToIdentity(id, cluster.identity, role);
  return grant === null ? undefined : joinFixes([grant, ...(failed ? [reconcile(cluster)] : [])]);
}

function withoutRoles(
  id: string,
  error: string | undefined,
  known: Known,
  otherwise: RoleOutcome,
): RoleOutcome {
  const isNamed = error !== undefined && foldCase(error).includes(idKey(id));
  if (!isNamed) return otherwise;
  const evidence = [labelled("error", actionsOn(id)[0] ?? ""), labelled("on", id)];
  return fail({ is: "wasRefused", on: nameOf(id) }, { resourceId: id, evidence, fix: mend(id, known, true) });
}

function roleOn(id: string, known: Known): RoleOutcome {
  const { cluster, identityRoles } = known;
  const on = nameOf(id);
  const error = failedFor(cluster, refusedIdentity);
  const section = identityRoles[idKey(id)];
  if (section === undefined) return withoutRoles(id, error, known, notAssessed({ is: "rolesUnlisted", on }));
  if (section.status === "unavailable") return withoutRoles(id, error, known, unread(section));
  const held = section.data;
  const [missing, ...others] = missingFrom(held, actionsOn(id));
  const evidence = [
    ...held.map(({ role, scope }) => labelled("holds", { is: "on", what: role, scope })),
    ...[missing, ...others].flatMap((action) => (action === undefined ? [] : [labelled("missing", action)])),
    labelled("on", id),
  ];
  if (missing === undefined) return pass({ is: "may", on }, evidence);
  const unclear = held.find(({ permissions }) => permissions === null);
  if (unclear !== undefined) return notAssessed({ is: "roleUnclear", role: unclear.role, on });
  const more = { resourceId: id, evidence, fix: mend(id, known, error !== undefined) };
  return error === undefined
    ? warn({ is: "lacks", action: missing, on }, more)
    : fail({ is: "failedFor", action: missing, on }, more);
}

/** Its identity needs each of them. */
export function identityRole(ids: readonly string[], known: Known): RoleOutcome {
  const { identity } = known.cluster;
  if (ids.length === 0) return notApplicable({ is: "nothingBrought" });
  const error = failedFor(known.cluster, refusedIdentity);
  const each = (otherwise: RoleOutcome) =>
    combine(
      ids.map((id) => withoutRoles(id, error, known, otherwise)),
      true,
    );
  if (identity === undefined) return each(notAssessed({ is: "identityUnsaid" }));
  if (identity.kind === "servicePrincipal") return each(beyond({ is: "applicationUnknown" }));
  if (identity.principalId === undefined) return each(notAssessed({ is: "identityUnsaid" }));
  return combine(
    ids.map((id) => roleOn(id, known)),
    true,
  );
}
