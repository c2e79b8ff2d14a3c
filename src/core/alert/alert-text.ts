// Text out of an alert, which whoever can write a rule, a label or a resource's name may choose: masked, one line, cut.
import { redact } from "../redact/redact.ts";

/** More than any of our cards shows, and little enough to be looked through for secrets in no time. */
const longestRead = 4_000;

/**
 * As it may be kept: what looks like a secret is masked before anything is cut off. An address in it is written so
 * that no client makes a link of it: where it leads is for the reader to judge.
 */
export function alertText(text: string, limit: number): string {
  const line = redact(text.slice(0, longestRead)).text.replaceAll("://", "[:]//").replace(/\s+/g, " ").trim();
  return line.length <= limit
    ? line
    : `${line
        .slice(0, limit - 1)
        .toWellFormed()
        .trimEnd()}…`;
}

const portals = /^portal\.azure\.(?:com|us|cn)$/;
const pagerDuty = /^[a-z0-9-]+(?:\.eu)?\.pagerduty\.com$/;
const longestLink = 2_000;

const linkTo =
  (hosts: RegExp) =>
  (address: string | null | undefined): string | null => {
    const url = address && address.length <= longestLink ? URL.parse(address) : null;
    if (url?.protocol !== "https:" || url.username !== "" || url.password !== "" || url.port !== "")
      return null;
    return hosts.test(url.hostname) ? url.href : null;
  };

/** The address where it is one of the Azure portal's, else null: nothing else is offered as a link, but PagerDuty's own. */
export const portalLink = linkTo(portals);
export const pagerDutyLink = linkTo(pagerDuty);
