// Which `serviceUrl`s are Teams': the bot's bearer token is sent there, so a stored one is checked before every use.

/** `hosts` are exact names, or `.suffix` for every host below it. Plain http is accepted on loopback alone. */
export const trustedServiceUrl =
  (hosts: readonly string[]) =>
  (serviceUrl: string): boolean => {
    if (!URL.canParse(serviceUrl)) return false;
    const { protocol, hostname } = new URL(serviceUrl);
    const loopback = hostname === "localhost" || hostname === "127.0.0.1";
    if (protocol !== "https:" && !(protocol === "http:" && loopback)) return false;
    return hosts.some((host) => (host.startsWith(".") ? hostname.endsWith(host) : hostname === host));
  };
