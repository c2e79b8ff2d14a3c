// Microsoft Graph, as far as groups, people and applications go.
import { graphAudience } from "../entra/audiences.ts";
import type { Identity } from "../entra/tokens.ts";
import { bearerToken, type Call, jsonBody, type Reply } from "../http.ts";
import { listOf, textOf } from "../json.ts";
import type { Principal } from "../scenario/schema.ts";
import type { World } from "../world.ts";
import { graphError } from "./graph-error.ts";
import { userBody } from "./groups.ts";
import { handleRoutes } from "./routes.ts";

const largestCheck = 20;
/** The reply to a request under `/v1.0`. */
export async function handleGraph(world: World, call: Call): Promise<Reply> {
  const verified = await world.tokens.verify(bearerToken(call) ?? "");
  if (!verified.ok)
    return graphError(401, "InvalidAuthenticationToken", "Access token is empty, invalid or expired.");
  const { audience } = verified.identity;
  if (![graphAudience, `${graphAudience}/`, world.url, `${world.url}/`].includes(audience)) {
    return graphError(
      401,
      "InvalidAuthenticationToken",
      "Access token validation failure. Invalid audience.",
    );
  }
  const found = handleRoutes(world, call, verified.identity.oid);
  if (found !== null) return found;
  switch (`${call.method} ${call.path.toLowerCase()}`) {
    case "GET /v1.0/me":
      return me(world, verified.identity);
    case "POST /v1.0/me/checkmembergroups":
      return checkMemberGroups(world, verified.identity, call);
    case "GET /v1.0/serviceprincipals":
      return servicePrincipals(world, call);
    case "GET /v1.0/users":
      return users(world, call);
    case "POST /v1.0/directoryobjects/getbyids":
      return byIds(world, call);
    default:
      return graphError(404, "Request_ResourceNotFound", `The local Graph has no ${call.path}.`);
  }
}

function me(world: World, { oid }: Identity): Reply {
  const person = world.directory.principal(oid);
  return person === undefined
    ? graphError(400, "BadRequest", "/me request is only valid with delegated authentication flow.")
    : {
        status: 200,
        body: { "@odata.context": `${graphAudience}/v1.0/$metadata#users/$entity`, ...userBody(person) },
      };
}

/** Transitive membership; at most 20 ids in one request. */
function checkMemberGroups(world: World, { oid }: Identity, call: Call): Reply {
  const ids = listOf(jsonBody(call).groupIds).map((id) => textOf(id).toLowerCase());
  if (ids.length === 0)
    return graphError(400, "Request_BadRequest", "The groupIds collection must not be empty.");
  if (ids.length > largestCheck) {
    return graphError(
      400,
      "Request_BadRequest",
      `Too many groupIds: ${ids.length}. The maximum is ${largestCheck}.`,
    );
  }
  const member = new Set(world.directory.groupsOf(oid));
  return {
    status: 200,
    body: {
      "@odata.context": `${graphAudience}/v1.0/$metadata#Collection(Edm.String)`,
      value: ids.filter((id) => member.has(id)),
    },
  };
}

/** `$filter` with `userPrincipalName eq '…'`, `mail eq '…'` or `startswith(…, '…')`, as the CLI looks people up. */
function users(world: World, call: Call): Reply {
  const filter = call.query.get("$filter") ?? "";
  const wanted = [...filter.matchAll(/'([^']+)'/g)].map((match) => match[1]?.toLowerCase() ?? "");
  const matches = (person: Principal): boolean =>
    filter === "" ||
    wanted.some((text) =>
      /startswith/i.test(filter)
        ? person.userPrincipalName.toLowerCase().startsWith(text) ||
          person.displayName.toLowerCase().startsWith(text)
        : [person.userPrincipalName.toLowerCase(), person.displayName.toLowerCase(), person.oid].includes(
            text,
          ),
    );
  return { status: 200, body: { value: world.directory.principals.filter(matches).map(userBody) } };
}

/** `$filter=servicePrincipalNames/any(c:c eq '…')`: by the application's id, or its own. */
function servicePrincipals(world: World, call: Call): Reply {
  const wanted = /'([^']+)'/.exec(call.query.get("$filter") ?? "")?.[1]?.toLowerCase();
  const value = world.scenario.servicePrincipals
    .filter(({ id, appId }) => wanted === undefined || wanted === id || wanted === appId)
    .map((each) => ({ ...each, servicePrincipalNames: [each.appId], servicePrincipalType: "Application" }));
  return { status: 200, body: { value } };
}

/** People, groups and applications by object id; ids of nobody are left out. */
function byIds(world: World, call: Call): Reply {
  const ids = listOf(jsonBody(call).ids).map((id) => textOf(id).toLowerCase());
  const people = world.directory.principals
    .filter(({ oid }) => ids.includes(oid))
    .map((person) => ({ "@odata.type": "#microsoft.graph.user", ...userBody(person) }));
  const groups = world.scenario.groups
    .filter(({ id }) => ids.includes(id))
    .map(({ id, displayName }) => ({ "@odata.type": "#microsoft.graph.group", id, displayName }));
  const services = world.scenario.servicePrincipals
    .filter(({ id }) => ids.includes(id))
    .map((each) => ({ "@odata.type": "#microsoft.graph.servicePrincipal", ...each }));
  return { status: 200, body: { value: [...people, ...groups, ...services] } };
}
