// Settings that nobody reads, since their names are written wrongly: each would have no effect, and nobody would notice.
import { nearest, typingErrors } from "../core/text/nearest.ts";
import { problemOf, type SettingProblem } from "./problem.ts";

/** What names of ours begin with, and hardly anybody else's. */
const ours =
  /^(MICROSOFT_APP_|OAUTH_CONNECTION|ALLOWED_TENANT|POLICY_|ALERTS_|ON_CALL_|RETENTION_|AUDIT_|FILES_KEY|TEAMS_|BOT_|METRICS_)/;

/** What Kubernetes sets in every container for each service of the namespace, whatever its name. */
const serviceLink = /_SERVICE_(HOST|PORT(_[A-Z0-9_]+)?)$|_PORT(_\d+_(TCP|UDP|SCTP)(_(PORT|PROTO|ADDR))?)?$/;

/** Read by `npm run package` out of the same file. */
const packageNames = [
  ...["TEAMS_APP_NAME", "TEAMS_DEVELOPER_NAME", "TEAMS_WEBSITE_URL", "TEAMS_PRIVACY_URL"],
  ...["TEAMS_TERMS_URL", "TEAMS_VALID_DOMAINS"],
];

/** Shorter names are near to too much. */
const shortest = 8;
const mostErrors = 2;

/** `known`: every setting that is read. A problem for each other that was meant to be one. */
export function misspelt(
  given: Readonly<Record<string, unknown>>,
  known: readonly string[],
): readonly SettingProblem[] {
  const all = [...known, ...packageNames];
  const free = known.filter((name) => given[name] === undefined && name.length >= shortest);
  return Object.keys(given)
    .filter((name) => !all.includes(name))
    .flatMap((name) => {
      const near = free.some((one) => typingErrors(name.toUpperCase(), one) <= mostErrors);
      if (!near && (!ours.test(name) || serviceLink.test(name))) return [];
      const [meant] = nearest(name, near ? free : all, 1);
      const hint = meant === undefined ? ".env.example lists all of them" : `${meant} may be meant`;
      return [problemOf(name, `${name} is no setting`, hint)];
    });
}
