// Admin consent to the delegated permissions, for everybody. Who may not give it gets the link for whoever may.
// https://learn.microsoft.com/graph/api/oauth2permissiongrant-post
import { z } from "zod";
import type { Step } from "../../app/ports/install.ts";
import type { Made, Open } from "../../core/install/made.ts";
import { isRefused } from "../../core/install/refused.ts";
import { wantedPermissions } from "../../core/install/registration.ts";
import type { AzureEnvironment } from "../entra/cloud.ts";
import { wantedApis } from "./directory.ts";
import { nothing, type Requests } from "./requests.ts";

const grantsShape = z.object({
  value: z.array(
    z.object({
      id: z.string(),
      resourceId: z.string(),
      consentType: z.string(),
      scope: z.string().nullish(),
    }),
  ),
});

/** One API whose permissions are not all consented to. */
type Lack = Readonly<{
  api: string;
  resourceId: string;
  /** Null where nothing was consented to. */
  grantId: string | null;
  /** With what was consented to before. */
  scopes: readonly string[];
  names: readonly string[];
}>;

type Consents = Readonly<{ lacks: readonly Lack[]; unknown: readonly Open[]; given: readonly string[] }>;

async function readConsents(requests: Requests, principal: string): Promise<Consents> {
  const filter = encodeURIComponent(`clientId eq '${principal}' and consentType eq 'AllPrincipals'`);
  const path = `/oauth2PermissionGrants?$filter=${filter}`;
  const grants = (await requests.graph(grantsShape, { method: "GET", path })).body.value;
  const apis = await wantedApis(requests);
  const unknown: Open[] = [];
  const lacks: Lack[] = [];
  const there: string[] = [];
  for (const { appId, api, scopes } of wantedPermissions) {
    const resourceId = apis.find((each) => each.appId === appId)?.principalId;
    if (resourceId === undefined) {
      unknown.push({ is: "apiUnknown", api, appId });
      continue;
    }
    const grant = grants.find((each) => each.resourceId === resourceId);
    const given = (grant?.scope ?? "").split(" ").filter(Boolean);
    if (given.length > 0) there.push(`oauth2PermissionGrant ${api}: ${given.join(", ")}`);
    const names = scopes.filter((scope) => !given.includes(scope));
    if (names.length > 0)
      lacks.push({ api, resourceId, grantId: grant?.id ?? null, scopes: [...given, ...names], names });
  }
  return { lacks, unknown, given: there };
}

const withOpen = (made: Made, open: readonly Open[]): Made => ({ ...made, open: [...made.open, ...open] });

export const consentStep = (requests: Requests, environment: AzureEnvironment): Step => ({
  name: "consent",
  needs: [{ graph: "DelegatedPermissionGrant.ReadWrite.All" }, { graph: "Application.Read.All" }],
  makes: () =>
    wantedPermissions.map(({ api, scopes }) => `oauth2PermissionGrant ${api}: ${scopes.join(", ")}`),
  look: async (made) => {
    if (made.principal === undefined) return { is: "missing" };
    const { lacks, unknown, given } = await readConsents(requests, made.principal);
    if (lacks.length === 0) return { is: "there", made: withOpen(made, unknown) };
    if (given.length === 0) return { is: "missing" };
    return { is: "differs", how: lacks.flatMap(({ names }) => names), made };
  },
  make: async (made) => {
    const clientId = made.principal ?? "";
    const { lacks, unknown } = await readConsents(requests, clientId);
    const refused: Lack[] = [];
    for (const lack of lacks) if (!(await consented(requests, clientId, lack))) refused.push(lack);
    const link = `${environment.authorityHost}/${made.answers.tenantId}/adminconsent?client_id=${made.registration?.appId}`;
    const names = refused.flatMap((lack) => lack.names.map((name) => `${lack.api} ${name}`));
    return withOpen(made, [
      ...unknown,
      ...(names.length === 0 ? [] : [{ is: "consent", link, names } as const]),
    ]);
  },
  goesWith: "principal",
  deletes: async ({ principal }) => ({
    gone: principal === undefined ? [] : (await readConsents(requests, principal)).given,
    stays: [],
  }),
  undo: () => null,
});

/** False where this person may not. */
async function consented(requests: Requests, clientId: string, lack: Lack): Promise<boolean> {
  const { grantId, resourceId, scopes } = lack;
  const scope = scopes.join(" ");
  try {
    await requests.graph(
      nothing,
      grantId === null
        ? {
            ...{ method: "POST", path: "/oauth2PermissionGrants" },
            body: { clientId, consentType: "AllPrincipals", resourceId, scope },
          }
        : { method: "PATCH", path: `/oauth2PermissionGrants/${grantId}`, body: { scope } },
    );
    return true;
  } catch (error) {
    if (isRefused(error, 403)) return false;
    throw error;
  }
}
