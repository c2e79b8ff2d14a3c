// Entra as an identity provider: discovery documents, keys, and the endpoints behind them.
import type { Call, Reply } from "../http.ts";
import type { World } from "../world.ts";
import { authorizeEndpoint } from "./authorize.ts";
import { deviceCodeEndpoint, deviceLogin } from "./device-code.ts";
import { tokenEndpoint } from "./token-endpoint.ts";

/** The reply to a request for Entra, or `null` where the path is not Entra's. */
export async function handleEntra(world: World, call: Call): Promise<Reply | null> {
  if (call.path === "/devicelogin") return deviceLogin(world, call);
  const [, tenant = "", ...rest] = call.path.split("/");
  const route = `${call.method} ${rest.join("/")}`;
  if (/^(POST) oauth2(\/v2\.0)?\/token$/.test(route))
    return checkTenant(world, tenant) ?? tokenEndpoint(world, call);
  if (/^POST oauth2(\/v2\.0)?\/devicecode$/.test(route))
    return checkTenant(world, tenant) ?? deviceCodeEndpoint(world);
  if (/^GET oauth2(\/v2\.0)?\/authorize$/.test(route)) return authorizeEndpoint(world, call);
  if (/^GET (v2\.0\/)?\.well-known\/openid-configuration$/.test(route)) {
    return checkTenant(world, tenant) ?? { status: 200, body: discoveryDocument(world, tenant) };
  }
  if (/^GET discovery\/(v2\.0\/)?keys$/.test(route)) return { status: 200, body: keySet(world) };
  if (route === "GET discovery/instance") return { status: 200, body: instances(world) };
  return null;
}

const anyTenant = new Set(["common", "organizations", "consumers"]);

function checkTenant(world: World, tenant: string): Reply | null {
  if (anyTenant.has(tenant) || tenant.toLowerCase() === world.scenario.tenantId) return null;
  const description = `AADSTS90002: Tenant '${tenant}' not found. Check to make sure you have the correct tenant ID.`;
  return {
    status: 400,
    body: { error: "invalid_tenant", error_description: description, error_codes: [90002] },
  };
}

function discoveryDocument(world: World, tenant: string) {
  const base = `${world.url}/${tenant}`;
  return {
    issuer: world.tokens.issuer,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    token_endpoint: `${base}/oauth2/v2.0/token`,
    device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_types_supported: ["code"],
    response_modes_supported: ["query"],
    subject_types_supported: ["pairwise"],
    id_token_signing_alg_values_supported: ["RS256"],
    scopes_supported: ["openid", "profile", "email", "offline_access"],
    token_endpoint_auth_methods_supported: ["client_secret_post", "private_key_jwt"],
    tenant_region_scope: null,
    cloud_instance_name: new URL(world.url).host,
  };
}

function keySet(world: World) {
  const { kty, kid, n, e } = world.tokens.publicKey;
  return { keys: [{ kty: kty ?? "", use: "sig", alg: "RS256", kid: kid ?? "", n: n ?? "", e: e ?? "" }] };
}

function instances(world: World) {
  const host = new URL(world.url).host;
  return {
    tenant_discovery_endpoint: `${world.url}/${world.scenario.tenantId}/v2.0/.well-known/openid-configuration`,
    "api-version": "1.1",
    metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
  };
}
