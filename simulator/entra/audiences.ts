// The APIs tokens can be had for, by the scope a client asks for.

export const armAudience = "https://management.azure.com";
export const graphAudience = "https://graph.microsoft.com";
export const botFrameworkAudience = "https://api.botframework.com";
/** The AKS Microsoft Entra server application: the same id in every cloud. */
export const kubernetesAudience = "6dae42f8-4368-4678-94ff-3960e28e3630";

const identityScopes = new Set(["openid", "profile", "email", "offline_access"]);

/** What tokens for ARM may carry as audience: Azure's names for it, and this server's own address. */
export function armAudiences(url: string): readonly string[] {
  return [armAudience, `${armAudience}/`, url, `${url}/`].concat([
    "https://management.core.windows.net",
    "https://management.core.windows.net/",
  ]);
}

/**
 * The audience of the one resource in a scope parameter, or `null` for a resource nobody knows.
 * The bot's own API is named by its id, `api://id` or `api://botid-id`; its tokens carry the bare id.
 */
export function audienceOf(scope: string, url: string, appId: string): string | null {
  const [wanted, ...others] = scope.split(" ").filter((item) => item !== "" && !identityScopes.has(item));
  if (wanted === undefined || others.length > 0) return null;
  const resource = wanted.replace(/\/(\.default|user_impersonation|access_as_user|user\.read)$/i, "");
  const known = [
    ...armAudiences(url),
    graphAudience,
    `${graphAudience}/`,
    botFrameworkAudience,
    kubernetesAudience,
  ];
  if (known.includes(resource)) return resource;
  if ([appId, `api://${appId}`, `api://botid-${appId}`].includes(resource.toLowerCase())) return appId;
  return null;
}
