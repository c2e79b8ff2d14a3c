// Which `serviceUrl`s are Teams': the bot's bearer token is sent there, so a stored one is checked before every use.

/** `hosts` are exact names, or `.suffix` for every host below it. Plain http and other ports are for loopback alone. */
export const trustedServiceUrl =
  (hosts: readonly string[]) =>
  (serviceUrl: string): boolean => {
    const url = URL.parse(serviceUrl);
    if (url === null || !isPlain(url, serviceUrl)) return false;
    const { protocol, hostname, port } = url;
    const loopback = hostname === "localhost" || hostname === "127.0.0.1";
    if (!loopback && (protocol !== "https:" || port !== "")) return false;
    return hosts.some((host) => (host.startsWith(".") ? hostname.endsWith(host) : hostname === host));
  };

/**
 * Written as every reader of URLs writes it: whoever reads a backslash, a dot of another script or a name before an
 * `@` in another way than we do would send the token elsewhere. The slash at the end may be left out.
 */
const isPlain = ({ protocol, host, pathname }: URL, text: string): boolean =>
  ["http:", "https:"].includes(protocol) && [text, `${text}/`].includes(`${protocol}//${host}${pathname}`);
